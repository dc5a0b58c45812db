import type { Offer, Switches, Verdict } from './answers.js';
import { change, read } from './api.js';
import { act } from './controls.js';
import { make, one } from './dom.js';

/** What a sandbox that was just begun has turned. */
let turned: Switches = { verdicts: {}, offers: [] };
/** A price is being written: what changes elsewhere must not take it away. */
let isWriting = false;
/** Everything begins anew, and what was being written was for what is gone. */
export const dropPrice = (): void => void (isWriting = false);

/** How the phone that is shown answers its wallet, and what an offer costs. Returns what to do when they changed. */
export async function startSwitches(): Promise<() => Promise<void>> {
  const line = one('#line', HTMLSelectElement);
  const verdict = one('#verdict', HTMLSelectElement);
  const offer = one('#offer', HTMLSelectElement);
  line.addEventListener('change', showVerdict);
  verdict.addEventListener('change', () => act(() => change.wallet(line.value, verdict.value)));
  offer.addEventListener('change', showPrice);
  one('#price', HTMLInputElement).addEventListener('input', () => (isWriting = true));
  one('#prices', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    isWriting = false;
    act(() => change.price(offer.value, one('#price', HTMLInputElement).value.trim()));
  });
  const refresh = async (): Promise<void> => {
    turned = await read.switches();
    showVerdict();
    showOffers();
    if (!isWriting) showPrice();
  };
  await refresh();
  return refresh;
}

/** Of the phone that is shown: whoever changes the phone sees that one's. */
export function showVerdict(): void {
  const verdict: Verdict = turned.verdicts[one('#line', HTMLSelectElement).value] ?? 'approve';
  one('#verdict', HTMLSelectElement).value = verdict;
}

function showOffers(): void {
  const offer = one('#offer', HTMLSelectElement);
  const chosen = offer.value;
  offer.replaceChildren(...turned.offers.map((each) => make('option', { value: each.id, selected: each.id === chosen }, labelOf(each))));
}

const labelOf = ({ name, price, printed }: Offer): string => (price === printed ? `${name}: ${price}` : `${name}: ${price}, not ${printed}`);

function showPrice(): void {
  isWriting = false;
  const offer = turned.offers.find(({ id }) => id === one('#offer', HTMLSelectElement).value);
  one('#price', HTMLInputElement).value = offer?.price ?? '';
}
