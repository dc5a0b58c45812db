import { catalog } from '../../../../domain/texts';
import { agreeing } from './agreeing';
import { choosing } from './choosing';
import { ends } from './ends';

/** All that a purchase says, from what is looked for to its receipt. */
export const texts = catalog(
  {
    title: 'la compra del paquete',
    button: 'Comprar paquete',
    ...choosing.es,
    ...agreeing.es,
    ...ends.es,
  },
  {
    title: 'buying the pack',
    button: 'Buy a pack',
    ...choosing.en,
    ...agreeing.en,
    ...ends.en,
  },
);
