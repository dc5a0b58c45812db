import { catalog, forms } from '../../../../domain/texts';

type One = { month: string; whose: string; total: string };

export const texts = catalog(
  {
    title: forms({ tu: 'el detalle de tu factura', vos: 'el detalle de tu factura', usted: 'el detalle de su factura' }),
    button: 'Ver el detalle',
    due: (v: One & { day: string }) => `Factura de ${v.month}, ${v.whose}: ${v.total}. Vence ${v.day}.`,
    late: (v: One & { day: string }) => `Factura de ${v.month}, ${v.whose}: ${v.total}. Venció ${v.day}.`,
    paid: (v: One) => `Factura de ${v.month}, ${v.whose}: ${v.total}. Está pagada.`,
    left: (v: { amount: string }) => `Quedan ${v.amount} por pagar.`,
    waits: (v: { amount: string; name: string }) => `De ${v.name} hay ${v.amount} en revisión: esa parte no se cobra mientras tanto.`,
    inReview: (v: { amount: string; name: string }) => `De ${v.name} hay ${v.amount} en revisión.`,
    speak: (v: { month: string; total: string }) => `Factura de ${v.month}: ${v.total}.`,
    head: (v: { month: string }) => `Factura de ${v.month}`,
    total: 'Total',
    pay: 'Pagar',
    why: '¿Por qué cambió?',
    pdf: 'Descargar PDF',
    notMine: 'No reconozco uno',
    fine: 'De acuerdo.',
    which: '¿De qué mes?',
  },
  {
    title: 'the lines of your bill',
    button: 'See the lines',
    due: (v) => `Bill of ${v.month}, ${v.whose}: ${v.total}. It is due ${v.day}.`,
    late: (v) => `Bill of ${v.month}, ${v.whose}: ${v.total}. It was due ${v.day}.`,
    paid: (v) => `Bill of ${v.month}, ${v.whose}: ${v.total}. It is paid.`,
    left: (v) => `${v.amount} remain to be paid.`,
    waits: (v) => `${v.amount} of ${v.name} are being reviewed: that part is not collected meanwhile.`,
    inReview: (v) => `${v.amount} of ${v.name} are being reviewed.`,
    speak: (v) => `Bill of ${v.month}: ${v.total}.`,
    head: (v) => `Bill of ${v.month}`,
    total: 'Total',
    pay: 'Pay',
    why: 'Why did it change?',
    pdf: 'Download PDF',
    notMine: 'One is not mine',
    fine: 'All right.',
    which: 'Of which month?',
  },
);
