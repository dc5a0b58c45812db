import { catalog, forms } from '../../domain/texts';

/** "a" and what follows it: "al pago", "a la recarga". */
const to = (title: string): string => `a ${title}`.replace(/^a el /, 'al ');

/** What became of what was begun: done, left, taken up, waited for, failed. */
export const begunTexts = catalog(
  {
    alreadyDone: forms({
      tu: (v: { reference: string }) => `Esa operación ya está procesada: ${v.reference}. No la hice otra vez y no te cobré de nuevo.`,
      vos: (v: { reference: string }) => `Esa operación ya está procesada: ${v.reference}. No la hice otra vez y no te cobré de nuevo.`,
      usted: (v: { reference: string }) => `Esa operación ya está procesada: ${v.reference}. No la hice otra vez y no le cobré de nuevo.`,
    }),
    alreadyRefused: (v: { reference: string }) => `Esa operación, ${v.reference}, no se hizo y no se cobró. Ese botón ya no vale.`,
    alreadyUnknown: forms({
      tu: (v: { reference: string }) => `Esa operación, ${v.reference}, sigue en verificación. No la repitas: te aviso en cuanto sepa.`,
      vos: (v: { reference: string }) => `Esa operación, ${v.reference}, sigue en verificación. No la repitas: te aviso en cuanto sepa.`,
      usted: (v: { reference: string }) => `Esa operación, ${v.reference}, sigue en verificación. No la repita: le aviso en cuanto sepa.`,
    }),
    alreadyToPay: forms({
      tu: (v: { reference: string }) =>
        `Esa operación, ${v.reference}, sigue sin pago confirmado: con un pago en el enlace basta, y te aviso. Si el enlace no te llegó, no se cobró nada: pídelo otra vez.`,
      vos: (v: { reference: string }) =>
        `Esa operación, ${v.reference}, sigue sin pago confirmado: con un pago en el enlace basta, y te aviso. Si el enlace no te llegó, no se cobró nada: pedilo otra vez.`,
      usted: (v: { reference: string }) =>
        `Esa operación, ${v.reference}, sigue sin pago confirmado: con un pago en el enlace basta, y le aviso. Si el enlace no le llegó, no se cobró nada: pídalo otra vez.`,
    }),
    myOperations: 'Mis operaciones',
    myBill: 'Mi factura',
    over: 'Ese botón ya pasó.',
    codeDone: 'Ya no hace falta el código: la entrada está hecha.',
    leaveFor: (v: { this: string; other: string }) => `Estábamos con ${v.this}. ¿Lo dejo y paso ${to(v.other)}?`,
    leaveYes: 'Sí, cambiar',
    leaveNo: 'No, seguir aquí',
    comeBack: (v: { this: string }) => `¿Seguimos con ${v.this}?`,
    comeBackYes: 'Sí, seguir',
    comeBackNo: 'No, gracias',
    takeUp: (v: { this: string }) => `En otro chat quedó a medias ${v.this}. ¿Lo seguimos aquí?`,
    wentOn: 'Eso lo seguimos en el otro chat. Aquí no hice nada.',
    survey: forms({
      tu: 'Del 0 al 10, ¿qué tan probable es que nos recomiendes? Puedes no responder.',
      vos: 'Del 0 al 10, ¿qué tan probable es que nos recomiendes? Podés no responder.',
      usted: 'Del 0 al 10, ¿qué tan probable es que nos recomiende? Puede no responder.',
    }),
    surveyScale: 'Gracias. La nota va del 0 al 10. ¿Cuál sería?',
    workingPaid: forms({
      tu: 'Sigo en ello: está tardando más de lo normal. No lo pidas otra vez: te aviso aquí en cuanto sepa cómo quedó.',
      vos: 'Sigo en ello: está tardando más de lo normal. No lo pidas otra vez: te aviso aquí en cuanto sepa cómo quedó.',
      usted: 'Sigo en ello: está tardando más de lo normal. No lo pida otra vez: le aviso aquí en cuanto sepa cómo quedó.',
    }),
    stillPaid: forms({
      tu: 'Sigo con lo anterior. No lo pidas otra vez: te aviso aquí en cuanto sepa cómo quedó.',
      vos: 'Sigo con lo anterior. No lo pidas otra vez: te aviso aquí en cuanto sepa cómo quedó.',
      usted: 'Sigo con lo anterior. No lo pida otra vez: le aviso aquí en cuanto sepa cómo quedó.',
    }),
    working: forms({
      tu: 'Sigo en ello: está tardando más de lo normal. Te escribo aquí en cuanto lo tenga. Para dejarlo, escribe *cancelar*.',
      vos: 'Sigo en ello: está tardando más de lo normal. Te escribo aquí en cuanto lo tenga. Para dejarlo, escribí *cancelar*.',
      usted: 'Sigo en ello: está tardando más de lo normal. Le escribo aquí en cuanto lo tenga. Para dejarlo, escriba *cancelar*.',
    }),
    stillWorking: forms({
      tu: 'Sigo con lo anterior; te escribo en cuanto lo tenga. Para dejarlo, escribe *cancelar*.',
      vos: 'Sigo con lo anterior; te escribo en cuanto lo tenga. Para dejarlo, escribí *cancelar*.',
      usted: 'Sigo con lo anterior; le escribo en cuanto lo tenga. Para dejarlo, escriba *cancelar*.',
    }),
    down: forms({
      tu: 'Ahora no puedo consultarlo: el servicio no responde. No cambié nada. Puedes intentar otra vez en unos minutos.',
      vos: 'Ahora no puedo consultarlo: el servicio no responde. No cambié nada. Podés intentar otra vez en unos minutos.',
      usted: 'Ahora no puedo consultarlo: el servicio no responde. No cambié nada. Puede intentar otra vez en unos minutos.',
    }),
    downAfter: forms({
      tu: 'Lo que sigue no lo puedo consultar ahora: el servicio no responde. Puedes intentar otra vez en unos minutos.',
      vos: 'Lo que sigue no lo puedo consultar ahora: el servicio no responde. Podés intentar otra vez en unos minutos.',
      usted: 'Lo que sigue no lo puedo consultar ahora: el servicio no responde. Puede intentar otra vez en unos minutos.',
    }),
    downUnsure: forms({
      tu: 'El servicio no respondió a tiempo, y no sé si el cambio quedó hecho. Revísalo en unos minutos, antes de pedirlo otra vez.',
      vos: 'El servicio no respondió a tiempo, y no sé si el cambio quedó hecho. Revisalo en unos minutos, antes de pedirlo otra vez.',
      usted: 'El servicio no respondió a tiempo, y no sé si el cambio quedó hecho. Revíselo en unos minutos, antes de pedirlo otra vez.',
    }),
    tryAgain: 'Intentar otra vez',
    broken: forms({
      tu: 'Perdí el hilo de lo que hacíamos; no hice nada a medias. ¿Qué necesitas?',
      vos: 'Perdí el hilo de lo que hacíamos; no hice nada a medias. ¿Qué necesitás?',
      usted: 'Perdí el hilo de lo que hacíamos; no hice nada a medias. ¿Qué necesita?',
    }),
    apology: forms({
      tu: 'Perdona: tuve un problema con tu mensaje y no hice nada con él. Escríbelo de otra forma, o escribe *menú*.',
      vos: 'Perdoná: tuve un problema con tu mensaje y no hice nada con él. Escribilo de otra forma, o escribí *menú*.',
      usted: 'Perdone: tuve un problema con su mensaje y no hice nada con él. Escríbalo de otra forma, o escriba *menú*.',
    }),
  },
  {
    alreadyDone: (v) => `That operation is already processed: ${v.reference}. I did not do it again, and nothing was charged twice.`,
    alreadyRefused: (v) => `That operation, ${v.reference}, was not done and nothing was charged. That button no longer works.`,
    alreadyUnknown: (v) => `That operation, ${v.reference}, is still being checked. Do not repeat it: I will tell you as soon as I know.`,
    alreadyToPay: (v) =>
      `That operation, ${v.reference}, has no confirmed payment yet: one payment at the link is enough, and I tell you. If no link came, nothing was charged: ask for it again.`,
    myOperations: 'My operations',
    myBill: 'My bill',
    over: 'That button no longer works.',
    codeDone: 'The code is not needed any more: you are signed in.',
    leaveFor: (v) => `We were in the middle of ${v.this}. Shall I leave that and go to ${v.other}?`,
    leaveYes: 'Yes, switch',
    leaveNo: 'No, stay here',
    comeBack: (v) => `Shall we go on with ${v.this}?`,
    comeBackYes: 'Yes, go on',
    comeBackNo: 'No, thanks',
    takeUp: (v) => `In another chat you had begun ${v.this}. Shall we go on here?`,
    wentOn: 'That goes on in your other chat. Nothing was done here.',
    survey: 'From 0 to 10, how likely are you to recommend us? You need not answer.',
    surveyScale: 'Thank you. The score goes from 0 to 10. Which would it be?',
    workingPaid: 'I am on it: this is taking longer than usual. Do not ask for it again: I will write here as soon as I know how it ended.',
    stillPaid: 'I am still on what came before. Do not ask for it again: I will write here as soon as I know how it ended.',
    working: 'I am on it: this is taking longer than usual. I will write here as soon as I have it. To leave it, type *cancel*.',
    stillWorking: 'I am still on it; I will write as soon as I have it. To leave it, type *cancel*.',
    down: 'I cannot look that up right now: the service does not answer. I changed nothing. You can try again in a few minutes.',
    downAfter: 'I cannot look up the rest right now: the service does not answer. You can try again in a few minutes.',
    downUnsure:
      'The service did not answer in time, and I do not know whether the change was made. Check in a few minutes before you ask for it again.',
    tryAgain: 'Try again',
    broken: 'I lost track of what we were doing; nothing was left half done. What do you need?',
    apology: 'Sorry: I had a problem with your message and did nothing with it. Please say it another way, or type *menu*.',
  },
);
