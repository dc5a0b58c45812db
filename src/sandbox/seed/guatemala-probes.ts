import type { Line, Persona } from './types';

/**
 * Lines for the edges. What is not here is an edge too: 5555-0198 was never assigned, 4444-0100 is of another operator,
 * 2222-0100 and 7755-0100 are fixed lines.
 */
const probe = (id: string, name: string, line: Line): Persona => ({ id, name, documents: [], lines: [line] });

export const guatemalaProbes: readonly Persona[] = [
  probe('X199', 'Línea cancelada', {
    number: '5555-0199',
    plan: 'diario',
    status: 'terminated',
    statusReason: 'Cancelada',
    since: { day: -600 },
    sms: 'never',
  }),
  probe('X120', 'Prueba sin entrega', {
    number: '5555-0120',
    plan: 'diario',
    since: { day: -200 },
    balance: { amount: '15.00', until: { day: 20 } },
    sms: 'never',
  }),
  probe('X121', 'Prueba entrega tardía', {
    number: '5555-0121',
    plan: 'diario',
    since: { day: -200 },
    balance: { amount: '15.00', until: { day: 20 } },
    sms: 'late',
  }),
  probe('X122', 'Comercial La Ceiba, S. A.', {
    number: '5555-0122',
    plan: 'empresas',
    since: { day: -350 },
    renews: { day: 5 },
    account: '70090122',
    quotas: [{ kind: 'data', name: 'Datos del plan', unit: 'GB', left: 11, of: 15, until: { day: 5 } }],
  }),
  probe('X123', 'Línea portada', {
    number: '5555-0123',
    plan: 'diario',
    status: 'terminated',
    statusReason: 'Portada a otro operador hace 2 días',
    since: { day: -1200 },
    sms: 'never',
  }),
];
