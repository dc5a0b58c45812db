import type { Bill, Home, Persona } from './types';

/** A month of home internet at 60 Mbps. */
export function homeBill(period: Bill['period'], due: number, state: Bill['state']): Bill {
  return { period, due: { day: due }, state, lines: [['Internet 60 Mbps', '249.00']] };
}

/** What its owner calls each contract; one place is closed and still listed, two are behind with a month. */
const PLACES = [
  ['10009001', 'Bodega zona 12'], ['10009002', 'Garita'], ['10009003', 'Oficina central'], ['10009004', 'Taller'],
  ['10009005', 'Terminal Chiquimula'], ['10009006', 'Terminal Zacapa'], ['10009007', 'Terminal Esquipulas'],
  ['10009008', 'Bodega Puerto Barrios'], ['10009009', 'Gasolinera'], ['10009010', 'Encomiendas zona 1'],
  ['10009011', 'Encomiendas zona 18'], ['10009012', 'Sala de pilotos'], ['10009013', 'Casa Byron'], ['10009014', 'Bodega vieja'],
] as const; // prettier-ignore
const BEHIND: readonly string[] = ['10009004', '10009009'];
const CLOSED = '10009014';

/** A company with many contracts: long lists, pages, and paying the right one. */
export const quetzal: Persona = {
  id: 'P12',
  name: 'Transportes El Quetzal',
  city: 'Chiquimula',
  email: 'pagos@elquetzal.example',
  documents: [
    ['DPI', '2134 99088 2001'],
    ['NIT', '1048572-4'],
  ],
  story: {
    es: 'Transportes El Quetzal: una empresa con 14 contratos de internet.',
    en: 'Transportes El Quetzal: a company with 14 internet contracts.',
  },
  lines: [
    {
      number: '5555-0112',
      label: 'Byron Sagastume',
      plan: 'empresas',
      since: { day: -700 },
      renews: { day: 14 },
      account: '70090012',
      quotas: [{ kind: 'data', name: 'Datos del plan', unit: 'GB', left: 6.5, of: 15, until: { day: 14 } }],
    },
  ],
  homes: PLACES.map(([contract, label]): Home => ({
    contract,
    label,
    plan: 'hogar60',
    status: contract === CLOSED ? 'cancelled' : 'active',
    since: { day: -900 },
    phoneOnFile: '5555-0112',
    bills: BEHIND.includes(contract) ? [homeBill('M-1', -18, 'overdue')] : [homeBill('M-1', -18, 'settled'), homeBill('M', 12, 'new')],
  })),
};
