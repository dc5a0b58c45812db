import { withoutNumbers } from '../../domain/cases/numbers';
import type { CaseRecord } from '../../domain/cases/record';
import { dayOf } from '../../domain/dates';
import { fold } from '../../domain/fold';
import { DETRACTOR_TAG, isDetractor } from '../../domain/nps';
import { cut, last4, levelOf, noteOf, placeOf } from './note';

/** What an agent gets, before it is written in the numbers of an account. */
export interface Packet {
  readonly subject: string;
  /** The internal note: one screen, in the order in which an agent reads. */
  readonly note: string;
  readonly tags: readonly string[];
  readonly priority: 'low' | 'normal' | 'high' | 'urgent';
  /** By the name of the field, as `manifests/zendesk` creates them. */
  readonly fields: Readonly<Record<string, string | number>>;
  /** Where it is sorted, the nearest first: `GT.home`, `home`. */
  readonly groups: readonly string[];
}

const SUBJECT_CHARACTERS = 120;

const MARK_TAGS: Readonly<Record<string, string>> = {
  ...{ theft: 'robo', fraud: 'fraude', extortion: 'extorsion', threat: 'amenaza', crisis: 'crisis', death: 'fallecimiento', minor: 'menor' },
  ...{ 'text-only': 'solo_texto', 'by-phone': 'pide_llamada', 'no-contact': 'no_contactar', 'few-letters': 'lee_poco' },
};
const URGENT: readonly string[] = ['crisis', 'extortion', 'threat', 'theft', 'fraud'];
const HIGH: readonly string[] = ['unknown_money', 'not_applied'];
const GROUPS: Readonly<Record<string, string>> = {
  ...{ invoices: 'billing', 'pay-invoice': 'billing', reconnect: 'billing', 'block-line': 'fraud' },
  ...{ wifi: 'home', modem: 'home', outage: 'home' },
};

/** Channels whose conversations have names at random. */
const NAMELESS = ['web:', 'sunshine:'];

/** All that an agent needs to act at once. Pure: the same case gives the same packet. */
export function packetOf(record: CaseRecord): Packet {
  const { origin, reason, topic } = record;
  const marks = origin?.marks ?? [];
  const priority = priorityOf(record, marks);
  const product = productOf(record);
  const country = origin?.country ?? 'GT';
  const group = marks.some((mark) => URGENT.includes(mark) && mark !== 'crisis') ? 'fraud' : (GROUPS[topic] ?? product);
  return {
    subject: cut(withoutNumbers(record.summary), SUBJECT_CHARACTERS),
    note: noteOf(record, priority, product),
    tags: tagsOf(record, marks),
    priority,
    groups: [...new Set([`${country}.${group}`, group, `${country}.${product}`, product])],
    fields: fieldsOf(record, product, reason),
  };
}

function priorityOf({ priority, reason, money, legal, origin }: CaseRecord, marks: readonly string[]): Packet['priority'] {
  if (marks.some((mark) => URGENT.includes(mark))) return 'urgent';
  const isToldWhy = isUnhappy(origin) && origin?.survey?.why !== undefined;
  if (priority === 'urgent' || (priority !== undefined && !isToldWhy)) return priority;
  return isToldWhy || money?.state === 'unknown' || legal !== undefined || HIGH.includes(reason) ? 'high' : 'normal';
}

const isUnhappy = (origin: CaseRecord['origin']): boolean => origin?.survey !== undefined && isDetractor(origin.survey.score);

/** "Mi internet de la casa": who has proved nothing goes to the people whom their words name. */
const OF_HOME =
  /\b(?:wi ?fi|modem|router|fibra|decodificador|home (?:internet|service|bill)|(?:internet|factura|recibo|tele|television|tv|cable|servicio|contrato|cuenta) (?:(?:de|en|para) )?(?:(?:la|mi|el|su) )?(?:casa|hogar))\b/;

function productOf({ contract, line, topic, summary, origin }: CaseRecord): string {
  if (/wallet/.test(topic)) return 'wallet';
  if (contract !== undefined || (line === undefined && (origin?.contracts.length ?? 0) > 0)) return 'home';
  if (line === undefined && (origin?.lines.length ?? 0) === 0 && OF_HOME.test(fold(summary))) return 'home';
  return origin?.account['Tipo'] === 'pospago' ? 'postpaid' : 'prepaid';
}

function tagsOf({ topic, reason, tags = [], legal, money, origin }: CaseRecord, marks: readonly string[]): readonly string[] {
  const all = [
    ...['bot', `bot_${topic}`, `bot_${reason}`],
    ...(money?.state === 'unknown' || reason === 'unknown_money' ? ['dinero_desconocido'] : []),
    ...(reason === 'not_applied' ? ['pago_no_aplicado'] : []),
    ...(legal === undefined ? [] : ['reclamo_formal']),
    ...marks.flatMap((mark) => MARK_TAGS[mark] ?? []),
    ...(isUnhappy(origin) ? [DETRACTOR_TAG] : []),
    ...(origin ? [`pais_${origin.country.toLowerCase()}`, `canal_${origin.channel}`] : []),
    ...tags,
  ];
  return [...new Set(all.map((tag) => tag.toLowerCase().replace(/[^\p{L}\d_-]+/gu, '_')))];
}

/** Only where it names nobody: other channels call a conversation by an account or a phone. */
const nameless = (conversation: string | undefined): string | undefined =>
  NAMELESS.some((channel) => conversation?.startsWith(channel)) ? conversation : undefined;

/** Other systems name things after whose they are: `50255550109-p4`. */
function unnamed(text: string | undefined, { line, contract, origin }: CaseRecord): string | undefined {
  const numbers = [line, contract, ...(origin?.lines ?? []), ...(origin?.contracts ?? [])].flatMap((number) => number ?? []);
  return numbers.reduce((left, number) => left?.replaceAll(number, `…${number.slice(-4)}`), text);
}

function fieldsOf(record: CaseRecord, product: string, reason: string): Packet['fields'] {
  const { origin, money, law } = record;
  const marked: Record<string, string | number | undefined> = {
    ...{ bot_reference: record.reference, bot_topic: record.topic, bot_reason: reason, product, id_level: levelOf(record) },
    ...{ line_last4: last4(record.line), contract_last4: last4(record.contract), country: origin?.country.toLowerCase() },
    ...{
      money_state: money?.state,
      money_amount_minor: money?.amount,
      money_currency: money?.currency,
      backend_ref: unnamed(money?.backend ?? money?.reference, record),
    },
    ...{ promised_by: record.promisedBy === undefined ? undefined : new Date(record.promisedBy).toISOString(), mood: origin?.mood },
    ...{ contact_mode: origin?.contactMode, channel: origin?.channel, conversation_id: nameless(origin?.conversation) },
    ...{ legal_kind: record.legal, legal_number: law?.number, legal_due: law && dayOf(law.due, placeOf(record)) },
    ...{ parent_incident: record.incident, articles_shown: [...(record.articles ?? []), ...(origin?.articles ?? [])].join(' ') || undefined },
    bot_attempts: origin?.tried.length,
  };
  return Object.fromEntries(Object.entries(marked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
