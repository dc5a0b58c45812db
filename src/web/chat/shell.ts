import type { Speech } from './language.js';
import { part } from './page-data.js';
import type { Waiting } from './queue.js';
import { sendBox, type Store } from './webchat.js';

/** The light page in front of Web Chat, until Web Chat is there. */
export interface Shell {
  readonly isUp: () => boolean;
  /** Shows what waits to be sent. */
  readonly show: (waiting: readonly Waiting[]) => void;
  /** Puts text where the customer writes. */
  readonly insert: (text: string) => void;
  /** Gives the place to Web Chat, with the text in writing, its caret and the focus. Does nothing when done before. */
  readonly handOver: (store: Store) => void;
}

const bubbleOf = ({ text }: Waiting, speech: Speech): HTMLElement => {
  const bubble = document.createElement('div');
  bubble.className = 'mine';
  const words = document.createElement('p');
  words.className = 'bubble from-me';
  words.textContent = text;
  const state = document.createElement('p');
  state.className = 'tiny muted';
  speech.write(state, 'waiting');
  bubble.append(words, state);
  return bubble;
};

/** Sets up the form: Enter sends, Shift+Enter breaks the line, and nothing is sent while a word is being composed. */
const listen = (form: HTMLFormElement, input: HTMLTextAreaElement, say: (text: string) => void): void => {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    input.value = '';
    input.focus();
    if (text) say(text);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
};

/** Hands over once nothing is half composed: an accent or a syllable in the making would be lost. */
const whenComposed = (input: HTMLTextAreaElement, isComposing: () => boolean, act: () => void): void => {
  if (isComposing()) input.addEventListener('compositionend', () => setTimeout(act, 0), { once: true });
  else act();
};

const swap = (root: HTMLElement, input: HTMLTextAreaElement, store: Store): void => {
  const chat = part('#webchat');
  const focused = root.contains(document.activeElement);
  const { value, selectionStart, selectionEnd } = input;
  if (value) store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: value } });
  chat.inert = false;
  chat.classList.add('up');
  root.hidden = true;
  const box = sendBox();
  if (!focused || !box) return;
  box.focus();
  requestAnimationFrame(() => box.setSelectionRange(selectionStart, selectionEnd));
};

export const createShell = (speech: Speech, say: (text: string) => void, store: () => Store | undefined): Shell => {
  const [root, waitingBox] = [part('#shell'), part('#waiting')];
  const input = part<HTMLTextAreaElement>('#shell-input');
  let composing = false;
  input.addEventListener('compositionstart', () => (composing = true));
  input.addEventListener('compositionend', () => (composing = false));
  listen(part<HTMLFormElement>('#shell-form'), input, say);
  const isUp = (): boolean => !root.hidden;
  const insert = (text: string): void => {
    if (!isUp()) store()?.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
    else input.value = text;
    (isUp() ? input : sendBox())?.focus();
  };
  return {
    isUp,
    insert,
    show: (waiting) => {
      waitingBox.replaceChildren(...waiting.map((item) => bubbleOf(item, speech)));
      waitingBox.lastElementChild?.scrollIntoView({ block: 'end' });
    },
    handOver: (target) =>
      whenComposed(
        input,
        () => composing,
        () => isUp() && sendBox() && swap(root, input, target),
      ),
  };
};
