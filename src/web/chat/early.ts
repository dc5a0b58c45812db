import { part } from './page-data.js';

/** What is open only where the browser itself can open things; the others would throw at the question. */
const OPEN = ':popover-open';

/** The starters that were tapped before this script ran, in the order of the page, each once. From now on a tap is the script's. */
export const takeEarly = (): readonly string[] => {
  const box = part('#early');
  const bubbles = CSS.supports(`selector(${OPEN})`) ? [...box.querySelectorAll(`${OPEN} + .mine .bubble`)] : [];
  document.querySelectorAll('[popovertarget]').forEach((button) => button.removeAttribute('popovertarget'));
  box.remove();
  return bubbles.map(({ textContent }) => textContent ?? '');
};
