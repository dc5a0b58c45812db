import { catalog, forms } from '../../../../domain/texts';

export const texts = catalog(
  {
    title: forms({ tu: 'lo que debes de adelantos', vos: 'lo que debés de adelantos', usted: 'lo que debe de adelantos' }),
    button: 'Mi adelanto',
    owes: forms({
      tu: (v: { line: string; owed: string; day: string }) => `Línea ${v.line}: debes ${v.owed} de adelantos, desde ${v.day}.`,
      vos: (v: { line: string; owed: string; day: string }) => `Línea ${v.line}: debés ${v.owed} de adelantos, desde ${v.day}.`,
      usted: (v: { line: string; owed: string; day: string }) => `Línea ${v.line}: debe ${v.owed} de adelantos, desde ${v.day}.`,
    }),
    one: forms({
      tu: (v: { lent: string; fee: string; owed: string; day: string }) =>
        `Recibiste ${v.lent} ${v.day}, con ${v.fee} de comisión; faltan ${v.owed}.`,
      vos: (v: { lent: string; fee: string; owed: string; day: string }) =>
        `Recibiste ${v.lent} ${v.day}, con ${v.fee} de comisión; faltan ${v.owed}.`,
      usted: (v: { lent: string; fee: string; owed: string; day: string }) =>
        `Recibió ${v.lent} ${v.day}, con ${v.fee} de comisión; faltan ${v.owed}.`,
    }),
    nothing: forms({
      tu: (v: { line: string }) => `Línea ${v.line}: no debes ningún adelanto.`,
      vos: (v: { line: string }) => `Línea ${v.line}: no debés ningún adelanto.`,
      usted: (v: { line: string }) => `Línea ${v.line}: no debe ningún adelanto.`,
    }),
    limit: forms({
      tu: (v: { limit: string; available: string }) => `Tu límite es ${v.limit}; ahora quedan ${v.available} para pedir.`,
      vos: (v: { limit: string; available: string }) => `Tu límite es ${v.limit}; ahora quedan ${v.available} para pedir.`,
      usted: (v: { limit: string; available: string }) => `Su límite es ${v.limit}; ahora quedan ${v.available} para pedir.`,
    }),
    speak: (v: { last: string; owed: string }) => `Línea terminada en ${v.last}: ${v.owed} por pagar de adelantos.`,
    card: 'Adelantos',
    owed: 'Por pagar',
    limitName: 'Límite',
    left: 'Para pedir',
  },
  {
    title: 'what you owe of advances',
    button: 'My advance',
    owes: (v) => `Line ${v.line}: you owe ${v.owed} of advances, since ${v.day}.`,
    one: (v) => `You got ${v.lent} ${v.day}, with a fee of ${v.fee}; ${v.owed} is left to pay.`,
    nothing: (v) => `Line ${v.line}: you owe no advance.`,
    limit: (v) => `Your limit is ${v.limit}; ${v.available} is left to ask for now.`,
    speak: (v) => `Line ending in ${v.last}: ${v.owed} to pay of advances.`,
    card: 'Advances',
    owed: 'To pay',
    limitName: 'Limit',
    left: 'To ask for',
  },
);
