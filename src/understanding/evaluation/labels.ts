import { OUT_OF_SCOPE, SMALL_TALK } from '../labels';

/**
 * Labels that others use, and the skills that answer them: the first is what the label is called here, the others are finer skills that a coarser
 * set of labels has no name for (a report of a lost phone is a ticket there and block-line here; a top-up that failed is a top-up there and find-payment
 * here; how to end a subscription is a question there and subscriptions here). `accuracy` accepts any of them, `exact` the first alone.
 */
export const OTHERS_LABELS: Readonly<Record<string, readonly string[]>> = {
  balance: ['balances', 'balance-use'],
  quota: ['quota', 'usage-history'],
  topup: ['top-up', 'find-payment'],
  plan: ['plan'],
  buy_pack: ['buy-pack'],
  loan: ['loans'],
  invoice: ['invoices', 'operations'],
  pay: ['pay-invoice', 'reconnect'],
  locations: ['stores'],
  ticket: ['ticket', 'cases', 'no-service', 'outage', 'find-payment', 'block-line'],
  agent: ['agent'],
  wifi_modem: ['wifi', 'modem', 'no-service'],
  faq: ['faq', 'lines', 'reminders', 'subscriptions'],
  greet: ['greet'],
  bye: ['bye'],
  oos: ['oos'],
};

/** What a file's labels mean. */
export interface Meaning {
  /** Skills that are right for a label; undefined: a label nobody knows (a dialog command, say), and its texts are left out. */
  accepted(label: string): readonly string[] | undefined;
  /** The file's label for a skill, to count confusions in the file's own words. */
  named(skill: string): string;
}

/**
 * A file speaks in skill ids, one for one, unless it uses a label that only others have: then all of its labels are read by the table.
 * @param skills labels of the model
 */
export function meaning(labels: Iterable<string>, skills: readonly string[]): Meaning {
  const own = new Set([...skills, OUT_OF_SCOPE, ...SMALL_TALK]);
  const foreign = [...labels].some((label) => !own.has(label) && OTHERS_LABELS[label] !== undefined);
  if (!foreign) return { accepted: (label) => (own.has(label) ? [label] : undefined), named: (skill) => skill };
  return {
    accepted: (label) => OTHERS_LABELS[label] ?? (own.has(label) ? [label] : undefined),
    named: (skill) => Object.entries(OTHERS_LABELS).find(([, answering]) => answering.includes(skill))?.[0] ?? skill,
  };
}
