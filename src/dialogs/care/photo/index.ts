import { caseName } from '../../../domain/cases/name';
import { fold } from '../../../domain/fold';
import type { CaseDesk } from '../../../integrations/cases/port';
import { skill } from '../../engine/skill';
import { openFor } from '../../engine/trail';
import { LEFT_NOTE, texts } from './texts';

/** The customer's words on a ticket. */
const WORDS = 1_500;

/** Only points at what was sent, or greets. */
const POINTS =
  /\b(?:hola|buen[oa]s|dias|tardes|noches|mir[ae]|ve[ae]|usted|est[aeo]s?|aqui|aca|ahi|va|le|te|les|mando|envio|adjunto|una?|el|la|l[oa]s|de|del|mi|su|que|es|foto|fotos|imagen|captura|pantalla|por|favor|hi|hello|look|see|at|here|is|this|the|a|my|of|it|picture|photo|image|screenshot|please|what|does|mean|significa)\b/g;
/** So many words more say what happened. */
const TELLING = 3;
const told = (text: string): boolean =>
  (
    fold(text)
      .replace(POINTS, ' ')
      .match(/[a-z]{2,}/g) ?? []
  ).length >= TELLING;

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
    // This channel keeps its files to itself: whoever has the case is told where to look.
    if (opened && sent.length === 0 && (await caseDesk.add(attempt, opened.reference, { text: LEFT_NOTE, files: [] }))) {
      tried({ opened });
      return say(t.left({ case: caseName(opened) }));
    }
    const tells = told(text);
    if (tells) tried({ asked: text });
    say({
      text: tells ? t.tells : t.waits,
      choices: [
        { id: 'go:ticket', label: t.case },
        { id: 'go:menu', label: t.menu },
      ],
    });
  });
