import { beforeWhen } from '../../domain/cases/hours';
import { withoutNumbers } from '../../domain/cases/numbers';
import type { CaseOrigin, CaseRecord } from '../../domain/cases/record';
import { capital, spokenMoment } from '../../domain/dates';
import { countryOf, COUNTRY_CODES, type Country } from '../../domain/countries';
import { formatMoney, money as moneyOf, NO_BREAK_SPACE } from '../../domain/money';

/** Of the conversation so much is shown; the rest is attached. */
const TURNS_SHOWN = 5;
const SAID_CHARACTERS = 300;
/** Width of the words on the left. */
const LABEL_CHARACTERS = 11;
const MOODS: Readonly<Record<CaseOrigin['mood'], string>> = {
  calm: 'Tranquilo',
  worried: 'Preocupado',
  angry: 'Molesto',
  crisis: 'En crisis: con cuidado',
};
const MONEY_STATES: Readonly<Record<NonNullable<CaseRecord['money']>['state'], string>> = {
  ...{ done: 'hecho', refused: 'rechazado', unknown: 'SIN CONFIRMAR', not_moved: 'nada movido' },
};

/** How well whoever it is about was proved: 0, 1 or 2. */
export const levelOf = ({ level, origin }: CaseRecord): number => level ?? origin?.level ?? 0;
export const last4 = (number: string | undefined): string | undefined => number?.slice(-4);
export const placeOf = ({ origin }: CaseRecord): Country => countryOf(COUNTRY_CODES.find((code) => code === origin?.country) ?? 'GT');

/** The note, top to bottom as an agent reads it; what there is nothing to say of is left out. */
export function noteOf(record: CaseRecord, priority: NonNullable<CaseRecord['priority']>): string {
  const { summary, origin } = record;
  const rows: readonly (readonly [label: string, ...lines: (string | undefined)[]])[] = [
    [priority === 'urgent' ? 'URGENTE' : 'QUÉ PASÓ', summary],
    ['ESPERA', awaited(record)],
    ['QUIÉN', who(record)],
    ['CUENTA', pairs(origin?.account ?? {})],
    ['DINERO', ...money(record)],
    ['BOT PROBÓ', ...tried(record)],
    ['ÁNIMO', mood(origin)],
    ['SUGERIDO', record.macro === undefined ? undefined : `Macro «${record.macro}»`],
    ['LEY', law(record)],
    ['FALLA', record.incident === undefined ? undefined : `Unido a la falla general ${record.incident}: se avisa por ella.`],
    ['ÚLTIMO', ...said(origin)],
  ];
  const written = rows.map(([label, ...lines]) => [label, lines.filter((line) => line !== undefined && line !== '')] as const);
  return withoutNumbers(
    written
      .filter(([, lines]) => lines.length > 0)
      .map(([label, lines]) => label.padEnd(LABEL_CHARACTERS) + lines.join(`\n${' '.repeat(LABEL_CHARACTERS)}`))
      .join('\n'),
  ).replaceAll(NO_BREAK_SPACE, ' ');
}

const sentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

function awaited(record: CaseRecord): string {
  const { expects, promised, promisedBy, at } = record;
  const by = promisedBy === undefined ? promised : `respuesta antes ${beforeWhen(promisedBy, at, placeOf(record), 'es')}`;
  return [expects && sentence(capital(expects)), by && `Se le dijo: ${sentence(by)}`].filter(Boolean).join(' ');
}

function who(record: CaseRecord): string {
  const { origin, line, contract } = record;
  const level = levelOf(record);
  const at = origin?.provedAt;
  const proof = ['solo chat', 'contrato y documento', 'código'][level] ?? '';
  const holder = origin?.account['Titular'];
  return [
    holder,
    `nivel ${level} (${proof}${at === undefined ? '' : ` ${spokenMoment(at, record.at, placeOf(record), 'es')}`})`,
    line && `…${last4(line)}`,
    contract && `cuenta …${last4(contract)}`,
    ...(origin ? [origin.country, origin.language, origin.form === 'tu' ? 'tú' : origin.form] : []),
    origin?.contactMode === 'text_only' ? 'SOLO TEXTO: no llamar' : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
}

const pairs = (facts: Readonly<Record<string, string>>): string =>
  Object.entries(facts)
    .filter(([name]) => name !== 'Titular')
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');

function money(record: CaseRecord): string[] {
  const { money: about, origin } = record;
  const known = about && [
    `${about.reference} ${formatMoney(moneyOf(about.amount, about.currency), placeOf(record))} · ${MONEY_STATES[about.state]}`,
    ...(about.backend === undefined ? [] : [`allá: ${about.backend}`]),
    ...(about.warning === undefined ? [] : [about.warning.toUpperCase()]),
  ];
  return [...(known ? [known.join(' · ')] : []), ...(origin?.operations ?? [])];
}

/** Articles stand here by their titles, as the help texts left them; their ids are a field. */
const tried = ({ facts, origin }: CaseRecord): string[] => [
  ...Object.entries(facts).map(([name, value]) => `${capital(name)}: ${value}`),
  ...(origin?.tried ?? []),
];

function mood(origin: CaseOrigin | undefined): string | undefined {
  if (!origin) return undefined;
  const times = origin.asked === 0 ? 'No pidió una persona' : `Pidió una persona ${origin.asked} ${origin.asked === 1 ? 'vez' : 'veces'}`;
  return `${MOODS[origin.mood]}. ${times}.`;
}

function law(record: CaseRecord): string | undefined {
  if (!record.law) return undefined;
  const { number, due } = record.law;
  return `Reclamo formal${number === undefined ? '' : ` ${number}`}: se responde hasta ${spokenMoment(due, record.at, placeOf(record), 'es')}. No cerrar antes.`;
}

function said(origin: CaseOrigin | undefined): string[] {
  const turns = (origin?.turns ?? []).slice(-TURNS_SHOWN);
  return turns.flatMap(({ said: customer, replied }) => [
    ...(customer === '' ? [] : [`> ${cut(oneLine(customer), SAID_CHARACTERS)}`]),
    ...(replied === '' ? [] : [`< ${cut(oneLine(replied), SAID_CHARACTERS)}`]),
  ]);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** At most so many characters, and no half word. */
export const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`);
