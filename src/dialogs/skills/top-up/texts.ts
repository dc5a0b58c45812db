import { catalog, forms } from '../../../domain/texts';

export const texts = catalog(
  {
    title: 'la recarga',
    button: 'Recargar',
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
    pin: 'Usar un PIN',
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
    otherMeans: 'Otro medio',
    changeAmount: 'Cambiar monto',
    done: (v: { amount: string; who: string }) => `Listo. ${v.amount} en ${v.who}`,
    doneBonus: (v: { bonus: string }) => ` y ${v.bonus} promocionales`,
    doneKept: (v: { kept: string }) => `De ahí se abonaron ${v.kept} al adelanto.`,
    doneBalance: forms({
      tu: (v: { balance: string; until: string }) => `Tu saldo es ${v.balance}${v.until}.`,
      vos: (v: { balance: string; until: string }) => `Tu saldo es ${v.balance}${v.until}.`,
      usted: (v: { balance: string; until: string }) => `Su saldo es ${v.balance}${v.until}.`,
    }),
    until: (v: { day: string }) => ` hasta ${v.day}`,
    reference: (v: { reference: string }) => `Comprobante ${v.reference}.`,
    receipt: 'Recarga',
    refused: (v: { why: string }) => `No se hizo la recarga. ${v.why}`,
    limitCount: (v: { count: number }) =>
      `Hoy ya se hicieron ${v.count} recargas a otras líneas desde esta, y ese es el límite del día. No cobré nada. Mañana se abre de nuevo.`,
    limitAmount: (v: { most: string }) =>
      `Con esta recarga se pasaría de ${v.most} en un día a otras líneas, y ese es el límite. No cobré nada. Mañana se abre de nuevo.`,
    unknown: forms({
      tu: (v: { amount: string; when: string; reference: string }) =>
        `Todavía no sé si se aplicó la recarga de ${v.amount}. No la repitas: se podría cobrar dos veces. La estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      vos: (v: { amount: string; when: string; reference: string }) =>
        `Todavía no sé si se aplicó la recarga de ${v.amount}. No la repitas: se podría cobrar dos veces. La estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      usted: (v: { amount: string; when: string; reference: string }) =>
        `Todavía no sé si se aplicó la recarga de ${v.amount}. No la repita: se podría cobrar dos veces. La estoy revisando; le aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
    }),
    approve: forms({
      tu: (v: { amount: string; when: string; reference: string }) =>
        `Apruébalo en tu teléfono: te llegó un aviso para pagar ${v.amount}. No repitas la recarga; te aviso aquí a más tardar a ${v.when} Referencia ${v.reference}.`,
      vos: (v: { amount: string; when: string; reference: string }) =>
        `Aprobalo en tu teléfono: te llegó un aviso para pagar ${v.amount}. No repitas la recarga; te aviso aquí a más tardar a ${v.when} Referencia ${v.reference}.`,
      usted: (v: { amount: string; when: string; reference: string }) =>
        `Apruébelo en su teléfono: le llegó un aviso para pagar ${v.amount}. No repita la recarga; le aviso aquí a más tardar a ${v.when} Referencia ${v.reference}.`,
    }),
    settledDone: (v: { amount: string; last: string; when: string; reference: string }) =>
      `Ya sé: la recarga de ${v.amount} a la línea terminada en ${v.last} sí entró, a ${v.when} Comprobante ${v.reference}.`,
    settledNot: forms({
      tu: (v: { amount: string; last: string }) =>
        `Ya sé: la recarga de ${v.amount} a la línea terminada en ${v.last} no entró y no se cobró. Si quieres, la hacemos ahora.`,
      vos: (v: { amount: string; last: string }) =>
        `Ya sé: la recarga de ${v.amount} a la línea terminada en ${v.last} no entró y no se cobró. Si querés, la hacemos ahora.`,
      usted: (v: { amount: string; last: string }) =>
        `Ya sé: la recarga de ${v.amount} a la línea terminada en ${v.last} no entró y no se cobró. Si quiere, la hacemos ahora.`,
    }),
    stuck: forms({
      tu: (v: { reference: string; amount: string; last: string }) =>
        `Sigo sin respuesta sobre la recarga de ${v.amount} a la línea terminada en ${v.last}. Ya la ve una persona, con tu referencia ${v.reference}. No tienes que hacer nada, y no la repitas.`,
      vos: (v: { reference: string; amount: string; last: string }) =>
        `Sigo sin respuesta sobre la recarga de ${v.amount} a la línea terminada en ${v.last}. Ya la ve una persona, con tu referencia ${v.reference}. No tenés que hacer nada, y no la repitas.`,
      usted: (v: { reference: string; amount: string; last: string }) =>
        `Sigo sin respuesta sobre la recarga de ${v.amount} a la línea terminada en ${v.last}. Ya la ve una persona, con su referencia ${v.reference}. No tiene que hacer nada, y no la repita.`,
    }),
    packs: 'Comprar paquete',
    seeReceipt: 'Ver comprobante',
    balance: 'Ver mi saldo',
    topUp: 'Recargar',
    seeOperations: 'Mis operaciones',
  },
  {
    title: 'the top-up',
    button: 'Top up',
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
    pin: 'Use a PIN',
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
    otherMeans: 'Pay otherwise',
    changeAmount: 'Change amount',
    done: (v) => `Done. ${v.amount} on ${v.who}`,
    doneBonus: (v) => ` and ${v.bonus} as a bonus`,
    doneKept: (v) => `Of that, ${v.kept} went to the advance.`,
    doneBalance: (v) => `Your balance is ${v.balance}${v.until}.`,
    until: (v) => ` until ${v.day}`,
    reference: (v) => `Receipt ${v.reference}.`,
    receipt: 'Top-up',
    refused: (v) => `The top-up was not made. ${v.why}`,
    limitCount: (v) =>
      `Today there were ${v.count} top-ups from this line to others already, and that is the limit of a day. I charged nothing. It works again tomorrow.`,
    limitAmount: (v) =>
      `This would be more than ${v.most} in a day to other lines, and that is the limit. I charged nothing. It works again tomorrow.`,
    unknown: (v) =>
      `I do not know yet whether the top-up of ${v.amount} was applied. Do not repeat it: it could be charged twice. I am checking; I will tell you by ${v.when} at the latest. Reference ${v.reference}.`,
    approve: (v) =>
      `Approve it on your phone: you got a notice to pay ${v.amount}. Do not repeat the top-up; I will tell you here by ${v.when} at the latest. Reference ${v.reference}.`,
    settledDone: (v) => `Now I know: the top-up of ${v.amount} to the line ending in ${v.last} did arrive, at ${v.when}. Receipt ${v.reference}.`,
    settledNot: (v) =>
      `Now I know: the top-up of ${v.amount} to the line ending in ${v.last} did not arrive and was not charged. If you like, we do it now.`,
    stuck: (v) =>
      `There is still no answer about the top-up of ${v.amount} to the line ending in ${v.last}. A person is looking at it with your reference ${v.reference}. You need not do anything; do not repeat it.`,
    packs: 'Buy a pack',
    seeReceipt: 'See receipt',
    balance: 'See my balance',
    topUp: 'Top up',
    seeOperations: 'My operations',
  },
);
