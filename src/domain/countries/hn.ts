import { honduranDocuments } from '../documents/hn';
import type { Country } from './country';

export const honduras: Country = {
  code: 'HN',
  name: { es: 'Honduras', en: 'Honduras' },
  callingCode: '504',
  currency: 'HNL',
  money: { symbol: 'L', space: true, thousands: ',', decimal: '.', decimals: 2, alsoCalled: ['peso', 'pesos'] },
  timeZone: 'America/Tegucigalpa',
  form: 'tu',
  phone: { prefix: '', groups: [4, 4], separator: '-', example: '9999-0101' },
  documents: honduranDocuments,
  words: {
    topUp: { label: { es: 'Recarga', en: 'Top-up' }, typed: ['recarga', 'recargar', 'superrecarga'] },
    pack: { label: { es: 'Superrecarga', en: 'Pack' }, typed: ['superrecarga', 'paquete'] },
    packs: { label: { es: 'Superrecargas', en: 'Packs' }, typed: ['superrecargas', 'paquetes'] },
    loan: { label: { es: 'Préstamo de saldo', en: 'Airtime advance' }, typed: ['préstamo', 'prestame saldo'] },
    bill: { label: { es: 'Factura', en: 'Bill' }, typed: ['factura', 'recibo'] },
    accountNumber: { label: { es: 'Número de contrato', en: 'Contract number' }, typed: ['número de contrato', 'contrato'] },
    document: { label: { es: 'DNI (identidad)', en: 'DNI (ID card)' }, typed: ['dni', 'identidad'] },
    sim: { label: { es: 'Chip', en: 'SIM card' }, typed: ['chip', 'sim'] },
    phone: { label: { es: 'Celular', en: 'Phone' }, typed: ['celular', 'cel', 'teléfono'] },
    person: { label: { es: 'Agente', en: 'Agent' }, typed: ['agente', 'oficial'] },
    holder: { label: { es: 'Titular', en: 'Account holder' }, typed: ['titular'] },
  },
};
