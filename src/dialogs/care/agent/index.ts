import type { Language } from '../../../domain/texts';
import { skill } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';

/** How to reach a human being. `contact` is what the operator says about it, in each language. */
export const agent = ({ contact }: { readonly contact: Partial<Readonly<Record<Language, string>>> }) =>
  skill('agent', texts)
    .hears(utterancesIn(__dirname))
    .does(async ({ t, say, language }) => {
      const how = contact[language] ?? contact.es;
      say({ text: how === undefined ? t.unknown : t.how({ contact: how }), choices: [{ id: 'go:menu', label: t.menu }] });
    });
