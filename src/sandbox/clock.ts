/** Time in the sandbox: the machine's, moved. Timers set on it ring by it. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /**
   * "Today" of the seeds, epoch ms: it walks with the machine but not with the moves, so that a demo never grows old
   * while a clock moved by three days makes things expire.
   */
  today(): number;
  offset(): number;
  /** Moves the clock so that it shows `at` now. */
  set(at: number): void;
  /** The same, and the seeds begin anew from that day. */
  restart(at: number): void;
  /** Calls back once when the clock shows `at`, at the latest a moment after it was moved past it. */
  when(at: number, ring: () => void): void;
  close(): void;
}

interface ClockState {
  readonly offset: number;
  readonly anchor: number;
}

/** setTimeout counts in 32 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** `changed` is told the new state after every move. */
export function createClock(start: ClockState, changed: (state: ClockState) => void): Clock {
  let { offset, anchor } = start;
  let alarms: { at: number; ring: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const now = (): number => Date.now() + offset;

  function arm(): void {
    clearTimeout(timer);
    const next = Math.min(...alarms.map((alarm) => alarm.at));
    if (next === Infinity) return;
    timer = setTimeout(ringDue, Math.min(Math.max(next - now(), 0), LONGEST_TIMER_MS));
    timer.unref();
  }

  function ringDue(): void {
    const due = alarms.filter((alarm) => alarm.at <= now()).sort((a, b) => a.at - b.at);
    alarms = alarms.filter((alarm) => !due.includes(alarm));
    for (const alarm of due) alarm.ring();
    arm();
  }

  function move(to: ClockState): void {
    ({ offset, anchor } = to);
    changed(to);
    ringDue();
  }

  return {
    now,
    today: () => Date.now() + anchor,
    offset: () => offset,
    set: (at) => move({ offset: at - Date.now(), anchor }),
    restart: (at) => {
      alarms = [];
      move({ offset: at - Date.now(), anchor: at - Date.now() });
    },
    when: (at, ring) => {
      alarms.push({ at, ring });
      arm();
    },
    close: () => clearTimeout(timer),
  };
}
