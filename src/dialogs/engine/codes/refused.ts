import type { Refused } from '../../../integrations/codes/port';
import { leave, type Control } from '../control';
import type { Known } from '../skill';
import type { codeTexts } from './texts';
import { hourOfEnd, whenOf } from './when';

/** No code for now: until when, and what can be done instead. */
export function refused({ status, until }: Refused, { t, country, language, now }: Known<typeof codeTexts.es, object>): Control {
  const words = {
    wait: () => t.tooSoon({ hour: hourOfEnd(until, country, language) }),
    today: () => t.noMoreToday({ when: whenOf(until, now, country, language) }),
    lines: () => t.noMoreLines({ when: whenOf(until, now, country, language) }),
    held: () => t.held({ hour: hourOfEnd(until, country, language) }),
  };
  return leave({
    text: words[status](),
    choices: [
      { id: 'go:agent', label: t.person },
      { id: 'go:menu', label: t.seeMenu },
    ],
  });
}
