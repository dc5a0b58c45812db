import { sendBox } from './webchat.js';

interface Keys {
  readonly inputMode: string;
  readonly autocomplete: string;
}

/** What a phone's keyboard should offer. Digits for a code, so that the phone proposes the one from the SMS. */
const KEYS: Readonly<Record<string, Keys>> = {
  code: { inputMode: 'numeric', autocomplete: 'one-time-code' },
  phone: { inputMode: 'tel', autocomplete: 'tel' },
  number: { inputMode: 'decimal', autocomplete: 'off' },
};
/** The server takes no longer text, counted the same way. Web Chat would send one, and only say that it failed. */
const MOST_CHARACTERS = 2_000;
const PLAIN: Keys = { inputMode: 'text', autocomplete: 'off' };

/** Web Chat cannot be told what kind of answer is awaited; its box can. A secret is shown as dots where the browser knows how. */
export interface Expectation {
  readonly set: (kind: unknown) => void;
}

export const createExpectation = (): Expectation => {
  let expected = '';
  const apply = (): void => {
    const box = sendBox();
    if (!box) return;
    const { inputMode, autocomplete } = KEYS[expected] ?? PLAIN;
    box.maxLength = MOST_CHARACTERS;
    box.inputMode = inputMode;
    box.setAttribute('autocomplete', autocomplete);
    box.toggleAttribute('data-secret', expected === 'secret');
  };
  // Web Chat may make its box anew at any time: look again when the customer is about to write.
  document.addEventListener('focusin', ({ target }) => target === sendBox() && apply());
  return {
    set: (kind) => {
      expected = typeof kind === 'string' ? kind : '';
      requestAnimationFrame(apply);
    },
  };
};
