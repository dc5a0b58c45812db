import type { Speech } from './language.js';
import { part } from './page-data.js';

export type Status = 'wait' | 'on' | 'again' | 'off' | 'end';

/** Who speaks, and how the connection is, in words. */
export interface Header {
  readonly status: (status: Status) => void;
  readonly now: () => Status;
  /** A person's name while a person answers; undefined for the assistant. */
  readonly speaker: (name: string | undefined) => void;
}

export const createHeader = (speech: Speech): Header => {
  const [who, box, words] = [part('#who'), part('#status'), part('#status-text')];
  let now: Status = 'wait';
  let person: string | undefined;
  const show = (): void => {
    speech.write(words, now === 'on' && person ? 'person' : now);
    box.dataset['state'] = now;
  };
  return {
    now: () => now,
    status: (status) => {
      now = status;
      show();
    },
    speaker: (name) => {
      if (name === person) return;
      person = name;
      if (name) {
        delete who.dataset['t'];
        who.textContent = name;
      } else speech.write(who, 'assistant');
      show();
    },
  };
};
