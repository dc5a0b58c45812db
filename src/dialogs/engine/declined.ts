import { textsFor } from '../../domain/texts';
import { leave, type Control } from './control';
import type { Basics } from './known';
import { yesOrNo, type Reply } from './question';
import { engineTexts } from './texts';

/** "No" to a list of what can be bought means none of it: the skill ends, and nothing was done. Undefined when it was no "no". */
export const declined = (reply: Reply, { language, form }: Basics): Control | undefined =>
  yesOrNo(reply) === false ? leave(textsFor(engineTexts, language, form).nothingDone) : undefined;
