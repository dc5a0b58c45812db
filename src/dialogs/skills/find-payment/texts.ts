import { catalog, forms } from '../../../domain/texts';

/** `paper`: ", comprobante PV-55120", or nothing. */
type Paid = { amount: string; when: string; paper: string };

export const texts = catalog(
  {
    title: forms({ tu: 'buscar tu pago', vos: 'buscar tu pago', usted: 'buscar su pago' }),
    button: 'Buscar un pago',
    askAmount: forms({
      tu: 'Lo busco. ¿De cuánto fue el pago o la recarga?',
      vos: 'Lo busco. ¿De cuánto fue el pago o la recarga?',
      usted: 'Lo busco. ¿De cuánto fue el pago o la recarga?',
    }),
    askDay: '¿Qué día fue?',
    askReference: forms({
      tu: 'Con eso no lo encuentro. ¿Qué número de comprobante tiene tu recibo?',
      vos: 'Con eso no lo encuentro. ¿Qué número de comprobante tiene tu recibo?',
      usted: 'Con eso no lo encuentro. ¿Qué número de comprobante tiene su recibo?',
    }),
    askPaper: forms({
      tu: '¿Qué número de comprobante tiene tu recibo?',
      vos: '¿Qué número de comprobante tiene tu recibo?',
      usted: '¿Qué número de comprobante tiene su recibo?',
    }),
    askLine: '¿A qué número fue?',
    askLineAgain: (v: { example: string }) => `¿A qué número de celular fue? Por ejemplo ${v.example}.`,
    myLine: 'A mi línea',
    today: 'Hoy',
    yesterday: 'Ayer',
    forgot: 'No lo sé',
    heldTopUp: forms({
      tu: (v: Paid) => `Encontré tu recarga: ${v.amount}, ${v.when}${v.paper}. La recibimos y todavía no la aplicamos a tu línea.`,
      vos: (v: Paid) => `Encontré tu recarga: ${v.amount}, ${v.when}${v.paper}. La recibimos y todavía no la aplicamos a tu línea.`,
      usted: (v: Paid) => `Encontré su recarga: ${v.amount}, ${v.when}${v.paper}. La recibimos y todavía no la aplicamos a su línea.`,
    }),
    heldInvoice: forms({
      tu: (v: Paid) => `Encontré tu pago: ${v.amount}, ${v.when}${v.paper}. Lo recibimos y todavía no lo aplicamos a tu cuenta.`,
      vos: (v: Paid) => `Encontré tu pago: ${v.amount}, ${v.when}${v.paper}. Lo recibimos y todavía no lo aplicamos a tu cuenta.`,
      usted: (v: Paid) => `Encontré su pago: ${v.amount}, ${v.when}${v.paper}. Lo recibimos y todavía no lo aplicamos a su cuenta.`,
    }),
    doNotPay: forms({ tu: 'No pagues otra vez.', vos: 'No pagues otra vez.', usted: 'No pague otra vez.' }),
    asked: forms({
      tu: (v: { reference: string; when: string }) => `Abrí el caso ${v.reference} para que se aplique. Tienes respuesta a más tardar ${v.when}.`,
      vos: (v: { reference: string; when: string }) => `Abrí el caso ${v.reference} para que se aplique. Tenés respuesta a más tardar ${v.when}.`,
      usted: (v: { reference: string; when: string }) => `Abrí el caso ${v.reference} para que se aplique. Tiene respuesta a más tardar ${v.when}.`,
    }),
    double: forms({
      tu: (v: { amount: string; first: string; second: string }) => `Lo revisé. Veo dos de ${v.amount}: ${v.first} y ${v.second}. ¿Solo querías una?`,
      vos: (v: { amount: string; first: string; second: string }) =>
        `Lo revisé. Veo dos de ${v.amount}: ${v.first} y ${v.second}. ¿Solo querías una?`,
      usted: (v: { amount: string; first: string; second: string }) =>
        `Lo revisé. Veo dos de ${v.amount}: ${v.first} y ${v.second}. ¿Solo quería una?`,
    }),
    onlyOne: 'Sí, solo una',
    both: 'No, quería las dos',
    bothFine: 'De acuerdo. Las dos están aplicadas y no falta nada.',
    doubleCase: forms({
      tu: (v: { amount: string; reference: string; when: string }) =>
        `Abrí el caso ${v.reference} por el cobro doble de ${v.amount}. Una persona lo mira y te responde a más tardar ${v.when}.`,
      vos: (v: { amount: string; reference: string; when: string }) =>
        `Abrí el caso ${v.reference} por el cobro doble de ${v.amount}. Una persona lo mira y te responde a más tardar ${v.when}.`,
      usted: (v: { amount: string; reference: string; when: string }) =>
        `Abrí el caso ${v.reference} por el cobro doble de ${v.amount}. Una persona lo mira y le responde a más tardar ${v.when}.`,
    }),
    applied: (v: Paid) => `Sí entró: ${v.amount}, ${v.when}${v.paper}.`,
    reversed: (v: Paid) => `Ese pago se devolvió: ${v.amount}, ${v.when}${v.paper}. No se aplicó y no se cobró.`,
    notFound: forms({
      tu: (v: { reference: string; when: string }) =>
        `No encontré un pago con esos datos en los últimos 35 días. Abrí el caso ${v.reference} con lo que me dijiste: una persona lo busca y te responde a más tardar ${v.when}. Guarda tu recibo.`,
      vos: (v: { reference: string; when: string }) =>
        `No encontré un pago con esos datos en los últimos 35 días. Abrí el caso ${v.reference} con lo que me dijiste: una persona lo busca y te responde a más tardar ${v.when}. Guardá tu recibo.`,
      usted: (v: { reference: string; when: string }) =>
        `No encontré un pago con esos datos en los últimos 35 días. Abrí el caso ${v.reference} con lo que me dijo: una persona lo busca y le responde a más tardar ${v.when}. Guarde su recibo.`,
    }),
    elsewhere: forms({
      tu: (v: { reference: string; when: string }) =>
        `Los pagos de otra línea no los veo desde aquí. Abrí el caso ${v.reference} con lo que me dijiste: una persona lo busca y te responde a más tardar ${v.when}. Guarda tu recibo.`,
      vos: (v: { reference: string; when: string }) =>
        `Los pagos de otra línea no los veo desde aquí. Abrí el caso ${v.reference} con lo que me dijiste: una persona lo busca y te responde a más tardar ${v.when}. Guardá tu recibo.`,
      usted: (v: { reference: string; when: string }) =>
        `Los pagos de otra línea no los veo desde aquí. Abrí el caso ${v.reference} con lo que me dijo: una persona lo busca y le responde a más tardar ${v.when}. Guarde su recibo.`,
    }),
    paper: (v: { reference: string }) => `, comprobante ${v.reference}`,
    of: (v: { amount: string }) => ` de ${v.amount}`,
    waits: forms({
      tu: (v: { of: string; when: string; reference: string }) =>
        `Tu operación${v.of}, ${v.when}, sigue en verificación. No la repitas: te aviso en cuanto sepa. Referencia ${v.reference}.`,
      vos: (v: { of: string; when: string; reference: string }) =>
        `Tu operación${v.of}, ${v.when}, sigue en verificación. No la repitas: te aviso en cuanto sepa. Referencia ${v.reference}.`,
      usted: (v: { of: string; when: string; reference: string }) =>
        `Su operación${v.of}, ${v.when}, sigue en verificación. No la repita: le aviso en cuanto sepa. Referencia ${v.reference}.`,
    }),
    unpaid: forms({
      tu: (v: { of: string; when: string; reference: string }) =>
        `Tu operación${v.of}, ${v.when}, espera el pago por el enlace; el banco aún no confirma ninguno. Si ya pagaste, no pagues otra vez: te aviso en cuanto llegue. Referencia ${v.reference}.`,
      vos: (v: { of: string; when: string; reference: string }) =>
        `Tu operación${v.of}, ${v.when}, espera el pago por el enlace; el banco aún no confirma ninguno. Si ya pagaste, no pagues otra vez: te aviso en cuanto llegue. Referencia ${v.reference}.`,
      usted: (v: { of: string; when: string; reference: string }) =>
        `Su operación${v.of}, ${v.when}, espera el pago por el enlace; el banco aún no confirma ninguno. Si ya pagó, no pague otra vez: le aviso en cuanto llegue. Referencia ${v.reference}.`,
    }),
    last: forms({
      tu: (v: Paid) => `Tu última recarga: ${v.amount}, ${v.when}${v.paper}. Sí entró.`,
      vos: (v: Paid) => `Tu última recarga: ${v.amount}, ${v.when}${v.paper}. Sí entró.`,
      usted: (v: Paid) => `Su última recarga: ${v.amount}, ${v.when}${v.paper}. Sí entró.`,
    }),
    appliedInvoice: (v: Paid) => `Sí lo recibimos y está aplicado: ${v.amount}, ${v.when}${v.paper}.`,
    openAlready: (v: { reference: string; day: string }) => `Ya está abierto el caso ${v.reference}, desde ${v.day}: una persona lo está viendo.`,
    glad: 'Muy bien. Aquí sigo para lo que haga falta.',
    mine: 'Mis operaciones',
    balance: 'Ver mi saldo',
    whereItWent: 'En qué se fue',
    notThat: 'No es esa',
  },
  {
    title: 'finding your payment',
    button: 'Find a payment',
    askAmount: 'I will look for it. How much was the payment or top-up?',
    askDay: 'Which day was it?',
    askReference: 'I cannot find it with that. Which receipt number is on your paper?',
    askPaper: 'Which receipt number is on your paper?',
    askLine: 'Which number was it for?',
    askLineAgain: (v) => `Which mobile number was it for? For example ${v.example}.`,
    myLine: 'For my line',
    today: 'Today',
    yesterday: 'Yesterday',
    forgot: 'I do not know',
    heldTopUp: (v) => `I found your top-up: ${v.amount}, ${v.when}${v.paper}. We received it and have not applied it to your line yet.`,
    heldInvoice: (v) => `I found your payment: ${v.amount}, ${v.when}${v.paper}. We received it and have not applied it to your account yet.`,
    doNotPay: 'Do not pay again.',
    asked: (v) => `I asked for it to be applied: case ${v.reference}. You will have an answer by ${v.when}.`,
    double: (v) => `I looked. I see two of ${v.amount}: ${v.first} and ${v.second}. Did you want only one?`,
    onlyOne: 'Yes, only one',
    both: 'No, I wanted both',
    bothFine: 'All right. Both are applied and nothing is missing.',
    doubleCase: (v) => `I opened case ${v.reference} about the double charge of ${v.amount}. A person looks at it and answers you by ${v.when}.`,
    applied: (v) => `It did arrive: ${v.amount}, ${v.when}${v.paper}.`,
    reversed: (v) => `That payment was given back: ${v.amount}, ${v.when}${v.paper}. It was not applied and not charged.`,
    notFound: (v) =>
      `I found no payment like that in the last 35 days. I opened case ${v.reference} with what you told me: a person looks for it and answers you by ${v.when}. Keep your paper.`,
    elsewhere: (v) =>
      `I cannot see the payments of another line from here. I opened case ${v.reference} with what you told me: a person looks for it and answers you by ${v.when}. Keep your paper.`,
    paper: (v) => `, receipt ${v.reference}`,
    of: (v) => ` of ${v.amount}`,
    waits: (v) =>
      `Your operation${v.of}, ${v.when}, is still being checked. Do not repeat it: I will tell you as soon as I know. Reference ${v.reference}.`,
    unpaid: (v) =>
      `Your operation${v.of}, ${v.when}, waits for you to pay by the link; the bank has confirmed no payment yet. If you did pay, do not pay again: I will tell you when it arrives. Reference ${v.reference}.`,
    last: (v) => `Your last top-up: ${v.amount}, ${v.when}${v.paper}. It did arrive.`,
    appliedInvoice: (v) => `We received it and it is applied: ${v.amount}, ${v.when}${v.paper}.`,
    openAlready: (v) => `Case ${v.reference} is open already, since ${v.day}: a person is looking at it.`,
    glad: 'Very well. I am here if you need anything else.',
    mine: 'My operations',
    balance: 'See my balance',
    whereItWent: 'Where it went',
    notThat: 'Not that one',
  },
);
