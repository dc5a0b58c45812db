/** Skills that are parts of a topic: who disputes a charge is there about a bill, and whoever types a PIN tops up. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  invoices: ['invoice-dispute', 'invoice-lines', 'invoice-mail', 'invoice-paperless', 'invoice-pdf', 'invoice-rise'],
  loans: ['loan-debt', 'loan-denied', 'repay-loan'],
  'top-up': ['voucher'],
  subscriptions: ['subscription-case'],
  'pay-invoice': ['autopay'],
  reconnect: ['more-time'],
  modem: ['modem-works'],
  outage: ['outage-quiet'],
  cases: ['cases-signed'],
  reminders: ['bill-reminder', 'reminders-stop'],
};
const TOPICS: ReadonlyMap<string, string> = new Map(Object.entries(PARTS).flatMap(([topic, parts]) => parts.map((part) => [part, topic])));

/** The topic under which a skill is counted: most are one of their own. */
export const topicOf = (skill: string): string => TOPICS.get(skill) ?? skill;
