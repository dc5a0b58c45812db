import type { Speech } from './language.js';
import { part } from './page-data.js';

/** The demo's stories, where the server put them into the page: a tap puts the number where the customer writes. */
export const setUpDemo = (speech: Speech, insert: (text: string) => void): void => {
  const panel = document.querySelector<HTMLDetailsElement>('#demo');
  if (!panel) return;
  const close = (): void => {
    panel.open = false;
  };
  panel.querySelectorAll<HTMLElement>('[data-number]').forEach((button) =>
    button.addEventListener('click', () => {
      const number = button.dataset['number'] ?? '';
      close();
      insert(number);
      part('#demo-said').textContent = speech.t('demoCopied', { number });
    }),
  );
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !panel.open) return;
    event.preventDefault(); // the frame would close otherwise
    close();
    panel.querySelector('summary')?.focus();
  });
  document.addEventListener('click', ({ target }) => target instanceof Node && !panel.contains(target) && close());
};
