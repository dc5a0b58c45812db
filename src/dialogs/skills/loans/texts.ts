import { catalog, forms } from '../../../domain/texts';
import { refusalTexts } from './refusal-texts';

type Cost = { lent: string; total: string; fee: string; how: string };

/** What is said of loans wherever they are spoken of. */
export const texts = catalog(
  {
    title: 'el adelanto de saldo',
    button: 'Adelanto de saldo',
    what: forms({ tu: '¿Qué necesitas del adelanto?', vos: '¿Qué necesitás del adelanto?', usted: '¿Qué necesita del adelanto?' }),
    wantAdvance: 'Pedir adelanto',
    wantPack: 'Un paquete',
    seeDebt: 'Ver lo que debo',
    payDebt: 'Pagar lo que debo',
    notMe: 'No fui yo',
    notHere: forms({
      tu: 'Aquí no hay adelantos de saldo por ahora. No se pidió ni se cobró nada. Puedes recargar desde este chat.',
      vos: 'Aquí no hay adelantos de saldo por ahora. No se pidió ni se cobró nada. Podés recargar desde este chat.',
      usted: 'Aquí no hay adelantos de saldo por ahora. No se pidió ni se cobró nada. Puede recargar desde este chat.',
    }),
    upTo: forms({
      tu: (v: { limit: string; example: string }) => `Puedes pedir hasta ${v.limit}. Ejemplo: ${v.example}. ¿Cuánto?`,
      vos: (v: { limit: string; example: string }) => `Podés pedir hasta ${v.limit}. Ejemplo: ${v.example}. ¿Cuánto?`,
      usted: (v: { limit: string; example: string }) => `Puede pedir hasta ${v.limit}. Ejemplo: ${v.example}. ¿Cuánto?`,
    }),
    get: forms({
      tu: (v: Cost) => `recibes ${v.lent} y ${v.how} (${v.fee} de comisión)`,
      vos: (v: Cost) => `recibís ${v.lent} y ${v.how} (${v.fee} de comisión)`,
      usted: (v: Cost) => `recibe ${v.lent} y ${v.how} (${v.fee} de comisión)`,
    }),
    fromNext: forms({
      tu: (v: { total: string }) => `en tu próxima recarga se descuentan ${v.total}`,
      vos: (v: { total: string }) => `en tu próxima recarga se descuentan ${v.total}`,
      usted: (v: { total: string }) => `en su próxima recarga se descuentan ${v.total}`,
    }),
    fromHalf: (v: { total: string }) => `de cada recarga se descuenta la mitad, hasta completar ${v.total}`,
    fromOldest: (v: { total: string; keeps: string }) =>
      `de las próximas recargas, y cada día del saldo, se descuentan ${v.total}; siempre quedan ${v.keeps}`,
    packs: forms({
      tu: (v: { list: string }) => `Paquetes que puedes pedir ahora y pagar después:\n${v.list}\n¿Cuál?`,
      vos: (v: { list: string }) => `Paquetes que podés pedir ahora y pagar después:\n${v.list}\n¿Cuál?`,
      usted: (v: { list: string }) => `Paquetes que puede pedir ahora y pagar después:\n${v.list}\n¿Cuál?`,
    }),
    packLine: (v: { number: number; name: string; total: string; fee: string }) => `${v.number}. ${v.name}: ${v.total} (${v.fee} de comisión).`,
    notThat: (v: { amounts: string }) => `Los adelantos son de ${v.amounts}. No se pidió nada. ¿Cuál?`,
    or: 'o',
    consent: forms({
      tu: (v: { line: string; lent: string; terms: string }) => `Adelanto de ${v.lent} para tu línea ${v.line}: ${v.terms}. ¿Confirmas?`,
      vos: (v: { line: string; lent: string; terms: string }) => `Adelanto de ${v.lent} para tu línea ${v.line}: ${v.terms}. ¿Confirmás?`,
      usted: (v: { line: string; lent: string; terms: string }) => `Adelanto de ${v.lent} para su línea ${v.line}: ${v.terms}. ¿Confirma?`,
    }),
    consentPack: forms({
      tu: (v: { line: string; name: string; terms: string; fee: string }) =>
        `${v.name} para tu línea ${v.line}: lo usas ya y ${v.terms} (${v.fee} de comisión). ¿Confirmas?`,
      vos: (v: { line: string; name: string; terms: string; fee: string }) =>
        `${v.name} para tu línea ${v.line}: lo usás ya y ${v.terms} (${v.fee} de comisión). ¿Confirmás?`,
      usted: (v: { line: string; name: string; terms: string; fee: string }) =>
        `${v.name} para su línea ${v.line}: empieza ya y ${v.terms} (${v.fee} de comisión). ¿Confirma?`,
    }),
    yes: (v: { amount: string }) => `Pedir ${v.amount}`,
    yesPack: 'Sí, pedirlo',
    other: 'Otro monto',
    otherPack: 'Otro paquete',
    done: forms({
      tu: (v: { lent: string; line: string; balance: string; terms: string; reference: string }) =>
        `Listo. ${v.lent} en tu línea ${v.line}.${v.balance} Por este adelanto, ${v.terms}. Comprobante ${v.reference}.`,
      vos: (v: { lent: string; line: string; balance: string; terms: string; reference: string }) =>
        `Listo. ${v.lent} en tu línea ${v.line}.${v.balance} Por este adelanto, ${v.terms}. Comprobante ${v.reference}.`,
      usted: (v: { lent: string; line: string; balance: string; terms: string; reference: string }) =>
        `Listo. ${v.lent} en su línea ${v.line}.${v.balance} Por este adelanto, ${v.terms}. Comprobante ${v.reference}.`,
    }),
    balanceIs: forms({
      tu: (v: { balance: string }) => ` Tu saldo es ${v.balance}.`,
      vos: (v: { balance: string }) => ` Tu saldo es ${v.balance}.`,
      usted: (v: { balance: string }) => ` Su saldo es ${v.balance}.`,
    }),
    receipt: 'Adelanto',
    refused: (v: { why: string }) => `No se hizo el adelanto. ${v.why}`,
    unknown: forms({
      tu: (v: { lent: string; when: string; reference: string }) =>
        `Todavía no sé si se hizo el adelanto de ${v.lent}. No lo repitas: se podría pedir dos veces. Lo estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      vos: (v: { lent: string; when: string; reference: string }) =>
        `Todavía no sé si se hizo el adelanto de ${v.lent}. No lo repitas: se podría pedir dos veces. Lo estoy revisando; te aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
      usted: (v: { lent: string; when: string; reference: string }) =>
        `Todavía no sé si se hizo el adelanto de ${v.lent}. No lo repita: se podría pedir dos veces. Lo estoy revisando; le aviso a más tardar a ${v.when} Referencia ${v.reference}.`,
    }),
    settledDone: (v: { lent: string; last: string; when: string; reference: string; total: string }) =>
      `Ya sé: el adelanto de ${v.lent} a la línea terminada en ${v.last} sí entró, a ${v.when} Se pagan ${v.total} en total. Comprobante ${v.reference}.`,
    settledNot: forms({
      tu: (v: { lent: string; last: string }) =>
        `Ya sé: el adelanto de ${v.lent} a la línea terminada en ${v.last} no se hizo y no debes nada por él. Si quieres, lo pedimos ahora.`,
      vos: (v: { lent: string; last: string }) =>
        `Ya sé: el adelanto de ${v.lent} a la línea terminada en ${v.last} no se hizo y no debés nada por él. Si querés, lo pedimos ahora.`,
      usted: (v: { lent: string; last: string }) =>
        `Ya sé: el adelanto de ${v.lent} a la línea terminada en ${v.last} no se hizo y no debe nada por él. Si quiere, lo pedimos ahora.`,
    }),
    stuck: forms({
      tu: (v: { lent: string; last: string; reference: string }) =>
        `Sigo sin respuesta sobre el adelanto de ${v.lent} a la línea terminada en ${v.last}. Una persona lo está viendo con tu referencia ${v.reference}. No tienes que hacer nada, y no lo repitas.`,
      vos: (v: { lent: string; last: string; reference: string }) =>
        `Sigo sin respuesta sobre el adelanto de ${v.lent} a la línea terminada en ${v.last}. Una persona lo está viendo con tu referencia ${v.reference}. No tenés que hacer nada, y no lo repitas.`,
      usted: (v: { lent: string; last: string; reference: string }) =>
        `Sigo sin respuesta sobre el adelanto de ${v.lent} a la línea terminada en ${v.last}. Una persona lo está viendo con su referencia ${v.reference}. No tiene que hacer nada, y no lo repita.`,
    }),
    balance: 'Ver mi saldo',
    topUp: 'Recargar',
    pack: 'Comprar paquete',
    seePlan: 'Ver mi plan',
    tryAgain: 'Intentar otra vez',
    person: 'Hablar con alguien',
    seeReceipt: 'Ver comprobante',
    seeOperations: 'Mis operaciones',
    ...refusalTexts.es,
  },
  {
    title: 'the airtime advance',
    button: 'Airtime advance',
    what: 'What do you need about the advance?',
    wantAdvance: 'Get an advance',
    wantPack: 'A pack',
    seeDebt: 'See what I owe',
    payDebt: 'Pay what I owe',
    notMe: 'It was not me',
    notHere: 'There are no airtime advances here for now. I asked for nothing and charged nothing. You can top up in this chat.',
    upTo: (v) => `You can ask for up to ${v.limit}. Example: ${v.example}. How much?`,
    get: (v) => `you get ${v.lent} and ${v.how} (${v.fee} fee)`,
    fromNext: (v) => `${v.total} is taken from your next top-up`,
    fromHalf: (v) => `half of each top-up is taken until ${v.total} is paid`,
    fromOldest: (v) => `${v.total} is taken from your next top-ups, and every day from the balance; ${v.keeps} is always left`,
    packs: (v) => `Packs that you can get now and pay later:\n${v.list}\nWhich one?`,
    packLine: (v) => `${v.number}. ${v.name}: ${v.total} (${v.fee} fee).`,
    notThat: (v) => `Advances are of ${v.amounts}. I asked for nothing. Which one?`,
    or: 'or',
    consent: (v) => `Advance of ${v.lent} for your line ${v.line}: ${v.terms}. Do you confirm?`,
    consentPack: (v) => `${v.name} for your line ${v.line}: you use it now and ${v.terms} (${v.fee} fee). Do you confirm?`,
    yes: (v) => `Get ${v.amount}`,
    yesPack: 'Yes, get it',
    other: 'Another amount',
    otherPack: 'Another pack',
    done: (v) => `Done. ${v.lent} on your line ${v.line}.${v.balance} For this advance, ${v.terms}. Receipt ${v.reference}.`,
    balanceIs: (v) => ` Your balance is ${v.balance}.`,
    receipt: 'Advance',
    refused: (v) => `The advance was not made. ${v.why}`,
    unknown: (v) =>
      `I do not know yet whether the advance of ${v.lent} was made. Do not repeat it: it could be asked for twice. I am checking; I will tell you by ${v.when} at the latest. Reference ${v.reference}.`,
    settledDone: (v) =>
      `Now I know: the advance of ${v.lent} to the line ending in ${v.last} did arrive, at ${v.when}. ${v.total} is to be paid in all. Receipt ${v.reference}.`,
    settledNot: (v) =>
      `Now I know: the advance of ${v.lent} to the line ending in ${v.last} was not made, and you owe nothing for it. If you like, we ask for it now.`,
    stuck: (v) =>
      `There is still no answer about the advance of ${v.lent} to the line ending in ${v.last}. A person is looking at it with your reference ${v.reference}. You need not do anything; do not repeat it.`,
    balance: 'See my balance',
    topUp: 'Top up',
    pack: 'Buy a pack',
    seePlan: 'See my plan',
    tryAgain: 'Try again',
    person: 'Talk to someone',
    seeReceipt: 'See receipt',
    seeOperations: 'My operations',
    ...refusalTexts.en,
  },
);
