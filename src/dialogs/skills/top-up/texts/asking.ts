import { catalog, forms } from '../../../../domain/texts';

/** Which line, how much, with what. */
export const asking = catalog(
  {
    nothingHere: 'Por aquí no hay recargas por ahora. No cobré nada.',
    which: '¿A qué línea recargo?',
    whichAgain: forms({
      tu: (v: { example: string }) => `Escribe el número completo de la línea, por ejemplo ${v.example}.`,
      vos: (v: { example: string }) => `Escribí el número completo de la línea, por ejemplo ${v.example}.`,
      usted: (v: { example: string }) => `Escriba el número completo de la línea, por ejemplo ${v.example}.`,
    }),
    notOurs: (v: { line: string; brand: string }) =>
      `El ${v.line} no es una línea activa de ${v.brand}, y solo puedo recargar esas. ¿A qué otra recargo?`,
    foreign: (v: { brand: string }) => `Ese número es de otro país; solo puedo recargar líneas de ${v.brand} de aquí. ¿A cuál?`,
    fixed: 'Ese es un teléfono fijo y no recibe recargas. ¿A qué celular recargo?',
    several: 'Vi más de un número. ¿A cuál recargo primero?',
    postpaid: (v: { line: string }) => `El ${v.line} es de un plan con factura y no recibe recargas. ¿A qué otra línea recargo?`,
    mine: 'A mi línea',
    otherLine: 'Otra línea',
    last4: forms({
      tu: 'Para no equivocarnos, escribe los últimos 4 números de la línea que recargo.',
      vos: 'Para no equivocarnos, escribí los últimos 4 números de la línea que recargo.',
      usted: 'Para no equivocarnos, escriba los últimos 4 números de la línea que recargo.',
    }),
    last4Wrong: 'Esos 4 números no son los de esa línea. No cobré nada. ¿Cuáles son los últimos 4?',
    changeNumber: 'Cambiar número',
    own: forms({
      tu: (v: { line: string }) => `tu línea ${v.line}`,
      vos: (v: { line: string }) => `tu línea ${v.line}`,
      usted: (v: { line: string }) => `su línea ${v.line}`,
    }),
    other: (v: { line: string }) => `la línea ${v.line}`,
    howMuch: (v: { who: string }) => `¿Cuánto recargo a ${v.who}?`,
    payWith: '¿Con qué la pago?',
    noMeans: forms({
      tu: 'No tienes una tarjeta guardada ni billetera para recargar por aquí. Puedes usar el PIN de una tarjeta de recarga.',
      vos: 'No tenés una tarjeta guardada ni billetera para recargar por aquí. Podés usar el PIN de una tarjeta de recarga.',
      usted: 'No tiene una tarjeta guardada ni billetera para recargar por aquí. Puede usar el PIN de una tarjeta de recarga.',
    }),
    noMeansFor: (v: { amount: string }) => `Ningún medio de pago alcanza para ${v.amount}. No cobré nada. ¿Pongo otro monto?`,
    simMeans: 'El chip de esta línea cambió hace poco: por seguridad, lo guardado y la billetera no pagan todavía. No cobré nada. ¿Con cuál pagamos?',
    pin: 'Usar un PIN',
  },
  {
    nothingHere: 'There are no top-ups here for now. I charged nothing.',
    which: 'Which line shall I top up?',
    whichAgain: (v) => `Write the whole number of the line, for example ${v.example}.`,
    notOurs: (v) => `${v.line} is not an active line of ${v.brand}, and I can only top up those. Which other one?`,
    foreign: (v) => `That number is of another country; I can only top up lines of ${v.brand} here. Which one?`,
    fixed: 'That is a landline and takes no top-ups. Which mobile shall I top up?',
    several: 'I saw more than one number. Which one first?',
    postpaid: (v) => `${v.line} has a plan with a bill and takes no top-ups. Which other line shall I top up?`,
    mine: 'To my line',
    otherLine: 'Another line',
    last4: 'To make no mistake, write the last 4 digits of the line I top up.',
    last4Wrong: 'Those are not the last 4 digits of that line. I charged nothing. Which are they?',
    changeNumber: 'Change number',
    own: (v) => `your line ${v.line}`,
    other: (v) => `line ${v.line}`,
    howMuch: (v) => `How much shall I top up to ${v.who}?`,
    payWith: 'What shall I pay it with?',
    noMeans: 'You have no saved card and no wallet to top up from here. You can use the PIN of a top-up card.',
    noMeansFor: (v) => `No means of payment is enough for ${v.amount}. I charged nothing. Shall I use another amount?`,
    simMeans:
      'The SIM of this line was changed lately: to be safe, saved cards and the wallet do not pay yet. I charged nothing. Which one shall I use?',
    pin: 'Use a PIN',
  },
);
