import { z } from 'zod';
import { caseName } from '../../../domain/cases/name';
import type { Choice } from '../../../domain/message';
import type { Form, Language } from '../../../domain/texts';
import type { CaseDesk } from '../../../integrations/cases/port';
import { skill } from '../../engine/skill';
import { openFor } from '../../engine/trail';
import { texts } from './texts';

interface CaseWordsParts {
  readonly caseDesk: CaseDesk;
  /** What the button into a skill says; undefined for one that this release does not have. */
  readonly door: (skill: string, language: Language, form: Form) => string | undefined;
}

/** The customer's words on a ticket. */
const WORDS = 1_500;

/**
 * What was still to be said of the case that was just opened. Nobody asks for this by name. `instead` may be given: the skill that looks at what was
 * told besides.
 */
export const caseWords = ({ caseDesk, door }: CaseWordsParts) =>
  skill('case-words', texts)
    .loads('instead', z.string().nullable(), async () => null)
    .does(async ({ t, say, said, trail, now, attempt, tried, instead, language, form }) => {
      const opened = openFor(trail, now);
      const text = (said.words ?? '').slice(0, WORDS);
      const buttonOf = (id: string): Choice[] =>
        [door(id, language, form)].flatMap((label) => (label === undefined ? [] : [{ id: `go:${id}`, label }]));
      // The button again, whose words were added at the first press.
      if (opened && text === '') return say({ text: t.what, choices: [...buttonOf('cases'), { id: 'go:menu', label: t.menu }] });
      if (!opened || !(await caseDesk.add(attempt, opened.reference, { text, files: [] }))) {
        if (text !== '') tried({ asked: text });
        return say({ text: t.over, choices: [...buttonOf('ticket'), { id: 'go:menu', label: t.menu }] });
      }
      tried({ opened });
      const looks = instead === null ? [] : buttonOf(instead);
      const named = { case: caseName(opened) };
      say({
        text: looks.length > 0 ? t.addedAndMore(named) : t.added(named),
        choices: [...looks, ...buttonOf('cases'), { id: 'go:menu', label: t.menu }],
      });
    });
