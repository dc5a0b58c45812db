import { z } from 'zod';
import type { Language } from '../../../domain/texts';
import { skill } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';

/** How to reach a human being. `contact` is what the operator says about it, in each language. `quietly` may be given: somebody in danger or grief is shown no menu. */
export const agent = ({ contact }: { readonly contact: Partial<Readonly<Record<Language, string>>> }) =>
  skill('agent', texts)
    .hears(utterancesIn(__dirname))
    .loads('quietly', z.boolean(), async () => false)
    .does(async ({ t, say, language, quietly }) => {
      const how = contact[language] ?? contact.es;
      const text = how === undefined ? t.unknown : t.how({ contact: how });
      say(quietly ? text : { text, choices: [{ id: 'go:menu', label: t.menu }] });
    });
