import { z } from 'zod';
import { withoutNumbers } from '../domain/cases/numbers';
import type { CaseOrigin } from '../domain/cases/record';
import { Message } from '../domain/message';
import type { TicketFile } from '../integrations/zendesk/port';
import type { ActivityLog, LogRow } from '../state/activity-log';

/** Rows of a conversation that are attached; the log keeps no more. */
const ROWS = 500;
const Echo = z.object({ text: z.string(), attachments: z.array(z.object({ name: z.string() })).default([]) });

/**
 * A conversation so far, as a text for agents: `>` is the customer, `<` the bot. What was secret was never kept; numbers of people are masked. A web chat is
 * read from its log. Other channels keep none: there it is as many of the last turns as the conversation remembers, and it says so.
 */
export const transcriptFile =
  (log: Pick<ActivityLog, 'read'>, brand: string) =>
  async ({ conversation, turns }: Pick<CaseOrigin, 'conversation' | 'turns'>): Promise<TicketFile | undefined> => {
    const isLogged = conversation.startsWith('web:');
    const lines = isLogged ? rowsOf((await log.read(conversation, 0, ROWS)).rows) : turns.flatMap(turnOf);
    if (lines.length === 0) return undefined;
    const head = `Conversación con el asistente de ${brand}${isLogged ? '' : ', últimos turnos'}. > cliente, < asistente. Horas en UTC.\n\n`;
    return { name: 'conversacion.txt', contentType: 'text/plain', bytes: Buffer.from(`${head}${lines.join('\n')}\n`, 'utf8') };
  };

const rowsOf = (rows: readonly LogRow[]): string[] =>
  rows.flatMap(({ kind, text, at }) => (text === undefined ? [] : said(kind, text).map((words) => `${stamp(at)} ${words}`)));

const turnOf = ({ at, said: customer, replied }: CaseOrigin['turns'][number]): string[] => [
  ...(customer === '' ? [] : [`${stamp(at)} > ${oneLine(customer)}`]),
  ...(replied === '' ? [] : [`${stamp(at)} < ${oneLine(replied)}`]),
];

const stamp = (at: number): string => new Date(at).toISOString();

/** Nothing for a row that cannot be read. */
function said(kind: 'echo' | 'reply', text: string): string[] {
  if (kind === 'echo') {
    const echo = Echo.safeParse(parsed(text));
    return echo.success ? [`> ${oneLine([echo.data.text, ...echo.data.attachments.map(({ name }) => `[${name}]`)].join(' '))}`] : [];
  }
  const message = Message.safeParse(parsed(text));
  if (!message.success) return [];
  const { text: words, cards = [], speaker } = message.data;
  return [`< ${speaker === undefined ? '' : `${speaker}: `}${oneLine([words, ...cards.map(({ speak }) => speak)].join(' '))}`];
}

const oneLine = (text: string): string => withoutNumbers(text.replace(/\s+/g, ' ').trim());

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
