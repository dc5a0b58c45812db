import { catalog, forms } from '../../../domain/texts';

export const texts = catalog(
  {
    title: forms({ tu: 'tus contratos', vos: 'tus contratos', usted: 'sus contratos' }),
    button: 'Mis contratos',
    which: forms({
      tu: (v: { current: string }) => `Ahora hablamos del contrato ${v.current}. ¿De cuál quieres hablar?`,
      vos: (v: { current: string }) => `Ahora hablamos del contrato ${v.current}. ¿De cuál querés hablar?`,
      usted: (v: { current: string }) => `Ahora hablamos del contrato ${v.current}. ¿De cuál quiere hablar?`,
    }),
    ending: (v: { ending: string }) => `que termina en ${v.ending}`,
    one: (v: { ending: string }) => `Contrato …${v.ending}`,
    add: 'Agregar otro',
    close: 'Cerrar este',
    now: (v: { which: string }) => `Listo. Ahora hablamos del contrato ${v.which}.`,
    closed: (v: { which: string }) => `Listo, cerré el contrato ${v.which} en este chat.`,
    bill: 'Ver mi factura',
  },
  {
    title: 'your contracts',
    button: 'My contracts',
    which: (v) => `We are talking about the contract ${v.current}. Which one would you like?`,
    ending: (v) => `ending in ${v.ending}`,
    one: (v) => `Contract …${v.ending}`,
    add: 'Add another',
    close: 'Close this one',
    now: (v) => `Done. Now we are talking about the contract ${v.which}.`,
    closed: (v) => `Done, I closed the contract ${v.which} in this chat.`,
    bill: 'See my bill',
  },
);
