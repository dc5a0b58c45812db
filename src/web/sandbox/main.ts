import { read } from './api.js';
import { startBooks } from './books.js';
import { startClock, startFaults, startReset } from './controls.js';
import { startDesk } from './desk.js';
import { one, toast } from './dom.js';
import { startMails } from './mails.js';
import { startMessenger } from './messenger.js';
import { startOrders } from './orders.js';
import { startPhones } from './phones.js';
import { dropPrice, startSwitches } from './switches.js';
import { startTabs } from './tabs.js';

async function start(): Promise<void> {
  startTabs();
  startReset();
  const info = await read.info();
  one('#chat', HTMLAnchorElement).href = info.botUrl;
  const messenger = await startMessenger(info);
  const [sms, tickets, books, clock, counterparts] = await Promise.all([
    startPhones(info),
    startDesk(info),
    startBooks(info),
    startClock(info),
    startFaults(),
  ]);
  const [switches, mails, network] = [await startSwitches(), await startMails(info), await startOrders(info)];
  const deeds = async (): Promise<void> => void (await Promise.all([books(), mails()]));
  const faults = async (): Promise<void> => void (await Promise.all([counterparts(), switches(), network()]));
  const all = async (): Promise<void> => void (await Promise.all([sms(), messenger(), tickets(), deeds(), clock(), faults()]));
  const anew = (): Promise<void> => (dropPrice(), all());
  follow(new Map(Object.entries({ sms, messenger, tickets, books: deeds, clock, faults, reset: anew })), all);
  one('#main', HTMLElement).inert = false; // a press before would have been heard by nobody, and a form would have left the page
}

/** Listens for what changes. Whenever the connection opens everything is read again: something may have been missed since it was read last. */
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
    void all().catch(failed);
    broken = false;
  });
}

/** Half of the page may listen already, and must not listen twice: it begins anew, once somebody answers. */
function offerAgain(): void {
  const again = one('#again', HTMLButtonElement);
  again.addEventListener('click', () => {
    if (again.hasAttribute('aria-disabled')) return;
    again.setAttribute('aria-disabled', 'true');
    read.info().then(
      () => location.reload(),
      () => {
        again.removeAttribute('aria-disabled');
        toast('Still no answer.');
      },
    );
  });
  one('#failed', HTMLElement).hidden = false;
}

start().catch(offerAgain);
