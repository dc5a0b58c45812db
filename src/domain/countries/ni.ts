import { nicaraguanDocuments } from '../documents/ni';
import type { Country } from './country';

export const nicaragua: Country = {
  code: 'NI',
  name: { es: 'Nicaragua', en: 'Nicaragua' },
  callingCode: '505',
  currency: 'NIO',
  money: { symbol: 'C$', space: false, thousands: ',', decimal: '.', decimals: 2, alsoCalled: ['peso', 'pesos'] },
  timeZone: 'America/Managua',
  form: 'vos',
  phone: { prefix: '', groups: [4, 4], separator: '-', example: '8888-0101' },
  documents: nicaraguanDocuments,
  words: {
    topUp: { label: { es: 'Recarga', en: 'Top-up' }, typed: ['recarga', 'recargar'] },
    pack: { label: { es: 'Megapack', en: 'Pack' }, typed: ['megapack', 'bono'] },
    packs: { label: { es: 'Megapacks', en: 'Packs' }, typed: ['megapacks', 'bonos'] },
    loan: { label: { es: 'Préstamo de saldo', en: 'Airtime advance' }, typed: ['préstamo', 'adelanto'] },
    bill: { label: { es: 'Factura', en: 'Bill' }, typed: ['factura'] },
    accountNumber: { label: { es: 'Número de cliente', en: 'Customer number' }, typed: ['número de cliente', 'cliente'] },
    document: {
      label: { es: 'Cédula', en: 'ID card (cédula)' },
      asked: { es: 'número de cédula', en: 'ID card (cédula)' },
      typed: ['cédula'],
    },
    sim: { label: { es: 'Chip', en: 'SIM card' }, typed: ['chip', 'sim'] },
    phone: { label: { es: 'Celular', en: 'Phone' }, typed: ['celular', 'cel', 'teléfono'] },
    person: { label: { es: 'Asesor', en: 'Agent' }, typed: ['asesor'] },
    holder: { label: { es: 'Titular', en: 'Account holder' }, typed: ['titular'] },
  },
};
