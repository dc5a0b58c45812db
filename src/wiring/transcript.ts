import { z } from 'zod';
import { withoutNumbers } from '../domain/cases/numbers';
import { Message } from '../domain/message';
import type { TicketFile } from '../integrations/zendesk/port';
import type { ActivityLog } from '../state/activity-log';

/** Rows of a conversation that are attached; the log keeps no more. */
const ROWS = 500;
const Echo = z.object({ text: z.string(), attachments: z.array(z.object({ name: z.string() })).default([]) });

/**
 * A web chat so far, as a text for agents: `>` is the customer, `<` the bot. What was secret was never in the log; numbers of people are masked. Other
 * channels keep no log: then there is no file, and the last turns stand in the note.
 */
export const transcriptFile =
  (log: Pick<ActivityLog, 'read'>, brand: string) =>
  async (conversation: string): Promise<TicketFile | undefined> => {
    if (!conversation.startsWith('web:')) return undefined;
    const { rows } = await log.read(conversation, 0, ROWS);
    const lines = rows.flatMap(({ kind, text, at }) =>
      text === undefined ? [] : said(kind, text).map((words) => `${new Date(at).toISOString()} ${words}`),
    );
    if (lines.length === 0) return undefined;
    const head = `Conversación con el asistente de ${brand}. > cliente, < asistente. Horas en UTC.\n\n`;
    return { name: 'conversacion.txt', contentType: 'text/plain', bytes: Buffer.from(`${head}${lines.join('\n')}\n`, 'utf8') };
  };

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
