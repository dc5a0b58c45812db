/** How numbers and names are written on this page. */
export const int = (n: number): string => n.toLocaleString('en-US');
/** `58.4 %`; a dash for what is not known. */
export const percent = (share: number | undefined, digits = 1): string => (share === undefined ? '–' : `${(100 * share).toFixed(digits)}\u00a0%`);
/** `+34`, `−7`, `0`. */
export const points = (score: number): string => `${score < 0 ? '−' : '+'}${Math.abs(score).toFixed(0)}`.replace(/^.0$/, '0');
/** `9.8 : 1` */
export const toOne = (ratio: number | undefined): string => (ratio === undefined ? '–' : `${ratio.toFixed(1)} : 1`);

const TOPICS: Readonly<Record<string, string>> = {
  agent: 'A person, no matter named',
  faq: 'Help articles',
  modem: 'Restart the modem',
  none: 'Never said what',
  plan: 'My plan',
  quota: 'What is left',
  stores: 'Stores',
  ticket: 'A case, no matter named',
  'top-up': 'Top-up',
  wifi: 'Wi-Fi',
};
/** A topic as its skill is called: "Pay invoice". */
export const topicName = (topic: string): string => TOPICS[topic] ?? capital(topic.replaceAll('-', ' '));

const CHANNELS: Readonly<Record<string, string>> = { web: 'Web chat', messenger: 'Messenger', sunshine: 'Zendesk messaging', bf: 'Bot Framework' };
export const channelName = (channel: string): string => CHANNELS[channel] ?? capital(channel);

const OUTCOMES: Readonly<Record<string, string>> = { escalated: 'person', unengaged: 'only a greeting' };
export const outcomeName = (outcome: string): string => OUTCOMES[outcome] ?? outcome;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });
/** `2026-11-20` as `20 Nov`. */
export const dayName = (day: string): string => DAY.format(Date.parse(`${day}T12:00:00Z`));

/** `20 Nov 2026, 18:04`, by the operator's clock. */
export const moment = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(at);
