import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Entry } from './books';
import { Deed } from './deeds';
import { FaultRule } from './control/faults';
import { Turned } from './control/switches';
import { Sms } from './operator/sms';
import { DeskRow } from './zendesk/rows';

/** Everything that the sandbox remembers, one JSON line each, in the order it happened. */
const JournalRecord = z.discriminatedUnion('type', [
  /** The first line: a life between two resets. The bot compares it to know whether the operator forgot. */
  z.object({ type: z.literal('epoch'), epoch: z.string(), at: z.number() }),
  z.object({ type: z.literal('clock'), offset: z.number(), anchor: z.number() }),
  z.object({ type: z.literal('faults'), rules: z.array(FaultRule) }),
  z.object({ type: z.literal('switches'), turned: Turned }),
  z.object({ type: z.literal('entry'), entry: Entry }),
  /** A new deed, or the same deed in a new state: the last one counts. */
  z.object({ type: z.literal('deed'), deed: Deed }),
  /** A new message, or the same message in a new state: the last one counts. */
  z.object({ type: z.literal('sms'), sms: Sms }),
  /** A new row of Zendesk, or the same row in a new state: the last one counts. */
  z.object({ type: z.literal('ticket'), row: DeskRow }),
]);
export type JournalRecord = z.infer<typeof JournalRecord>;

interface Journal {
  append(record: JournalRecord): void;
  /** Forgets everything and begins with `record`. */
  restart(record: JournalRecord): void;
  close(): void;
}

/**
 * Opens `journal.jsonl` in a directory made if missing. A line that cannot be read (torn by a kill, or of another version) is skipped.
 *
 * @returns the journal, and what it holds
 */
export function openJournal(directory: string): { journal: Journal; records: JournalRecord[] } {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'journal.jsonl');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const file = openSync(path, 'a');
  // A torn last line must not swallow the next record.
  if (text !== '' && !text.endsWith('\n')) writeSync(file, '\n');
  const append = (record: JournalRecord): void => void writeSync(file, `${JSON.stringify(record)}\n`);
  return {
    records: text.split('\n').flatMap(read),
    journal: {
      append,
      restart: (record) => {
        ftruncateSync(file);
        append(record);
      },
      close: () => closeSync(file),
    },
  };
}

function read(line: string): JournalRecord[] {
  if (line === '') return [];
  try {
    return [JournalRecord.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
