import { caseName } from '../../../domain/cases/name';
import type { CaseDesk } from '../../../integrations/cases/port';
import { skill } from '../../engine/skill';
import { texts } from './texts';

/** A case that was opened so long ago is what the next photo is for. */
const FRESH_MS = 60 * 60_000;

/** A file that came without a word: for the case that was just opened, or for the one that it begins. Nobody asks for this by name. */
export const photo = ({ caseDesk }: { readonly caseDesk: CaseDesk }) =>
  skill('photo', texts).does(async ({ t, say, trail: { opened, files }, now, attempt, tried }) => {
    const sent = files.filter(({ at }) => at === now).map(({ id, name, contentType, bytes }) => ({ id, name, contentType, bytes }));
    if (opened && now - opened.at < FRESH_MS && sent.length > 0 && (await caseDesk.add(attempt, opened.reference, { text: '', files: sent }))) {
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
