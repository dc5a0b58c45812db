import type { Clock, Fault, Info } from './answers.js';
import { change, read } from './api.js';
import { make, one, toast } from './dom.js';
import { moment, shortMoment, span } from './format.js';

const COUNTERPARTS = [
  ['prepaid', 'Prepaid core', 'TMF654, balances, allowances and top-ups'],
  ['inventory', 'Product inventory', 'TMF637, lines and plans'],
  ['catalogue', 'Product catalogue', 'TMF620, offers'],
  ['payments', 'Payments', 'TMF676 and TMF670, cards and receipts'],
  ['orders', 'Product orders', 'TMF622, packs and subscriptions'],
  ['lending', 'Lending', 'advances, debts and repayments'],
  ['wallet', 'Wallet', 'GSMA Mobile Money'],
  ['gateway', 'Card gateway', 'dLocal, payments on its hosted page'],
  ['gateway-notes', 'Card notifications', 'signed notices of what became of a payment; any fault loses them'],
  ['sim-swap', 'SIM swap', 'CAMARA, when a SIM was changed'],
  ['help', 'Help center', 'articles'],
  ['zendesk', 'Zendesk', 'tickets, comments, users and settings'],
  ['zendesk-hooks', 'Zendesk webhooks', 'lost, late or sent twice'],
  ['sunshine', 'Zendesk messaging', 'Sunshine Conversations'],
  ['stores', 'Stores', 'TMF674, sites and hours'],
  ['usage', 'Usage', 'TMF635, calls, messages and data'],
  ['messenger', 'Messenger', 'Graph API: send, profile, personas'],
  ['sms', 'SMS', 'Kannel sendsms'],
  ['oauth', 'Access tokens', 'OAuth 2.0 client credentials'],
] as const;

const KINDS: readonly (readonly [kind: string, name: string])[] = [
  ['', 'Works'],
  ['refuse', 'Refuses'],
  ['error', 'Out of service (503)'],
  ['timeout', 'Times out'],
  ['apply-then-hang', 'Applies, then hangs'],
  ['error-after', '500 after applying'],
  ['drop', 'Drops the line'],
  ['slow:3000', 'Takes 3 seconds'],
  ['limit', 'Too many calls (429)'],
  ['wrong', 'Answers something else'],
];

/** An action of the page that tells when it did not work. */
export const act = (work: () => Promise<void>): void => void work().catch(() => toast('That did not work. Is the sandbox still running?'));

/** Switches for faults. Returns what to do when they changed. */
export async function startFaults(): Promise<() => Promise<void>> {
  const refresh = async (): Promise<void> => showFaults((await read.faults()).faults);
  await refresh();
  return refresh;
}

function showFaults(faults: readonly Fault[]): void {
  const count = one('#fault-count', HTMLElement);
  count.hidden = faults.length === 0;
  count.textContent = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} on`;
  const forAll = (counterpart: string): Fault | undefined => faults.find((fault) => fault.counterpart === counterpart && fault.msisdn === undefined);
  const focused = document.activeElement?.id;
  one('#switches', HTMLElement).replaceChildren(...COUNTERPARTS.map(([id, name, what]) => switchItem(id, name, what, forAll(id))));
  one('#line-faults', HTMLElement).replaceChildren(...faults.filter(({ msisdn }) => msisdn !== undefined).map(lineItem));
  if (focused?.startsWith('fault-')) document.getElementById(focused)?.focus();
}

function switchItem(counterpart: string, name: string, what: string, fault: Fault | undefined): HTMLElement {
  const id = `fault-${counterpart}`;
  const kinds = KINDS.some(([kind]) => kind === (fault?.kind ?? '')) ? KINDS : [...KINDS, [fault?.kind ?? '', fault?.kind ?? ''] as const];
  const options = kinds.map(([kind, label]) => make('option', { value: kind, selected: kind === (fault?.kind ?? '') }, label));
  const onchange = ({ target }: Event): void => {
    const kind = target instanceof HTMLSelectElement ? target.value : '';
    act(() => (kind === '' ? change.clearFaults(counterpart) : change.fault({ counterpart, kind })));
  };
  const label = make('label', { for: id }, make('strong', {}, name));
  return make(
    'li',
    { class: fault ? 'on' : '' },
    make('div', {}, label, make('span', { class: 'muted small' }, what)),
    make('select', { id, class: 'input', onchange }, ...options),
  );
}

function lineItem({ counterpart, kind, msisdn = '', times }: Fault): HTMLElement {
  const name = KINDS.find(([candidate]) => candidate === kind)?.[1] ?? kind;
  const text = `${counterpart}, line +${msisdn}: ${name}${times === undefined ? '' : `, ${times} more times`}`;
  return make('li', {}, make('span', { class: 'small' }, text));
}

/** The clock in the header and its buttons. Returns what to do when it was moved. */
export async function startClock(info: Info): Promise<() => Promise<void>> {
  let offsetMs = 0;
  const tick = (): void => {
    const now = Date.now() + offsetMs;
    for (const shown of document.querySelectorAll<HTMLElement>('[data-clock]')) {
      const words = (shown.dataset['clock'] === 'short' ? shortMoment : moment)(now, info.utcHours);
      if (shown.textContent !== words) shown.textContent = words;
    }
  };
  const refresh = async (): Promise<void> => {
    const clock = await read.clock();
    // Against this machine's clock, which need not be the sandbox's.
    offsetMs = clock.now - Date.now();
    showMove(clock);
    tick();
  };
  for (const button of document.querySelectorAll<HTMLElement>('[data-advance]')) {
    const by = button.dataset['advance'] ?? '';
    button.addEventListener('click', () => act(() => change.clock(by === 'now' ? { reset: true } : { advanceMs: Number(by) })));
  }
  await refresh();
  setInterval(tick, 1_000);
  return refresh;
}

function showMove({ offsetMs }: Clock): void {
  const by = span(offsetMs);
  const pill = one('#moved', HTMLElement);
  pill.hidden = by === '';
  pill.textContent = `${offsetMs < 0 ? '−' : '+'}${by}`;
  const words = by === '' ? 'The same as the machine.' : `${by} ${offsetMs < 0 ? 'behind' : 'ahead of'} the machine.`;
  one('#moved-words', HTMLElement).textContent = `${words} Codes, tokens and renewals of the operator follow it.`;
}

/** How long the second press may take. */
const SURE_MS = 5_000;

/** Starting over asks twice, in the same place. */
export function startReset(): void {
  const button = one('#reset', HTMLButtonElement);
  const words = button.textContent ?? '';
  let sure: number | undefined;
  const calm = (): void => {
    clearTimeout(sure);
    sure = undefined;
    button.textContent = words;
  };
  button.addEventListener('click', () => {
    if (sure === undefined) {
      button.textContent = 'Press again to reset';
      sure = setTimeout(calm, SURE_MS);
      return;
    }
    calm();
    act(async () => {
      await change.reset();
      toast('Everything begins anew');
    });
  });
}
