import { catalog } from '../../../../domain/texts';
import { agreeing } from './agreeing';
import { asking } from './asking';
import { ends } from './ends';

/** All that a top-up says, from its first question to its receipt. */
export const texts = catalog(
  {
    title: 'la recarga',
    button: 'Recargar',
    ...asking.es,
    ...agreeing.es,
    ...ends.es,
  },
  {
    title: 'the top-up',
    button: 'Top up',
    ...asking.en,
    ...agreeing.en,
    ...ends.en,
  },
);
