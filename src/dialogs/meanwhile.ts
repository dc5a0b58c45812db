import { z } from 'zod';
import type { Arrival } from '../domain/message';
import { graveIn } from '../understanding/safety';
import { commandIn } from './commands';
import { MENU } from './voice';

type Said = Extract<Arrival, { kind: 'said' }>;

/** Whether an event tells of this message's slow turn. */
export function isAbout(event: Extract<Arrival, { kind: 'event' }>, number: number): boolean {
  return z.object({ number: z.literal(number) }).safeParse(event.value).success;
}

/** What is heard at once, also while a slow turn is under way. */
export function isCommand({ text, tap }: Said): boolean {
  return tap?.choice === MENU || (!tap && (commandIn(text) !== undefined || graveIn(text) !== undefined));
}

/** Where nothing of what is under way is asked or shown again. */
export function leaves({ text, tap }: Said): boolean {
  return tap !== undefined || graveIn(text) !== undefined || LEAVING.has(commandIn(text));
}
const LEAVING: ReadonlySet<ReturnType<typeof commandIn>> = new Set(['menu', 'leave', 'person']);
