import { catalog, forms } from '../../../domain/texts';
import { buyTexts } from './buy-texts';

type Priced = { name: string; price: string };
type Cancel = Priced & { until: string; next: string };
type Doubt = { what: string; when: string; reference: string };

export const texts = catalog(
  {
    title: forms({ tu: 'tus suscripciones', vos: 'tus suscripciones', usted: 'sus suscripciones' }),
    button: 'Suscripciones',
    mine: forms({
      tu: (v: { line: string; list: string }) => `Línea ${v.line}. Tienes:\n${v.list}\n¿Cancelo alguna?`,
      vos: (v: { line: string; list: string }) => `Línea ${v.line}. Tenés:\n${v.list}\n¿Cancelo alguna?`,
      usted: (v: { line: string; list: string }) => `Línea ${v.line}. Tiene:\n${v.list}\n¿Cancelo alguna?`,
    }),
    line: (v: Priced & { number: number; from: string; renews: string }) => `${v.number}. ${v.name}: ${v.price}, ${v.from}; se renueva ${v.renews}.`,
    lineFree: (v: Priced & { number: number; from: string; renews: string }) =>
      `${v.number}. ${v.name}: gratis hasta ${v.renews}, y ese día empieza a ${v.price}, ${v.from}.`,
    none: forms({
      tu: (v: { line: string }) => `Línea ${v.line}. No tienes suscripciones activas, y no se te cobra ninguna. ¿Busco alguna para contratar?`,
      vos: (v: { line: string }) => `Línea ${v.line}. No tenés suscripciones activas, y no se te cobra ninguna. ¿Busco alguna para contratar?`,
      usted: (v: { line: string }) => `Línea ${v.line}. No tiene suscripciones activas, y no se le cobra ninguna. ¿Busco alguna para contratar?`,
    }),
    noneAtAll: forms({
      tu: (v: { line: string }) => `Línea ${v.line}. No tienes suscripciones activas, y aquí no hay ninguna para contratar. No cobré nada.`,
      vos: (v: { line: string }) => `Línea ${v.line}. No tenés suscripciones activas, y aquí no hay ninguna para contratar. No cobré nada.`,
      usted: (v: { line: string }) => `Línea ${v.line}. No tiene suscripciones activas, y aquí no hay ninguna para contratar. No cobré nada.`,
    }),
    notYours: forms({
      tu: (v: { line: string }) =>
        `No tienes ninguna suscripción activa en la línea ${v.line}, así que no hay qué cancelar. Si ves un cobro, lo busco.`,
      vos: (v: { line: string }) =>
        `No tenés ninguna suscripción activa en la línea ${v.line}, así que no hay qué cancelar. Si ves un cobro, lo busco.`,
      usted: (v: { line: string }) =>
        `No tiene ninguna suscripción activa en la línea ${v.line}, así que no hay qué cancelar. Si ve un cobro, lo busco.`,
    }),
    perDay: (v: { price: string }) => `${v.price} cada día`,
    perMonth: (v: { price: string }) => `${v.price} al mes`,
    fromBalance: forms({ tu: 'de tu saldo', vos: 'de tu saldo', usted: 'de su saldo' }),
    fromWallet: forms({ tu: 'de tu billetera', vos: 'de tu billetera', usted: 'de su billetera' }),
    fromBill: forms({ tu: 'en tu factura', vos: 'en tu factura', usted: 'en su factura' }),
    cancelOne: (v: { name: string }) => `Cancelar ${v.name}`,
    buyOne: 'Contratar una',
    notAsked: 'Una no es mía',
    notHeld: forms({
      tu: (v: { name: string }) => `No tienes ${v.name} en esta línea, así que no hay qué cancelar. ¿Es otra?`,
      vos: (v: { name: string }) => `No tenés ${v.name} en esta línea, así que no hay qué cancelar. ¿Es otra?`,
      usted: (v: { name: string }) => `No tiene ${v.name} en esta línea, así que no hay qué cancelar. ¿Es otra?`,
    }),
    whichCancel: '¿Cuál cancelo?',
    oneByOne: 'Se cancelan de una en una. ¿Cuál primero?',
    whichDenied: forms({ tu: '¿Cuál no pediste?', vos: '¿Cuál no pediste?', usted: '¿Cuál no pidió?' }),
    cancel: forms({
      tu: (v: Cancel) => `Cancelo ${v.name}, ${v.price}. La usas hasta ${v.until} y ya no se cobra ${v.next}. ¿Confirmas?`,
      vos: (v: Cancel) => `Cancelo ${v.name}, ${v.price}. La usás hasta ${v.until} y ya no se cobra ${v.next}. ¿Confirmás?`,
      usted: (v: Cancel) => `Cancelo ${v.name}, ${v.price}. Sigue activa hasta ${v.until} y ya no se cobra ${v.next}. ¿Confirma?`,
    }),
    cancelDenied: forms({
      tu: (v: Cancel) =>
        `Cancelo ${v.name}, ${v.price}: ya no se cobra ${v.next}. Y abro un caso para revisar lo cobrado, porque no la pediste. ¿Confirmas?`,
      vos: (v: Cancel) =>
        `Cancelo ${v.name}, ${v.price}: ya no se cobra ${v.next}. Y abro un caso para revisar lo cobrado, porque no la pediste. ¿Confirmás?`,
      usted: (v: Cancel) =>
        `Cancelo ${v.name}, ${v.price}: ya no se cobra ${v.next}. Y abro un caso para revisar lo cobrado, porque no la pidió. ¿Confirma?`,
    }),
    keep: 'No, conservarla',
    yesCancel: 'Sí, cancelar',
    cancelled: (v: { reference: string }) => `Cancelada. Referencia ${v.reference}.`,
    ifNotYou: forms({
      tu: 'Si no la pediste tú, puedo abrir un caso para revisar el cobro de este mes.',
      vos: 'Si no la pediste vos, puedo abrir un caso para revisar el cobro de este mes.',
      usted: 'Si no la pidió usted, puedo abrir un caso para revisar el cobro de este mes.',
    }),
    openCase: 'Abrir caso',
    fine: 'Así está bien',
    ...buyTexts.es,
    receipt: 'Suscripción',
    notBought: (v: { name: string; why: string }) => `No se contrató ${v.name}. ${v.why}`,
    notCancelled: (v: { name: string }) =>
      `No se logró cancelar ${v.name}, y sigue activa. No se cobró nada por el intento. Una persona la cancela si hace falta.`,
    goneAlready: (v: { name: string }) => `${v.name} ya no estaba activa en esta línea, y no se cobra más.`,
    unknown: forms({
      tu: (v: Doubt) =>
        `Todavía no sé si se aplicó: ${v.what}. No lo repitas. Lo estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      vos: (v: Doubt) =>
        `Todavía no sé si se aplicó: ${v.what}. No lo repitas. Lo estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      usted: (v: Doubt) =>
        `Todavía no sé si se aplicó: ${v.what}. No lo repita. Lo estoy revisando; le aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
    }),
    approve: forms({
      tu: (v: Doubt) =>
        `Apruébalo en tu teléfono: te llegó un aviso de pago por ${v.what}. No lo repitas; te aviso aquí a más tardar a ${v.when} Referencia ${v.reference}.`,
      vos: (v: Doubt) =>
        `Aprobalo en tu teléfono: te llegó un aviso de pago por ${v.what}. No lo repitas; te aviso aquí a más tardar a ${v.when} Referencia ${v.reference}.`,
      usted: (v: Doubt) =>
        `Apruébelo en su teléfono: le llegó un aviso de pago por ${v.what}. No lo repita; le aviso aquí a más tardar a ${v.when} Referencia ${v.reference}.`,
    }),
    whatBuy: (v: { name: string }) => `la suscripción a ${v.name}`,
    whatCancel: (v: { name: string }) => `la cancelación de ${v.name}`,
    settledDone: (v: { what: string; last: string; reference: string }) =>
      `Ya sé: ${v.what}, en la línea terminada en ${v.last}, sí se hizo. Referencia ${v.reference}.`,
    settledNot: (v: { what: string; last: string }) => `Ya sé: ${v.what}, en la línea terminada en ${v.last}, no se hizo y no se cobró nada por eso.`,
    stuck: forms({
      tu: (v: { what: string; last: string; reference: string }) =>
        `Sigo sin respuesta sobre ${v.what}, en la línea terminada en ${v.last}. Una persona lo está viendo con tu referencia ${v.reference}. No tienes que hacer nada, y no lo repitas.`,
      vos: (v: { what: string; last: string; reference: string }) =>
        `Sigo sin respuesta sobre ${v.what}, en la línea terminada en ${v.last}. Una persona lo está viendo con tu referencia ${v.reference}. No tenés que hacer nada, y no lo repitas.`,
      usted: (v: { what: string; last: string; reference: string }) =>
        `Sigo sin respuesta sobre ${v.what}, en la línea terminada en ${v.last}. Una persona lo está viendo con su referencia ${v.reference}. No tiene que hacer nada, y no lo repita.`,
    }),
    tryAgain: 'Intentar otra vez',
    person: 'Hablar con alguien',
    findCharge: 'Buscar el cobro',
    seeOperations: 'Mis operaciones',
  },
  {
    title: 'your subscriptions',
    button: 'Subscriptions',
    mine: (v) => `Line ${v.line}. You have:\n${v.list}\nShall I cancel one?`,
    line: (v) => `${v.number}. ${v.name}: ${v.price}, ${v.from}; renews ${v.renews}.`,
    lineFree: (v) => `${v.number}. ${v.name}: free until ${v.renews}, and from that day ${v.price}, ${v.from}.`,
    none: (v) => `Line ${v.line}. You have no active subscriptions, and none is charged. Shall I look for one to buy?`,
    noneAtAll: (v) => `Line ${v.line}. You have no active subscriptions, and there are none to buy here. I charged nothing.`,
    notYours: (v) => `You have no active subscription on line ${v.line}, so there is nothing to cancel. If you see a charge, I look for it.`,
    perDay: (v) => `${v.price} every day`,
    perMonth: (v) => `${v.price} a month`,
    fromBalance: 'from your balance',
    fromWallet: 'from your wallet',
    fromBill: 'on your bill',
    cancelOne: (v) => `Cancel ${v.name}`,
    buyOne: 'Buy one',
    notAsked: 'One is not mine',
    notHeld: (v) => `You do not have ${v.name} on this line, so there is nothing to cancel. Is it another one?`,
    whichCancel: 'Which one shall I cancel?',
    oneByOne: 'They are cancelled one by one. Which one first?',
    whichDenied: 'Which one did you not ask for?',
    cancel: (v) => `I cancel ${v.name}, ${v.price}. You can use it until ${v.until} and it is not charged ${v.next}. Do you confirm?`,
    cancelDenied: (v) =>
      `I cancel ${v.name}, ${v.price}: it is not charged ${v.next}. And I open a case to check what was charged, because you did not ask for it. Do you confirm?`,
    keep: 'No, keep it',
    yesCancel: 'Yes, cancel it',
    cancelled: (v) => `Cancelled. Reference ${v.reference}.`,
    ifNotYou: 'If you did not ask for it, I can open a case to check this month’s charge.',
    openCase: 'Open a case',
    fine: 'It is fine',
    ...buyTexts.en,
    receipt: 'Subscription',
    notBought: (v) => `${v.name} was not bought. ${v.why}`,
    notCancelled: (v) => `${v.name} could not be cancelled and is still active. Nothing was charged for trying. A person can cancel it.`,
    goneAlready: (v) => `${v.name} was no longer active on this line, and is not charged any more.`,
    unknown: (v) =>
      `I do not know yet whether this was done: ${v.what}. Do not repeat it. I am checking; I will tell you by ${v.when} at the latest. Reference ${v.reference}.`,
    approve: (v) =>
      `Approve it on your phone: you got a notice to pay ${v.what}. Do not repeat it; I will tell you here by ${v.when} at the latest. Reference ${v.reference}.`,
    whatBuy: (v) => `the subscription to ${v.name}`,
    whatCancel: (v) => `the cancellation of ${v.name}`,
    settledDone: (v) => `Now I know: ${v.what}, on the line ending in ${v.last}, was done. Reference ${v.reference}.`,
    settledNot: (v) => `Now I know: ${v.what}, on the line ending in ${v.last}, was not done, and nothing was charged for it.`,
    stuck: (v) =>
      `There is still no answer about ${v.what}, on the line ending in ${v.last}. A person is looking at it with your reference ${v.reference}. You need not do anything; do not repeat it.`,
    tryAgain: 'Try again',
    person: 'Talk to someone',
    findCharge: 'Find the charge',
    seeOperations: 'My operations',
  },
);
