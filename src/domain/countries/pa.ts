import { panamanianDocuments } from '../documents/pa';
import type { Country } from './country';

/** The balboa is at par with the dollar, whose notes are used: both are shown as dollars. */
export const panama: Country = {
  code: 'PA',
  name: { es: 'Panamá', en: 'Panama' },
  callingCode: '507',
  currency: 'PAB',
  money: { symbol: '$', space: false, thousands: ',', decimal: '.', decimals: 2, atPar: 'USD' },
  timeZone: 'America/Panama',
  form: 'tu',
  phone: { prefix: '', groups: [4, 4], separator: '-', example: '6000-0101' },
  documents: panamanianDocuments,
  words: {
    topUp: { label: { es: 'Recarga', en: 'Top-up' }, typed: ['recarga', 'recargar', 'saldo'] },
    pack: { label: { es: 'Paquete', en: 'Pack' }, typed: ['paquete'] },
    packs: { label: { es: 'Paquetes', en: 'Packs' }, typed: ['paquetes'] },
    loan: { label: { es: 'Adelanto de saldo', en: 'Airtime advance' }, typed: ['adelanto', 'préstamo'] },
    bill: { label: { es: 'Factura', en: 'Bill' }, typed: ['factura', 'recibo'] },
    accountNumber: { label: { es: 'Número de cuenta', en: 'Account number' }, typed: ['número de cuenta', 'contrato'] },
    document: {
      label: { es: 'Cédula', en: 'ID card (cédula)' },
      asked: { es: 'número de cédula', en: 'ID card (cédula)' },
      typed: ['cédula'],
    },
    sim: { label: { es: 'Chip', en: 'SIM card' }, typed: ['chip', 'sim'] },
    phone: { label: { es: 'Celular', en: 'Phone' }, typed: ['celular', 'cel', 'teléfono'] },
    person: { label: { es: 'Asesor', en: 'Agent' }, typed: ['asesor', 'agente'] },
    holder: { label: { es: 'Titular', en: 'Account holder' }, typed: ['titular'] },
  },
};
