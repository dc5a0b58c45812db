import { read } from './api.js';
import { startBooks } from './books.js';
import { startClock, startFaults, startReset } from './controls.js';
import { one, toast } from './dom.js';
import { startPhones } from './phones.js';
import { startSwitches } from './switches.js';
import { startTabs } from './tabs.js';

async function start(): Promise<void> {
  startTabs();
  startReset();
  const info = await read.info();
  one('#chat', HTMLAnchorElement).href = info.botUrl;
  const [sms, books, clock, counterparts] = await Promise.all([startPhones(info), startBooks(info), startClock(info), startFaults()]);
  const switches = await startSwitches();
  const faults = async (): Promise<void> => void (await Promise.all([counterparts(), switches()]));
  const all = async (): Promise<void> => void (await Promise.all([sms(), books(), clock(), faults()]));
  follow(new Map(Object.entries({ sms, books, clock, faults, reset: all })), all);
}

/** Listens for what changes. After a broken connection everything is read again: something may have been missed. */
function follow(on: ReadonlyMap<string, () => Promise<void>>, all: () => Promise<void>): void {
  const failed = (): void => toast('The sandbox does not answer.');
  const events = new EventSource('/sandbox/events');
  let broken = false;
  events.addEventListener('message', ({ data }) => void on.get(String(data))?.().catch(failed));
  events.addEventListener('error', () => {
    if (!broken) failed();
    broken = true;
  });
  events.addEventListener('open', () => {
    if (broken) void all().catch(failed);
    broken = false;
  });
}

start().catch(() => toast('The sandbox does not answer.'));
