import { catalog, forms } from '../../../../domain/texts';

type Two = { difference: string; from: string; to: string };
type Named = { name: string };

export const texts = catalog(
  {
    title: forms({ tu: 'por qué cambió tu factura', vos: 'por qué cambió tu factura', usted: 'por qué cambió su factura' }),
    button: '¿Por qué cambió?',
    rose: forms({
      tu: (v: Two) => `Tu factura subió ${v.difference}: de ${v.from} a ${v.to}. Por esto:`,
      vos: (v: Two) => `Tu factura subió ${v.difference}: de ${v.from} a ${v.to}. Por esto:`,
      usted: (v: Two) => `Su factura subió ${v.difference}: de ${v.from} a ${v.to}. Por esto:`,
    }),
    fell: forms({
      tu: (v: Two) => `Tu factura bajó ${v.difference}: de ${v.from} a ${v.to}. Por esto:`,
      vos: (v: Two) => `Tu factura bajó ${v.difference}: de ${v.from} a ${v.to}. Por esto:`,
      usted: (v: Two) => `Su factura bajó ${v.difference}: de ${v.from} a ${v.to}. Por esto:`,
    }),
    sameTotal: forms({
      tu: (v: { to: string }) => `Tu factura es del mismo monto, ${v.to}, aunque cambió por dentro:`,
      vos: (v: { to: string }) => `Tu factura es del mismo monto, ${v.to}, aunque cambió por dentro:`,
      usted: (v: { to: string }) => `Su factura es del mismo monto, ${v.to}, aunque cambió por dentro:`,
    }),
    same: forms({
      tu: (v: { to: string; month: string; before: string }) =>
        `Tu factura de ${v.month} es igual a la de ${v.before}: ${v.to}, con los mismos cobros.`,
      vos: (v: { to: string; month: string; before: string }) =>
        `Tu factura de ${v.month} es igual a la de ${v.before}: ${v.to}, con los mismos cobros.`,
      usted: (v: { to: string; month: string; before: string }) =>
        `Su factura de ${v.month} es igual a la de ${v.before}: ${v.to}, con los mismos cobros.`,
    }),
    first: (v: { month: string; to: string }) => `La de ${v.month} es la única factura que tengo: ${v.to}. No hay otra con qué compararla.`,
    otherMoney: (v: { month: string; before: string }) =>
      `Las facturas de ${v.month} y ${v.before} están en monedas distintas: no las puedo comparar.`,
    speak: (v: { difference: string }) => `Qué cambió: ${v.difference}.`,
    head: 'Qué cambió',
    difference: 'Diferencia',
    plan: (v: { name: string; before: string }) => `${v.name}, antes ${v.before}`,
    price: (v: Named) => `Cambió de precio: ${v.name}`,
    ended: (v: Named) => `Ya no se cobra: ${v.name}`,
    promotionEnded: (v: Named) => `Terminó: ${v.name}`,
    exchange: (v: { name: string; from: string; to: string }) => `Tipo de cambio, de ${v.from} a ${v.to}: ${v.name}`,
    rest: 'Otros cambios',
    pay: 'Pagar',
    notMine: 'No reconozco uno',
    lines: 'Ver la factura',
  },
  {
    title: 'why your bill changed',
    button: 'Why did it change?',
    rose: (v) => `Your bill went up ${v.difference}: from ${v.from} to ${v.to}. This is why:`,
    fell: (v) => `Your bill went down ${v.difference}: from ${v.from} to ${v.to}. This is why:`,
    sameTotal: (v) => `Your bill is of the same amount, ${v.to}, although what is in it changed:`,
    same: (v) => `Your bill of ${v.month} is the same as that of ${v.before}: ${v.to}, for the same things.`,
    first: (v) => `The bill of ${v.month} is the only one I have: ${v.to}. There is no other one to compare it with.`,
    otherMoney: (v) => `The bills of ${v.month} and ${v.before} are in different currencies: I cannot compare them.`,
    speak: (v) => `What changed: ${v.difference}.`,
    head: 'What changed',
    difference: 'Difference',
    plan: (v) => `${v.name}, before ${v.before}`,
    price: (v) => `New price: ${v.name}`,
    ended: (v) => `No longer charged: ${v.name}`,
    promotionEnded: (v) => `It ended: ${v.name}`,
    exchange: (v) => `Exchange rate, from ${v.from} to ${v.to}: ${v.name}`,
    rest: 'Other changes',
    pay: 'Pay',
    notMine: 'One is not mine',
    lines: 'See the bill',
  },
);
