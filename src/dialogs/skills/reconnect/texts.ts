import { catalog, forms } from '../../../domain/texts';

type Paid = { amount: string; when: string; place: string };
type Case = { reference: string; when: string };
type Owed = { whose: string; amount: string };

export const texts = catalog(
  {
    title: forms({ tu: 'tu reconexión', vos: 'tu reconexión', usted: 'su reconexión' }),
    button: 'Reconectar',
    held: forms({
      tu: (v: Paid) =>
        `Lo revisé: nos llegaron ${v.amount}${v.place} ${v.when}, y todavía no los aplicamos a tu cuenta. No tienes que pagar otra vez.`,
      vos: (v: Paid) =>
        `Lo revisé: nos llegaron ${v.amount}${v.place} ${v.when}, y todavía no los aplicamos a tu cuenta. No tenés que pagar otra vez.`,
      usted: (v: Paid) =>
        `Lo revisé: nos llegaron ${v.amount}${v.place} ${v.when}, y todavía no los aplicamos a su cuenta. No tiene que pagar otra vez.`,
    }),
    heldPart: forms({
      tu: (v: Paid & { rest: string }) =>
        `Lo revisé: nos llegaron ${v.amount}${v.place} ${v.when}, y todavía no los aplicamos a tu cuenta. Eso no lo pagues otra vez. Además faltan ${v.rest} por pagar.`,
      vos: (v: Paid & { rest: string }) =>
        `Lo revisé: nos llegaron ${v.amount}${v.place} ${v.when}, y todavía no los aplicamos a tu cuenta. Eso no lo pagues otra vez. Además faltan ${v.rest} por pagar.`,
      usted: (v: Paid & { rest: string }) =>
        `Lo revisé: nos llegaron ${v.amount}${v.place} ${v.when}, y todavía no los aplicamos a su cuenta. Eso no lo pague otra vez. Además faltan ${v.rest} por pagar.`,
    }),
    clear: forms({
      tu: (v: { whose: string }) => `Lo revisé: no debes nada, ${v.whose}. No tienes que pagar otra vez.`,
      vos: (v: { whose: string }) => `Lo revisé: no debés nada, ${v.whose}. No tenés que pagar otra vez.`,
      usted: (v: { whose: string }) => `Lo revisé: no debe nada, ${v.whose}. No tiene que pagar otra vez.`,
    }),
    in: (v: { place: string }) => ` (${v.place})`,
    back: 'Solicité la reconexión y quedó activa. A veces tarda unos minutos: apagar y encender el equipo ayuda.',
    asked: 'Solicité la reconexión y la aceptaron. Todavía no la veo activa; suele tardar unos minutos.',
    applying: forms({
      tu: (v: Case) => `Solicité que lo apliquen y te reconecten: caso ${v.reference}. Una persona te responde antes ${v.when}.`,
      vos: (v: Case) => `Solicité que lo apliquen y te reconecten: caso ${v.reference}. Una persona te responde antes ${v.when}.`,
      usted: (v: Case) => `Solicité que lo apliquen y le reconecten: caso ${v.reference}. Una persona le responde antes ${v.when}.`,
    }),
    applyOnly: forms({
      tu: (v: Case) => `El servicio no está suspendido. Solicité que apliquen el pago: caso ${v.reference}. Una persona te responde antes ${v.when}.`,
      vos: (v: Case) =>
        `El servicio no está suspendido. Solicité que apliquen el pago: caso ${v.reference}. Una persona te responde antes ${v.when}.`,
      usted: (v: Case) =>
        `El servicio no está suspendido. Solicité que apliquen el pago: caso ${v.reference}. Una persona le responde antes ${v.when}.`,
    }),
    openAlready: (v: { reference: string; day: string }) => `Ya está abierto el caso ${v.reference} para eso, desde ${v.day}.`,
    debt: forms({
      tu: (v: Owed) =>
        `El servicio está suspendido por falta de pago, ${v.whose}: son ${v.amount}. No veo ningún pago tuyo sin aplicar. Con el pago se pide la reconexión.`,
      vos: (v: Owed) =>
        `El servicio está suspendido por falta de pago, ${v.whose}: son ${v.amount}. No veo ningún pago tuyo sin aplicar. Con el pago se pide la reconexión.`,
      usted: (v: Owed) =>
        `El servicio está suspendido por falta de pago, ${v.whose}: son ${v.amount}. No veo ningún pago suyo sin aplicar. Con el pago se pide la reconexión.`,
    }),
    otherReason: (v: { whose: string }) =>
      `El servicio está suspendido, ${v.whose}, y no es por falta de pago. Una persona sabe por qué y qué sigue.`,
    unconfirmed: forms({
      tu: (v: { amount: string; reference: string }) =>
        `El pago de ${v.amount} que empezaste aquí todavía no está confirmado. Si ya lo hiciste, no pagues otra vez: te aviso en cuanto se confirme. Referencia ${v.reference}.`,
      vos: (v: { amount: string; reference: string }) =>
        `El pago de ${v.amount} que empezaste aquí todavía no está confirmado. Si ya lo hiciste, no pagues otra vez: te aviso en cuanto se confirme. Referencia ${v.reference}.`,
      usted: (v: { amount: string; reference: string }) =>
        `El pago de ${v.amount} que empezó aquí todavía no está confirmado. Si ya lo hizo, no pague otra vez: le aviso en cuanto se confirme. Referencia ${v.reference}.`,
    }),
    payLink: 'No lo hice todavía',
    activeOwing: (v: Owed) => `El servicio está activo, ${v.whose}: no está suspendido. Hay ${v.amount} por pagar.`,
    active: (v: { whose: string }) => `El servicio está activo, ${v.whose}, y no hay nada por pagar. Si no funciona, lo revisamos.`,
    unknown: (v: Case) =>
      `Solicité la reconexión y todavía no sé si la aceptaron. Abrí el caso ${v.reference}; una persona responde antes ${v.when}.`,
    noBills: forms({
      tu: 'Esa línea es prepago: no se suspende por facturas. Si no funciona, lo revisamos.',
      vos: 'Esa línea es prepago: no se suspende por facturas. Si no funciona, lo revisamos.',
      usted: 'Esa línea es prepago: no se suspende por facturas. Si no funciona, lo revisamos.',
    }),
    pay: 'Pagar',
    moreTime: 'Más tiempo',
    paidAlready: 'Ya pagué',
    noService: 'No funciona',
    invoice: 'Mi factura',
    person: 'Hablar con alguien',
  },
  {
    title: 'your reconnection',
    button: 'Reconnect',
    held: (v) => `I checked: we received ${v.amount}${v.place} ${v.when}, and it is not on your account yet. You do not have to pay again.`,
    heldPart: (v) =>
      `I checked: we received ${v.amount}${v.place} ${v.when}, and it is not on your account yet. Do not pay that again. Besides it, ${v.rest} are still to be paid.`,
    clear: (v) => `I checked: you owe nothing, ${v.whose}. You do not have to pay again.`,
    in: (v) => ` (${v.place})`,
    back: 'I asked for the reconnection and it is active. It may take a few minutes: switching the device off and on helps.',
    asked: 'I asked for the reconnection and it was accepted. I do not see it active yet; it usually takes a few minutes.',
    applying: (v) => `I asked for it to be applied and for you to be reconnected: case ${v.reference}. A person answers by ${v.when}.`,
    applyOnly: (v) => `The service is not suspended. I asked for the payment to be applied: case ${v.reference}. A person answers by ${v.when}.`,
    openAlready: (v) => `There is case ${v.reference} for that already, since ${v.day}.`,
    debt: (v) =>
      `The service is suspended for lack of payment, ${v.whose}: ${v.amount}. I see no payment of yours that is not applied. Once it is paid, I can ask for the reconnection.`,
    otherReason: (v) => `The service is suspended, ${v.whose}, and not for lack of payment. A person can say why and what comes next.`,
    unconfirmed: (v) =>
      `The payment of ${v.amount} that you began here is not confirmed yet. If you made it, do not pay again: I will write as soon as it is. Reference ${v.reference}.`,
    payLink: 'I have not made it',
    activeOwing: (v) => `The service is active, ${v.whose}: it is not suspended. There are ${v.amount} to pay.`,
    active: (v) => `The service is active, ${v.whose}, and nothing is owed. If it does not work, we can check it.`,
    unknown: (v) =>
      `I asked for the reconnection and do not know yet whether it was accepted. I opened case ${v.reference}; a person answers by ${v.when}.`,
    noBills: 'That line is prepaid: it is not suspended for bills. If it does not work, we can check it.',
    pay: 'Pay',
    moreTime: 'More time',
    paidAlready: 'I paid already',
    noService: 'It does not work',
    invoice: 'My bill',
    person: 'Talk to someone',
  },
);
