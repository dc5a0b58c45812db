import { catalog, forms } from '../../../../domain/texts';

/** The words that are agreed to, with a promotion and with what an advance takes; and the page where a card is typed. */
export const agreeing = catalog(
  {
    withCard: forms({
      tu: (v: { name: string }) => `tu ${v.name}`,
      vos: (v: { name: string }) => `tu ${v.name}`,
      usted: (v: { name: string }) => `su ${v.name}`,
    }),
    payThere: forms({
      tu: (v: { amount: string; until: string; reference: string }) =>
        `Este es el enlace seguro para pagar ${v.amount}. Vale hasta ${v.until}. No me escribas datos de tarjeta aquí: te aviso en cuanto el banco confirme. Referencia ${v.reference}.`,
      vos: (v: { amount: string; until: string; reference: string }) =>
        `Este es el enlace seguro para pagar ${v.amount}. Vale hasta ${v.until}. No me escribas datos de tarjeta aquí: te aviso en cuanto el banco confirme. Referencia ${v.reference}.`,
      usted: (v: { amount: string; until: string; reference: string }) =>
        `Este es el enlace seguro para pagar ${v.amount}. Vale hasta ${v.until}. No me escriba datos de tarjeta aquí: le aviso en cuanto el banco confirme. Referencia ${v.reference}.`,
    }),
    noPage: forms({
      tu: 'Ahora no pude abrir la página de pago. No se cobró nada. Intenta en unos minutos, o paga de otra forma.',
      vos: 'Ahora no pude abrir la página de pago. No se cobró nada. Intentá en unos minutos, o pagá de otra forma.',
      usted: 'Ahora no pude abrir la página de pago. No se cobró nada. Intente en unos minutos, o pague de otra forma.',
    }),
    withPage: 'tarjeta en la página segura',
    sure: forms({ tu: '¿Confirmas?', vos: '¿Confirmás?', usted: '¿Confirma?' }),
    plain: (v: { amount: string; who: string; means: string }) => `Recargar ${v.amount} a ${v.who} con ${v.means}.`,
    bonus: forms({
      tu: (v: { bonus: string; words: string }) => `Hoy hay promoción: recibes ${v.bonus} más, ${v.words}.`,
      vos: (v: { bonus: string; words: string }) => `Hoy hay promoción: recibís ${v.bonus} más, ${v.words}.`,
      usted: (v: { bonus: string; words: string }) => `Hoy hay promoción: recibe ${v.bonus} más, ${v.words}.`,
    }),
    gift: forms({
      tu: (v: { words: string }) => `Hoy hay promoción: recibes ${v.words}.`,
      vos: (v: { words: string }) => `Hoy hay promoción: recibís ${v.words}.`,
      usted: (v: { words: string }) => `Hoy hay promoción: recibe ${v.words}.`,
    }),
    valid: (v: { day: string }) => `Vale hasta ${v.day}.`,
    debt: forms({
      tu: (v: { owed: string; amount: string; kept: string; left: string }) =>
        `Antes de confirmar: debes ${v.owed} de un adelanto. De ${v.amount} se abonan ${v.kept} y te quedan ${v.left}.`,
      vos: (v: { owed: string; amount: string; kept: string; left: string }) =>
        `Antes de confirmar: debés ${v.owed} de un adelanto. De ${v.amount} se abonan ${v.kept} y te quedan ${v.left}.`,
      usted: (v: { owed: string; amount: string; kept: string; left: string }) =>
        `Antes de confirmar: debe ${v.owed} de un adelanto. De ${v.amount} se abonan ${v.kept} y le quedan ${v.left}.`,
    }),
    debtLeft: forms({
      tu: (v: { owed: string }) => `Después todavía deberás ${v.owed}.`,
      vos: (v: { owed: string }) => `Después todavía vas a deber ${v.owed}.`,
      usted: (v: { owed: string }) => `Después todavía deberá ${v.owed}.`,
    }),
    debtOther: 'Si esa línea debe un adelanto, una parte se abona primero.',
    goOn: '¿Sigo?',
    yes: 'Sí, recargar',
    payIt: (v: { amount: string }) => `Pagar ${v.amount}`,
    otherCard: 'Otra tarjeta',
    newCard: 'Con tarjeta',
    otherMeans: 'Otro medio',
    changeAmount: 'Cambiar monto',
  },
  {
    withCard: (v) => `your ${v.name}`,
    payThere: (v) =>
      `This is the secure link to pay ${v.amount}. It is good until ${v.until}. Do not write card data here: I will tell you as soon as the bank confirms. Reference ${v.reference}.`,
    noPage: 'I could not open the page to pay now. Nothing was charged. Try again in a few minutes, or pay otherwise.',
    withPage: 'a card on the secure page',
    sure: 'Do you confirm?',
    plain: (v) => `Top up ${v.amount} to ${v.who} with ${v.means}.`,
    bonus: (v) => `There is a promotion today: you get ${v.bonus} more, ${v.words}.`,
    gift: (v) => `There is a promotion today: you get ${v.words}.`,
    valid: (v) => `Valid until ${v.day}.`,
    debt: (v) => `Before you confirm: you owe ${v.owed} of an advance. Of ${v.amount}, ${v.kept} goes to it and ${v.left} is left for you.`,
    debtLeft: (v) => `You will still owe ${v.owed} then.`,
    debtOther: 'If that line owes an advance, a part of it is paid first.',
    goOn: 'Shall I go on?',
    yes: 'Yes, top up',
    payIt: (v) => `Pay ${v.amount}`,
    otherCard: 'Another card',
    newCard: 'By card',
    otherMeans: 'Pay otherwise',
    changeAmount: 'Change amount',
  },
);
