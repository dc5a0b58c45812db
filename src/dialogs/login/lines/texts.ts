import { catalog, forms } from '../../../domain/texts';

export const texts = catalog(
  {
    title: forms({ tu: 'tus líneas', vos: 'tus líneas', usted: 'sus líneas' }),
    button: 'Mis líneas',
    which: forms({
      tu: (v: { current: string }) => `Ahora hablamos de la línea ${v.current}. ¿Qué quieres hacer?`,
      vos: (v: { current: string }) => `Ahora hablamos de la línea ${v.current}. ¿Qué querés hacer?`,
      usted: (v: { current: string }) => `Ahora hablamos de la línea ${v.current}. ¿Qué quiere hacer?`,
    }),
    use: (v: { line: string }) => `Usar ${v.line}`,
    add: 'Agregar otra línea',
    close: (v: { line: string }) => `Cerrar ${v.line}`,
    now: (v: { line: string }) => `Listo. Ahora hablamos de la línea ${v.line}.`,
    closed: (v: { line: string }) => `Listo, cerré la línea ${v.line} en este chat.`,
    balance: 'Ver mi saldo',
  },
  {
    title: 'your lines',
    button: 'My lines',
    which: (v) => `We are talking about line ${v.current}. What would you like to do?`,
    use: (v) => `Use ${v.line}`,
    add: 'Add another line',
    close: (v) => `Close ${v.line}`,
    now: (v) => `Done. Now we are talking about line ${v.line}.`,
    closed: (v) => `Done, I closed line ${v.line} in this chat.`,
    balance: 'See my balance',
  },
);
