import { z } from 'zod';
import { countryOf } from '../../../domain/countries';
import { billWords, CONTRACT, contractIn } from '../../../domain/contracts';
import { readDocument } from '../../../domain/documents';
import { again } from '../../engine/control';
import type { Question } from '../../engine/question';
import type { Known } from '../../engine/skill';
import type { texts } from './texts';

type Told = Known<typeof texts.es, object>;

const wordsOf = ({ country, language }: Told) => billWords(country, language);

/** Which contract? With a drawing of where a bill has its number. */
export const whichContract: Question<Told, string> = {
  ask: (known) => {
    const { t, country } = known;
    const words = wordsOf(known);
    return {
      text: t.contract(words),
      cards: [
        {
          speak: t.picture(words),
          text: t.where(words),
          picture: { path: `/static/shared/bills/bill-${country.code.toLowerCase()}.svg`, says: t.picture(words) },
        },
      ],
      choices: [
        { id: 'no-bill', label: t.noBill },
        { id: 'go:agent', label: t.person },
      ],
      expects: 'number',
    };
  },
  rephrase: (known) => ({ text: known.t.contractAgain(wordsOf(known)), cards: [], expects: 'number' }),
  keeps: z.string().regex(CONTRACT),
  read: ({ text, folded, choice, numbered }, known) => {
    const { t, country } = known;
    const words = wordsOf(known);
    if (choice === 'no-bill' || numbered === 'no-bill' || NO_BILL.test(folded)) {
      return again({ text: t.ways(words), cards: [], choices: [{ id: 'go:agent', label: t.person }], expects: 'number' });
    }
    const contract = contractIn(text);
    if (contract !== undefined) return contract;
    return readDocument(text, country.documents).ok ? again({ text: t.documentFirst(words), cards: [], choices: [], expects: 'number' }) : again();
  },
};

/** "No tengo el papel", "lo boté", "no lo sé", "lo tiene mi mamá": no number is in it. */
const NO_BILL =
  /^(?!.*\d).*(?:\bno (?:la |lo |me |me la |me lo )?(?:tengo|encuentro|hallo|guardo|guarde|se|acuerdo|recuerdo|llega|llego)\b|\bl[oa] (?:tiene|guarda|sabe)\b|\b(?:perdi|bote|boto|botaron|tire|tiro|rompi)\b|\b(?:don t|do not|didn t) (?:have|know|remember|keep)\b|\blost (?:it|the bill)\b)/;

/** Whose document? A typing error is told before anybody is asked. */
export const whichDocument: Question<Told, string> = {
  ask: (known) => ({ text: known.t.document(wordsOf(known)) }),
  rephrase: (known) => ({ text: known.t.documentAgain(wordsOf(known)) }),
  keeps: z.string().min(4),
  read: ({ text, folded }, known) => {
    const { t, country, language } = known;
    const read = readDocument(text, country.documents);
    if (read.ok) return read.normalised;
    if (NO_BILL.test(folded)) return again({ text: t.noDocument(wordsOf(known)), choices: [{ id: 'go:agent', label: t.person }] });
    switch (read.reason) {
      case 'shape':
        return again();
      case 'check':
        return again(t.digit({ document: read.kind.label[language], example: read.kind.example }));
      case 'otherCountry': {
        const of = countryOf(read.kind.country).name[language];
        return again(t.foreign({ ...wordsOf(known), given: read.kind.label[language], of }));
      }
    }
  },
};
