import { withoutNumbers } from '../../domain/cases/numbers';
import type { CaseOrigin, CaseRecord } from '../../domain/cases/record';
import { capital, datedMoment } from '../../domain/dates';
import { countryOf, COUNTRY_CODES, type Country } from '../../domain/countries';
import { formatMoney, money as moneyOf, NO_BREAK_SPACE } from '../../domain/money';
import { showMsisdn } from '../../domain/msisdn';

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
/** As the account's state is written there. */
const CUT = 'SUSPENDIDA';
const CONTACTS: Readonly<Record<CaseOrigin['contactMode'], string | undefined>> = {
  ...{ chat: undefined, text_only: 'SOLO TEXTO: no llamar', phone: 'PIDE QUE LE LLAMEN', none: 'PIDE QUE NO LE CONTACTEN' },
};
const MONEY_STATES: Readonly<Record<NonNullable<CaseRecord['money']>['state'], string>> = {
  ...{ done: 'hecho', refused: 'rechazado', unknown: 'SIN CONFIRMAR', not_moved: 'nada movido' },
};

/** How well whoever it is about was proved: 0, 1 or 2. */
export const levelOf = ({ level, origin }: CaseRecord): number => level ?? origin?.level ?? 0;
export const last4 = (number: string | undefined): string | undefined => number?.slice(-4);
export const placeOf = ({ origin }: CaseRecord): Country => countryOf(COUNTRY_CODES.find((code) => code === origin?.country) ?? 'GT');

/** The note, top to bottom as an agent reads it; what there is nothing to say of is left out. */
export function noteOf(record: CaseRecord, priority: NonNullable<CaseRecord['priority']>, product: string): string {
  const { summary, origin } = record;
  const rows: readonly (readonly [label: string, ...lines: (string | undefined)[]])[] = [
    [priority === 'urgent' ? 'URGENTE' : 'QUÉ PASÓ', summary],
    ['ESPERA', awaited(record)],
    ['QUIÉN', who(record)],
    ['CUENTA', pairs(origin?.account ?? {})],
    ['DINERO', ...money(record)],
    ['BOT PROBÓ', ...tried(record)],
    ['ÁNIMO', mood(origin)],
    ['SUGERIDO', macro(record), pushes(record, product)],
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
  )
    .replace(CLAIMED, claimedBy(record) ?? '')
    .replaceAll(NO_BREAK_SPACE, ' ');
}

/** What a case for a person is about where something grave was said. */
const GRAVE_MACROS: Readonly<Record<string, string>> = { death: 'Fallecimiento', theft: 'Robo: IMEI y reposición' };

function macro({ macro: named, topic, origin }: CaseRecord): string | undefined {
  const [grave] = topic === 'agent' ? (origin?.marks ?? []).flatMap((mark) => GRAVE_MACROS[mark] ?? []) : [];
  const title = named ?? grave;
  return title === undefined ? undefined : `Macro «${title}»`;
}

/** Stands for a number that agents need whole until all others are masked. */
const CLAIMED = '\u0000';

/** Who proved a line is found by it; of who did not, nobody knows more than what they said. */
function claimedBy(record: CaseRecord): string | undefined {
  const { claimed, line, origin } = record;
  const isKnown = claimed === undefined || claimed === line || origin?.lines.includes(claimed) === true;
  return isKnown ? undefined : showMsisdn(claimed, placeOf(record));
}

const sentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

function awaited(record: CaseRecord): string {
  const { expects, promised, promisedBy } = record;
  const by = promisedBy === undefined ? promised : `respuesta antes del ${datedMoment(promisedBy, placeOf(record))}`;
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
    `nivel ${level} (${proof}${at === undefined ? '' : ` ${datedMoment(at, placeOf(record))}`})`,
    line && `…${last4(line)}`,
    contract && `cuenta …${last4(contract)}`,
    claimedBy(record) && `número que dio, sin comprobar: ${CLAIMED}`,
    ...(origin ? [origin.country, origin.language, origin.form === 'tu' ? 'tú' : origin.form] : []),
    origin && CONTACTS[origin.contactMode],
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
  return [`${MOODS[origin.mood]}. ${times}.`, survey(origin)].filter(Boolean).join(' ');
}

const survey = ({ survey: given }: CaseOrigin): string =>
  given === undefined ? '' : `En la encuesta nos puso ${given.score} de 10${given.why === undefined ? '' : `: «${oneLine(given.why)}»`}.`;

/** Macros that begin a flow in the customer's chat, by what the customer has, and when they make sense. */
const [RESTART, PAY, RECONNECT] = ['Reinicia el módem conmigo', 'Paga esta factura', 'Aplicar pago y reconectar'];
const PUSHES: Readonly<Record<string, readonly string[]>> = { home: [RESTART, PAY, RECONNECT], postpaid: [PAY, RECONNECT] };
/** Who has paid already is shown no way to pay again. */
const isPaid = ({ reason, money: about }: CaseRecord): boolean => reason === 'not_applied' || about?.state === 'unknown';
const isCut = ({ reason, origin }: CaseRecord): boolean => reason === 'not_applied' || Object.values(origin?.account ?? {}).includes(CUT);

/** Zendesk messaging has no bot in it while people talk there; what is part of a known outage is not restarted. */
function pushes(record: CaseRecord, product: string): string | undefined {
  const { origin, incident } = record;
  const fits = (title: string): boolean => (title !== PAY || !isPaid(record)) && (title !== RECONNECT || isCut(record));
  const all = origin === undefined || origin.channel === 'zendesk' || incident !== undefined ? [] : (PUSHES[product] ?? []).filter(fits);
  return all.length === 0 ? undefined : `Se inicia en su chat con: ${all.map((title) => `[${title}]`).join(' ')}`;
}

function law(record: CaseRecord): string | undefined {
  if (!record.law) return undefined;
  const { number, due } = record.law;
  const named = number === undefined ? '' : ` ${number}`;
  return `${sentence(`Reclamo formal${named}: se responde hasta el ${datedMoment(due, placeOf(record))}`)} No cerrar antes.`;
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
