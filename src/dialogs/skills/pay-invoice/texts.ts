import { catalog, forms } from '../../../domain/texts';

export const texts = catalog(
  {
    title: forms({ tu: 'el pago de tu factura', vos: 'el pago de tu factura', usted: 'el pago de su factura' }),
    button: 'Pagar factura',
    noBills: forms({
      tu: 'Esta línea es prepago: no tiene facturas. Puedes recargarla.',
      vos: 'Esta línea es prepago: no tiene facturas. Podés recargarla.',
      usted: 'Esta línea es prepago: no tiene facturas. Puede recargarla.',
    }),
    nothingDue: (v: { whose: string }) => `No hay nada por pagar, ${v.whose}. Las facturas están al día.`,
    which: (v: { whose: string }) => `Hay varias por pagar, ${v.whose}. ¿Cuál?`,
    bill: (v: { month: string }) => `factura de ${v.month}`,
    row: (v: { month: string; amount: string }) => `${v.month} · ${v.amount}`,
    howMuch: (v: { least: string; all: string }) => `Son ${v.all}; el mínimo es ${v.least}. ¿Cuánto?`,
    payWith: forms({ tu: '¿Con qué pagas?', vos: '¿Con qué pagás?', usted: '¿Con qué paga?' }),
    newCard: 'Con tarjeta',
    anotherCard: 'Otra tarjeta',
    share: 'Pagará otra persona',
    goingOn: (v: { reference: string }) =>
      `Ya hay un pago de esta factura en verificación: ${v.reference}. No hay que pagar otra vez. El resultado llega a este chat.`,
    linkComes: forms({
      tu: 'El enlace para pagar esta factura se está preparando; no se ha cobrado nada. Pídemelo otra vez en un momento.',
      vos: 'El enlace para pagar esta factura se está preparando; no se ha cobrado nada. Pedímelo otra vez en un momento.',
      usted: 'El enlace para pagar esta factura se está preparando; no se ha cobrado nada. Pídamelo otra vez en un momento.',
    }),
    linkOver: forms({
      tu: (v: { reference: string }) =>
        `El enlace ${v.reference} ya venció. Reviso que nadie haya pagado con él. Si ya pagaste, no pagues otra vez; si no, pídeme otro en unos minutos.`,
      vos: (v: { reference: string }) =>
        `El enlace ${v.reference} ya venció. Reviso que nadie haya pagado con él. Si ya pagaste, no pagues otra vez; si no, pedime otro en unos minutos.`,
      usted: (v: { reference: string }) =>
        `El enlace ${v.reference} ya venció. Reviso que nadie haya pagado con él. Si ya pagó, no pague otra vez; si no, pídame otro en unos minutos.`,
    }),
    askAgain: 'Pedir el enlace',
    openLink: (v: { amount: string; when: string }) =>
      `Ya hay un enlace abierto para pagar ${v.amount} de esta factura. Vale ${v.when}; con uno basta.`,
    onPage: forms({
      tu: (v: { amount: string; what: string; whose: string }) =>
        `Pagas ${v.amount}, ${v.what}, ${v.whose}, con tarjeta en la página segura. ¿Te mando el enlace?`,
      vos: (v: { amount: string; what: string; whose: string }) =>
        `Pagás ${v.amount}, ${v.what}, ${v.whose}, con tarjeta en la página segura. ¿Te mando el enlace?`,
      usted: (v: { amount: string; what: string; whose: string }) =>
        `Paga ${v.amount}, ${v.what}, ${v.whose}, con tarjeta en la página segura. ¿Le mando el enlace?`,
    }),
    forOther: forms({
      tu: (v: { amount: string; what: string; whose: string }) =>
        `Hago un enlace de ${v.amount}, ${v.what}, ${v.whose}, para que lo pague alguien más. Verá el monto y el concepto, nada tuyo. ¿Lo hago?`,
      vos: (v: { amount: string; what: string; whose: string }) =>
        `Hago un enlace de ${v.amount}, ${v.what}, ${v.whose}, para que lo pague alguien más. Verá el monto y el concepto, nada tuyo. ¿Lo hago?`,
      usted: (v: { amount: string; what: string; whose: string }) =>
        `Hago un enlace de ${v.amount}, ${v.what}, ${v.whose}, para que lo pague alguien más. Verá el monto y el concepto, nada suyo. ¿Lo hago?`,
    }),
    withMeans: forms({
      tu: (v: { amount: string; what: string; whose: string; means: string }) =>
        `Pagas ${v.amount}, ${v.what}, ${v.whose}, con tu ${v.means}. ¿Confirmas?`,
      vos: (v: { amount: string; what: string; whose: string; means: string }) =>
        `Pagás ${v.amount}, ${v.what}, ${v.whose}, con tu ${v.means}. ¿Confirmás?`,
      usted: (v: { amount: string; what: string; whose: string; means: string }) =>
        `Paga ${v.amount}, ${v.what}, ${v.whose}, con su ${v.means}. ¿Confirma?`,
    }),
    rest: (v: { rest: string }) => `Quedan ${v.rest} por pagar.`,
    yesLink: 'Sí, mandar enlace',
    yesShare: 'Sí, hacer enlace',
    pay: (v: { amount: string }) => `Pagar ${v.amount}`,
    otherMeans: 'Otro medio',
    otherAmount: 'Otro monto',
    link: forms({
      tu: (v: { host: string; until: string; reference: string }) =>
        `Este es el enlace de pago: abre en ${v.host} y vale ${v.until}, una sola vez. No me escribas datos de tarjeta aquí. Te aviso cuando llegue. Referencia ${v.reference}.`,
      vos: (v: { host: string; until: string; reference: string }) =>
        `Este es el enlace de pago: abre en ${v.host} y vale ${v.until}, una sola vez. No me escribas datos de tarjeta aquí. Te aviso cuando llegue. Referencia ${v.reference}.`,
      usted: (v: { host: string; until: string; reference: string }) =>
        `Este es el enlace de pago: abre en ${v.host} y vale ${v.until}, una sola vez. No me escriba datos de tarjeta aquí. Le aviso cuando llegue. Referencia ${v.reference}.`,
    }),
    sharedLink: forms({
      tu: (v: { host: string; until: string; url: string }) =>
        `Este enlace es para quien va a pagar. Cópialo y mándalo: ${v.url}\nAbre en ${v.host} y vale ${v.until}, una sola vez. Te aviso cuando llegue el pago.`,
      vos: (v: { host: string; until: string; url: string }) =>
        `Este enlace es para quien va a pagar. Copialo y mandalo: ${v.url}\nAbre en ${v.host} y vale ${v.until}, una sola vez. Te aviso cuando llegue el pago.`,
      usted: (v: { host: string; until: string; url: string }) =>
        `Este enlace es para quien va a pagar. Cópielo y mándelo: ${v.url}\nAbre en ${v.host} y vale ${v.until}, una sola vez. Le aviso cuando llegue el pago.`,
    }),
    noPage: forms({
      tu: 'Ahora no pude abrir la página de pago. No se cobró nada. Intenta otra vez en unos minutos.',
      vos: 'Ahora no pude abrir la página de pago. No se cobró nada. Intentá otra vez en unos minutos.',
      usted: 'Ahora no pude abrir la página de pago. No se cobró nada. Intente otra vez en unos minutos.',
    }),
    approve: forms({
      tu: (v: { amount: string; when: string; reference: string }) =>
        `Aprueba los ${v.amount} en tu teléfono. Te aviso aquí, a más tardar a ${v.when}. No pagues otra vez. Referencia ${v.reference}.`,
      vos: (v: { amount: string; when: string; reference: string }) =>
        `Aprobá los ${v.amount} en tu teléfono. Te aviso aquí, a más tardar a ${v.when}. No pagues otra vez. Referencia ${v.reference}.`,
      usted: (v: { amount: string; when: string; reference: string }) =>
        `Apruebe los ${v.amount} en su teléfono. Le aviso aquí, a más tardar a ${v.when}. No pague otra vez. Referencia ${v.reference}.`,
    }),
    unknown: forms({
      tu: (v: { amount: string; when: string; reference: string }) =>
        `Todavía no sé si entró el pago de ${v.amount}. No pagues otra vez: se podría cobrar dos veces. Te aviso a más tardar a ${v.when}. Referencia ${v.reference}.`,
      vos: (v: { amount: string; when: string; reference: string }) =>
        `Todavía no sé si entró el pago de ${v.amount}. No pagues otra vez: se podría cobrar dos veces. Te aviso a más tardar a ${v.when}. Referencia ${v.reference}.`,
      usted: (v: { amount: string; when: string; reference: string }) =>
        `Todavía no sé si entró el pago de ${v.amount}. No pague otra vez: se podría cobrar dos veces. Le aviso a más tardar a ${v.when}. Referencia ${v.reference}.`,
    }),
    done: forms({
      tu: (v: { amount: string }) => `Recibimos tu pago de ${v.amount}.`,
      vos: (v: { amount: string }) => `Recibimos tu pago de ${v.amount}.`,
      usted: (v: { amount: string }) => `Recibimos su pago de ${v.amount}.`,
    }),
    paidWhole: 'Factura pagada.',
    paidPart: 'Queda una parte por pagar.',
    receiptNo: (v: { reference: string }) => `Comprobante ${v.reference}.`,
    receipt: 'Pago de factura',
    refused: (v: { why: string }) => `No se hizo el pago. ${v.why}`,
    alreadyPaid: (v: { amount: string }) =>
      `Esa factura ya estaba pagada. No se cobra otra vez: si ya salieron los ${v.amount}, vuelven al mismo medio.`,
    notPaid: (v: { amount: string }) => `El enlace para pagar ${v.amount} ya venció y nadie lo usó. No se cobró nada.`,
    stuck: forms({
      tu: (v: { amount: string; reference: string }) =>
        `Sigo sin respuesta del pago de ${v.amount}. Una persona ya lo ve con tu referencia ${v.reference}. No pagues otra vez.`,
      vos: (v: { amount: string; reference: string }) =>
        `Sigo sin respuesta del pago de ${v.amount}. Una persona ya lo ve con tu referencia ${v.reference}. No pagues otra vez.`,
      usted: (v: { amount: string; reference: string }) =>
        `Sigo sin respuesta del pago de ${v.amount}. Una persona ya lo ve con su referencia ${v.reference}. No pague otra vez.`,
    }),
    seeReceipt: 'Ver comprobante',
    seeBill: 'Mi factura',
    again: 'Pagar otra vez',
    retry: 'Intentar otra vez',
    person: 'Hablar con alguien',
    topUp: 'Recargar',
    balance: 'Ver mi saldo',
  },
  {
    title: 'paying your bill',
    button: 'Pay my bill',
    noBills: 'This line is prepaid: it has no bills. You can top it up.',
    nothingDue: (v) => `There is nothing to pay, ${v.whose}. All bills are paid.`,
    which: (v) => `There are several to pay, ${v.whose}. Which one?`,
    bill: (v) => `bill of ${v.month}`,
    row: (v) => `${v.month} · ${v.amount}`,
    howMuch: (v) => `It is ${v.all}. You can pay from ${v.least}. How much?`,
    payWith: 'What do you pay with?',
    newCard: 'By card',
    anotherCard: 'Another card',
    share: 'Somebody else pays',
    goingOn: (v) => `There is a payment of this bill being checked: ${v.reference}. Do not pay again. This chat tells how it ends.`,
    linkComes: 'The link to pay this bill is being made; nothing was charged. Ask me for it again in a moment.',
    linkOver: (v) =>
      `Link ${v.reference} is over. I am making sure that nobody paid with it. If you did, do not pay again; if not, ask me for another one in a few minutes.`,
    askAgain: 'Ask for the link',
    openLink: (v) => `There is an open link already to pay ${v.amount} of this bill. It is good ${v.when}; one is enough.`,
    onPage: (v) => `You pay ${v.amount}, ${v.what}, ${v.whose}, by card on the safe page. Shall I send you the link?`,
    forOther: (v) =>
      `I make a link of ${v.amount}, ${v.what}, ${v.whose}, for somebody else to pay. They see the amount and what it is for, nothing of yours. Shall I?`,
    withMeans: (v) => `You pay ${v.amount}, ${v.what}, ${v.whose}, with your ${v.means}. Do you confirm?`,
    rest: (v) => `${v.rest} remain to be paid.`,
    yesLink: 'Yes, send the link',
    yesShare: 'Yes, make the link',
    pay: (v) => `Pay ${v.amount}`,
    otherMeans: 'Pay otherwise',
    otherAmount: 'Another amount',
    link: (v) =>
      `This is the link to pay: it opens at ${v.host} and is good ${v.until}, once. Do not write card details here. I will tell you when it arrives. Reference ${v.reference}.`,
    sharedLink: (v) =>
      `This link is for whoever pays. Copy it and send it: ${v.url}\nIt opens at ${v.host} and is good ${v.until}, once. I will tell you when the payment arrives.`,
    noPage: 'I could not open the page to pay now. Nothing was charged. Try again in a few minutes.',
    approve: (v) =>
      `Approve the ${v.amount} on your phone. I will tell you here, by ${v.when} at the latest. Do not pay again. Reference ${v.reference}.`,
    unknown: (v) =>
      `I do not know yet whether the payment of ${v.amount} went in. Do not pay again: you could be charged twice. I will tell you by ${v.when} at the latest. Reference ${v.reference}.`,
    done: (v) => `We received your payment of ${v.amount}.`,
    paidWhole: 'Bill paid.',
    paidPart: 'A part remains to be paid.',
    receiptNo: (v) => `Receipt ${v.reference}.`,
    receipt: 'Bill payment',
    refused: (v) => `The payment was not made. ${v.why}`,
    alreadyPaid: (v) => `That bill was paid already. It is not charged again: if the ${v.amount} had left, they go back to where they came from.`,
    notPaid: (v) => `The link to pay ${v.amount} has ended and nobody used it. Nothing was charged.`,
    stuck: (v) =>
      `There is still no answer about the payment of ${v.amount}. A person is looking at it with your reference ${v.reference}. Do not pay again.`,
    seeReceipt: 'See receipt',
    seeBill: 'My bill',
    again: 'Pay again',
    retry: 'Try again',
    person: 'Talk to someone',
    topUp: 'Top up',
    balance: 'See my balance',
  },
);
