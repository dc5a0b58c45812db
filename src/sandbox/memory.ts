import { randomUUID } from 'node:crypto';
import { createBooks, type Books } from './books';
import { createClock, type Clock } from './clock';
import { createEvents, type Events } from './control/events';
import { createFaults, type Faults } from './control/faults';
import { createSwitches, type Switches } from './control/switches';
import { createDeeds, type Deeds } from './deeds';
import { openJournal, type JournalRecord } from './journal';
import { openings } from './operator/openings';
import { reporter } from './operator/report';
import { createSmsCentre, type Reception, type Sms, type SmsCentre } from './operator/sms';
import { LINES } from './seed';
import { createServiceDesk, type ServiceDesk } from './zendesk/desk';

/** Everything in the sandbox that has a state. Each change is in the journal before it counts, and told to the pages. */
export interface Memory {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly books: Books;
  readonly deeds: Deeds;
  readonly switches: Switches;
  readonly sms: SmsCentre;
  readonly desk: ServiceDesk;
  readonly events: Events;
  /** Changes with every reset: who kept something for a customer compares it. */
  epoch(): string;
  /** Forgets everything and seeds again, from now or from `at` (epoch ms). Returns the new epoch. */
  reset(at?: number): string;
  close(): void;
}

/**
 * Goes on from what a directory remembers, or begins there.
 *
 * @param reportRetryMs between two tries of a delivery report
 */
export function openMemory(directory: string, reportRetryMs: number): Memory {
  const { journal, records } = openJournal(directory);
  const events = createEvents();
  const parts = assemble(recall(records), reportRetryMs, (record) => {
    journal.append(record);
    if (record.type !== 'epoch') events.emit(CHANGES[record.type]);
  });
  const { clock, faults, books, sms, deeds, switches, desk } = parts;
  const begin = (epoch = randomUUID()): string => {
    journal.restart({ type: 'epoch', epoch, at: clock.now() });
    return epoch;
  };
  let epoch = records.find((record) => record.type === 'epoch')?.epoch ?? begin();
  const seed = (): void => openings().forEach((entry) => books.post(entry));
  seed();
  return {
    ...parts,
    events,
    epoch: () => epoch,
    reset: (at = Date.now()) => {
      epoch = begin();
      for (const part of [faults, switches, sms, books, deeds, desk]) part.forget();
      clock.restart(at);
      seed();
      events.emit('reset');
      return epoch;
    },
    close: () => [clock, events, journal].forEach((part) => part.close()),
  };
}

const CHANGES = { clock: 'clock', faults: 'faults', switches: 'faults', entry: 'books', deed: 'books', sms: 'sms', ticket: 'tickets' } as const;

function assemble(past: ReturnType<typeof recall>, reportRetryMs: number, write: (record: JournalRecord) => void) {
  const clock = createClock(past.clock, (state) => write({ type: 'clock', ...state }));
  return {
    clock,
    faults: createFaults(past.faults, (rules) => write({ type: 'faults', rules: [...rules] })),
    switches: createSwitches(past.switches, (turned) => write({ type: 'switches', turned })),
    books: createBooks(past.entries, clock.now, (entry) => write({ type: 'entry', entry })),
    deeds: createDeeds(past.deeds, (deed) => write({ type: 'deed', deed })),
    desk: createServiceDesk(past.rows, clock.now, (row) => write({ type: 'ticket', row })),
    sms: createSmsCentre(past.sms, {
      clock,
      receptionOf,
      report: reporter(clock.now, reportRetryMs),
      changed: (sms) => write({ type: 'sms', sms }),
    }),
  };
}

const receptionOf = (msisdn: string): Reception => LINES.find((line) => line.msisdn === msisdn)?.line.sms ?? 'ok';

/** What the journal adds up to: of clock, faults and each message the last word counts. */
function recall(records: readonly JournalRecord[]) {
  const messages = new Map<string, Sms>();
  for (const record of records) if (record.type === 'sms') messages.set(record.sms.id, record.sms);
  return {
    clock: records.findLast((record) => record.type === 'clock') ?? { offset: 0, anchor: 0 },
    faults: records.findLast((record) => record.type === 'faults')?.rules ?? [],
    switches: records.findLast((record) => record.type === 'switches')?.turned,
    entries: records.flatMap((record) => (record.type === 'entry' ? [record.entry] : [])),
    deeds: records.flatMap((record) => (record.type === 'deed' ? [record.deed] : [])),
    rows: records.flatMap((record) => (record.type === 'ticket' ? [record.row] : [])),
    sms: [...messages.values()],
  };
}
