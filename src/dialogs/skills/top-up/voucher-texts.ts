import { catalog, forms } from '../../../domain/texts';

export const voucherTexts = catalog(
  {
    title: 'la recarga con PIN',
    button: 'Recargar con PIN',
    consent: (v: { line: string }) => `Recargar la línea ${v.line} con el PIN de una tarjeta de recarga. El PIN sirve una sola vez.`,
    debt: forms({
      tu: (v: { owed: string }) => `Debes ${v.owed} de un adelanto: primero se abona ahí, y te queda el resto.`,
      vos: (v: { owed: string }) => `Debés ${v.owed} de un adelanto: primero se abona ahí, y te queda el resto.`,
      usted: (v: { owed: string }) => `Debe ${v.owed} de un adelanto: primero se abona ahí, y le queda el resto.`,
    }),
    guessed: forms({
      tu: (v: { count: number; when: string }) =>
        `En un día ya hubo ${v.count} PIN que no sirvieron. Por seguridad no pruebo otro hasta ${v.when} No cobré nada. Guarda tu tarjeta: si es nueva, una persona la mira.`,
      vos: (v: { count: number; when: string }) =>
        `En un día ya hubo ${v.count} PIN que no sirvieron. Por seguridad no pruebo otro hasta ${v.when} No cobré nada. Guardá tu tarjeta: si es nueva, una persona la mira.`,
      usted: (v: { count: number; when: string }) =>
        `En un día ya hubo ${v.count} PIN que no sirvieron. Por seguridad no pruebo otro hasta ${v.when} No cobré nada. Guarde su tarjeta: si es nueva, una persona la mira.`,
    }),
    otherWay: 'Recargar sin PIN',
    goOn: forms({ tu: 'El PIN te lo pido después. ¿Sigo?', vos: 'El PIN te lo pido después. ¿Sigo?', usted: 'El PIN se lo pido después. ¿Sigo?' }),
    yes: 'Sí, seguir',
    otherLine: 'Otra línea',
    pin: forms({
      tu: 'Raspa la tarjeta y escribe el PIN. No lo guardo.',
      vos: 'Raspá la tarjeta y escribí el PIN. No lo guardo.',
      usted: 'Raspe la tarjeta y escriba el PIN. No lo guardo.',
    }),
    pinAgain: forms({
      tu: (v: { line: string }) =>
        `Escribe otra vez el PIN, número por número, o el de otra tarjeta: sirve para la línea ${v.line}. No lo guardo. Para dejarlo, *cancelar*.`,
      vos: (v: { line: string }) =>
        `Escribí otra vez el PIN, número por número, o el de otra tarjeta: sirve para la línea ${v.line}. No lo guardo. Para dejarlo, *cancelar*.`,
      usted: (v: { line: string }) =>
        `Escriba otra vez el PIN, número por número, o el de otra tarjeta: sirve para la línea ${v.line}. No lo guardo. Para dejarlo, *cancelar*.`,
    }),
    pinLater: 'Todavía no usé ningún PIN.',
    pinLength: 'El PIN tiene entre 10 y 16 números. ¿Está completo?',
    done: (v: { line: string }) => `Listo. El PIN entró en la línea ${v.line}.`,
    doneWorth: (v: { line: string; amount: string }) => `Listo. ${v.amount} en la línea ${v.line}.`,
    doneKept: (v: { kept: string }) => `De ahí se abonaron ${v.kept} al adelanto.`,
    doneBalance: forms({
      tu: (v: { balance: string }) => `Tu saldo es ${v.balance}.`,
      vos: (v: { balance: string }) => `Tu saldo es ${v.balance}.`,
      usted: (v: { balance: string }) => `Su saldo es ${v.balance}.`,
    }),
    reference: (v: { reference: string }) => `Comprobante ${v.reference}.`,
    receipt: 'Recarga con PIN',
    refused: (v: { why: string }) => `No se hizo la recarga. ${v.why}`,
    limit: 'Pasa del límite de hoy. El PIN no se usó.',
    unknown: forms({
      tu: (v: { when: string; reference: string }) =>
        `Todavía no sé si entró la recarga con tu PIN. No lo uses otra vez y guarda la tarjeta. La estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      vos: (v: { when: string; reference: string }) =>
        `Todavía no sé si entró la recarga con tu PIN. No lo uses otra vez y guardá la tarjeta. La estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      usted: (v: { when: string; reference: string }) =>
        `Todavía no sé si entró la recarga con su PIN. No lo use otra vez y guarde la tarjeta. La estoy revisando; le aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
    }),
    of: (v: { amount: string }) => ` de ${v.amount}`,
    settledDone: (v: { worth: string; last: string; when: string; reference: string }) =>
      `Ya sé: la recarga con PIN${v.worth} a la línea terminada en ${v.last} sí entró, a ${v.when} Comprobante ${v.reference}.`,
    settledNot: (v: { last: string }) => `Ya sé: la recarga con PIN a la línea terminada en ${v.last} no entró. El PIN no se usó.`,
    stuck: forms({
      tu: (v: { reference: string; last: string }) =>
        `Sigo sin respuesta sobre la recarga con PIN a la línea terminada en ${v.last}. Ya la ve una persona, con tu referencia ${v.reference}. No tienes que hacer nada.`,
      vos: (v: { reference: string; last: string }) =>
        `Sigo sin respuesta sobre la recarga con PIN a la línea terminada en ${v.last}. Ya la ve una persona, con tu referencia ${v.reference}. No tenés que hacer nada.`,
      usted: (v: { reference: string; last: string }) =>
        `Sigo sin respuesta sobre la recarga con PIN a la línea terminada en ${v.last}. Ya la ve una persona, con su referencia ${v.reference}. No tiene que hacer nada.`,
    }),
    another: 'Probar otro PIN',
    person: 'Hablar con alguien',
    packs: 'Comprar paquete',
    seeReceipt: 'Ver comprobante',
    seeOperations: 'Mis operaciones',
  },
  {
    title: 'the top-up with a PIN',
    button: 'Top up with a PIN',
    consent: (v) => `Top up line ${v.line} with the PIN of a top-up card. The PIN works once.`,
    debt: (v) => `You owe ${v.owed} of an advance: it is paid first, and the rest is yours.`,
    guessed: (v) =>
      `Within a day ${v.count} PINs did not work. To be safe I try no other one until ${v.when} I charged nothing. Keep your card: if it is new, a person checks it with you.`,
    otherWay: 'Top up without a PIN',
    goOn: 'I ask for the PIN after that. Shall I go on?',
    yes: 'Yes, go on',
    otherLine: 'Another line',
    pin: 'Scratch the card and write the PIN. I do not keep it.',
    pinAgain: (v) => `Write the PIN again, digit by digit, or that of another card: it is for line ${v.line}. I do not keep it. To stop, *cancel*.`,
    pinLater: 'I used no PIN yet.',
    pinLength: 'The PIN has between 10 and 16 digits. Is it complete?',
    done: (v) => `Done. The PIN went to line ${v.line}.`,
    doneWorth: (v) => `Done. ${v.amount} on line ${v.line}.`,
    doneKept: (v) => `Of that, ${v.kept} went to the advance.`,
    doneBalance: (v) => `Your balance is ${v.balance}.`,
    reference: (v) => `Receipt ${v.reference}.`,
    receipt: 'Top-up with a PIN',
    refused: (v) => `The top-up was not made. ${v.why}`,
    limit: 'It is over the limit of today. The PIN was not used.',
    unknown: (v) =>
      `I do not know yet whether the top-up with your PIN arrived. Do not use it again and keep the card. I am checking; I will tell you by ${v.when} at the latest. Reference ${v.reference}.`,
    of: (v) => ` of ${v.amount}`,
    settledDone: (v) =>
      `Now I know: the top-up with a PIN${v.worth} to the line ending in ${v.last} did arrive, at ${v.when} Receipt ${v.reference}.`,
    settledNot: (v) => `Now I know: the top-up with a PIN to the line ending in ${v.last} did not arrive. The PIN was not used.`,
    stuck: (v) =>
      `There is still no answer about the top-up with a PIN to the line ending in ${v.last}. A person is looking at it with your reference ${v.reference}. You need not do anything.`,
    another: 'Try another PIN',
    person: 'Talk to someone',
    packs: 'Buy a pack',
    seeReceipt: 'See receipt',
    seeOperations: 'My operations',
  },
);
