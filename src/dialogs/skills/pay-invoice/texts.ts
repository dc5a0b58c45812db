import { catalog, forms } from '../../../domain/texts';
import { endTexts } from './end-texts';

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
    all: 'Todas',
    onlyOne: (v: { whose: string }) => `Hay una sola por pagar, ${v.whose}.`,
    inTurn: forms({
      tu: (v: { count: number; total: string; whose: string }) =>
        `Son ${v.count} por pagar, ${v.total} en total, ${v.whose}. Las cobro una por una y tú confirmas cada una. Empiezo por la más vieja.`,
      vos: (v: { count: number; total: string; whose: string }) =>
        `Son ${v.count} por pagar, ${v.total} en total, ${v.whose}. Las cobro una por una y vos confirmás cada una. Empiezo por la más vieja.`,
      usted: (v: { count: number; total: string; whose: string }) =>
        `Son ${v.count} por pagar, ${v.total} en total, ${v.whose}. Las cobro una por una y usted confirma cada una. Empiezo por la más vieja.`,
    }),
    held: forms({
      tu: (v: { amount: string; when: string }) =>
        `Ya recibimos ${v.amount}, ${v.when}, y todavía no los aplicamos: no pagues otra vez lo mismo. Para verlo, *buscar mi pago*. Si aun así quieres pagar:`,
      vos: (v: { amount: string; when: string }) =>
        `Ya recibimos ${v.amount}, ${v.when}, y todavía no los aplicamos: no pagues otra vez lo mismo. Para verlo, *buscar mi pago*. Si aun así querés pagar:`,
      usted: (v: { amount: string; when: string }) =>
        `Ya recibimos ${v.amount}, ${v.when}, y todavía no los aplicamos: no pague otra vez lo mismo. Para verlo, *buscar mi pago*. Si aun así quiere pagar:`,
    }),
    stillDue: (v: { amount: string }) => `Quedan ${v.amount} por pagar en otras facturas.`,
    moreDue: forms({
      tu: 'Había más facturas por pagar: si quieres, seguimos con la siguiente.',
      vos: 'Había más facturas por pagar: si querés, seguimos con la siguiente.',
      usted: 'Había más facturas por pagar: si quiere, seguimos con la siguiente.',
    }),
    elsewhere: 'Las de otra línea o contrato van aparte.',
    next: 'Pagar la siguiente',
    noCard: forms({
      tu: 'Tu tarjeta guardada la uso solo después de mandarte un código; con contrato y documento no la veo. No cobré nada. ¿Con cuál pagamos?',
      vos: 'Tu tarjeta guardada la uso solo después de mandarte un código; con contrato y documento no la veo. No cobré nada. ¿Con cuál pagamos?',
      usted: 'Su tarjeta guardada la uso solo después de mandarle un código; con contrato y documento no la veo. No cobré nada. ¿Con cuál pagamos?',
    }),
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
    sayYes: forms({ tu: 'Si es así, responde *sí*.', vos: 'Si es así, respondé *sí*.', usted: 'Si es así, responda *sí*.' }),
    yesLink: 'Sí, mandar enlace',
    yesShare: 'Sí, hacer enlace',
    pay: (v: { amount: string }) => `Pagar ${v.amount}`,
    otherMeans: 'Otro medio',
    otherAmount: 'Otro monto',
    ...endTexts.es,
  },
  {
    title: 'paying your bill',
    button: 'Pay my bill',
    noBills: 'This line is prepaid: it has no bills. You can top it up.',
    nothingDue: (v) => `There is nothing to pay, ${v.whose}. All bills are paid.`,
    which: (v) => `There are several to pay, ${v.whose}. Which one?`,
    all: 'All of them',
    onlyOne: (v) => `There is one to pay, ${v.whose}.`,
    inTurn: (v) =>
      `There are ${v.count} to pay, ${v.total} in all, ${v.whose}. I charge them one by one, and you confirm each. I begin with the oldest.`,
    held: (v) =>
      `We received ${v.amount} already, ${v.when}, and have not applied it yet: do not pay the same again. To see it, *find my payment*. If you still want to pay:`,
    stillDue: (v) => `${v.amount} remain to be paid on other bills.`,
    moreDue: 'There were more bills to pay: if you like, we go on with the next one.',
    elsewhere: 'Those of another line or contract are paid apart.',
    next: 'Pay the next one',
    noCard:
      'I use your saved card only after a code to your phone; with contract and document I do not see it. I charged nothing. Which one shall I use?',
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
    sayYes: 'If that is right, answer *yes*.',
    yesLink: 'Yes, send the link',
    yesShare: 'Yes, make the link',
    pay: (v) => `Pay ${v.amount}`,
    otherMeans: 'Pay otherwise',
    otherAmount: 'Another amount',
    ...endTexts.en,
  },
);
