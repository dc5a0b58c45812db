import type { Info } from './answers.js';
import { read } from './api.js';
import { make, one } from './dom.js';
import { hour } from './format.js';

/** What the operator wrote to its customers by e-mail, newest first. Returns what to do when there may be more. */
export async function startMails({ utcHours }: Info): Promise<() => Promise<void>> {
  const refresh = async (): Promise<void> => {
    const { mails } = await read.mails();
    one('#mail-box', HTMLElement).hidden = mails.length === 0;
    one('#mails', HTMLElement).replaceChildren(
      ...mails.map(({ at, to, subject, text }) =>
        make(
          'li',
          {},
          make('p', { class: 'muted tiny num' }, `${hour(at, utcHours)} · ${to}`),
          make('strong', {}, subject),
          make('p', { class: 'small' }, text),
        ),
      ),
    );
  };
  await refresh();
  return refresh;
}
