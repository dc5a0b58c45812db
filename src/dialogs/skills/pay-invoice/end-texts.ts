import { catalog, forms } from '../../../domain/texts';

/** What comes after the consent: the link, the wait, and how it ended. */
export const endTexts = catalog(
  {
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
