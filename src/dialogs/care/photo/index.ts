import { caseName } from '../../../domain/cases/name';
import type { CaseDesk } from '../../../integrations/cases/port';
import { skill } from '../../engine/skill';
import { openFor } from '../../engine/trail';
import { texts } from './texts';

/** The customer's words on a ticket. */
const WORDS = 1_500;

/** A file, with what was written beside it: for the case that was just opened, or for the one that it begins. Nobody asks for this by name. */
export const photo = ({ caseDesk }: { readonly caseDesk: CaseDesk }) =>
  skill('photo', texts).does(async ({ t, say, said, trail, now, attempt, tried }) => {
    const sent = trail.files.filter(({ at }) => at === now).map(({ id, name, contentType, bytes }) => ({ id, name, contentType, bytes }));
    const opened = openFor(trail, now);
    const text = (said.words ?? '').slice(0, WORDS);
    if (opened && sent.length > 0 && (await caseDesk.add(attempt, opened.reference, { text, files: sent }))) {
      tried({ opened });
      return say(t.added({ case: caseName(opened) }));
    }
    say({
      text: t.waits,
      choices: [
        { id: 'go:ticket', label: t.case },
        { id: 'go:menu', label: t.menu },
      ],
    });
  });
