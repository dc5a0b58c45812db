import { catalog, forms } from '../../../../domain/texts';

export const texts = catalog(
  {
    title: forms({ tu: 'un cobro que no reconoces', vos: 'un cobro que no reconocés', usted: 'un cobro que no reconoce' }),
    button: 'No reconozco uno',
    which: forms({
      tu: (v: { month: string }) => `Factura de ${v.month}. ¿Cuál es el cobro que no reconoces?`,
      vos: (v: { month: string }) => `Factura de ${v.month}. ¿Cuál es el cobro que no reconocés?`,
      usted: (v: { month: string }) => `Factura de ${v.month}. ¿Cuál es el cobro que no reconoce?`,
    }),
    row: (v: { number: number; name: string; amount: string }) => `${v.number}. ${v.name}: ${v.amount}`,
    why: (v: { name: string; amount: string }) => `${v.name}, ${v.amount}. ¿Qué pasó con ese cobro?`,
    notMine: 'No es mío',
    notUsed: 'No lo usé',
    otherAmount: 'El monto no es ese',
    nothing: (v: { month: string }) => `En la factura de ${v.month} no hay cobros que se puedan revisar aquí.`,
    already: (v: { name: string; amount: string }) => `De ${v.name} ya hay ${v.amount} en revisión.`,
    opened: forms({
      tu: (v: { reference: string; name: string; amount: string; when: string }) =>
        `Abrí el caso ${v.reference} por ${v.name}, ${v.amount}. Una persona lo ve y te responde antes ${v.when}.`,
      vos: (v: { reference: string; name: string; amount: string; when: string }) =>
        `Abrí el caso ${v.reference} por ${v.name}, ${v.amount}. Una persona lo ve y te responde antes ${v.when}.`,
      usted: (v: { reference: string; name: string; amount: string; when: string }) =>
        `Abrí el caso ${v.reference} por ${v.name}, ${v.amount}. Una persona lo ve y le responde antes ${v.when}.`,
    }),
    openAlready: (v: { reference: string; name: string; day: string }) => `Ya está abierto el caso ${v.reference} por ${v.name}, desde ${v.day}.`,
    waits: forms({
      tu: 'Esa parte no se cobra mientras tanto: puedes pagar el resto.',
      vos: 'Esa parte no se cobra mientras tanto: podés pagar el resto.',
      usted: 'Esa parte no se cobra mientras tanto: puede pagar el resto.',
    }),
    lines: 'Ver el detalle',
    person: 'Hablar con alguien',
  },
  {
    title: 'a charge that is not yours',
    button: 'One is not mine',
    which: (v) => `Bill of ${v.month}. Which charge is not yours?`,
    row: (v) => `${v.number}. ${v.name}: ${v.amount}`,
    why: (v) => `${v.name}, ${v.amount}. What about that charge?`,
    notMine: 'I did not order it',
    notUsed: 'I did not use it',
    otherAmount: 'Wrong amount',
    nothing: (v) => `There is no charge on the bill of ${v.month} that can be reviewed here.`,
    already: (v) => `${v.amount} of ${v.name} are being reviewed already.`,
    opened: (v) => `I opened case ${v.reference} about ${v.name}, ${v.amount}. A person looks at it and answers by ${v.when}.`,
    openAlready: (v) => `There is case ${v.reference} already about ${v.name}, since ${v.day}.`,
    waits: 'That part is not collected meanwhile: you can pay the rest.',
    lines: 'See the lines',
    person: 'Talk to someone',
  },
);
