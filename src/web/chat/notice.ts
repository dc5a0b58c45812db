import type { Speech } from './language.js';
import { part } from './page-data.js';

/** One line over the conversation when something is wrong, with at most one thing to do about it. */
export interface Notice {
  readonly show: (text: string, button?: { readonly key: string; readonly act: () => void }) => void;
  readonly hide: () => void;
}

export const createNotice = (speech: Speech): Notice => {
  const box = part('#notice');
  const [words, button] = [part('#notice p'), part<HTMLButtonElement>('#notice button')];
  let act: (() => void) | undefined;
  button.addEventListener('click', () => act?.());
  return {
    show: (text, todo) => {
      words.textContent = text;
      act = todo?.act;
      button.hidden = !todo;
      if (todo) speech.write(button, todo.key);
      box.hidden = false;
    },
    hide: () => {
      box.hidden = true;
      act = undefined;
    },
  };
};
