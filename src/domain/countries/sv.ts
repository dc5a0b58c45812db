import { salvadoranDocuments } from '../documents/sv';
import type { Country } from './country';

export const elSalvador: Country = {
  code: 'SV',
  name: { es: 'El Salvador', en: 'El Salvador' },
  callingCode: '503',
  currency: 'USD',
  money: { symbol: '$', space: false, thousands: ',', decimal: '.', decimals: 2, alsoCalled: ['peso', 'pesos'] },
  timeZone: 'America/El_Salvador',
  form: 'tu',
  phone: { prefix: '', groups: [4, 4], separator: '-', example: '7070-0101' },
  documents: salvadoranDocuments,
  words: {
    topUp: { label: { es: 'Recarga', en: 'Top-up' }, typed: ['recarga', 'recargar', 'saldo'] },
    pack: { label: { es: 'Paquete', en: 'Pack' }, typed: ['paquete'] },
    packs: { label: { es: 'Paquetes', en: 'Packs' }, typed: ['paquetes'] },
    loan: { label: { es: 'Adelanto de saldo', en: 'Airtime advance' }, typed: ['sos', 'adelanto'] },
    bill: { label: { es: 'Factura', en: 'Bill' }, typed: ['factura', 'recibo'] },
    accountNumber: { label: { es: 'Cuenta facturación', en: 'Billing account' }, typed: ['cuenta de facturación', 'número de cuenta'] },
    document: { label: { es: 'DUI', en: 'DUI' }, typed: ['dui', 'documento'] },
    sim: { label: { es: 'Chip', en: 'SIM card' }, typed: ['chip', 'sim'] },
    phone: { label: { es: 'Celular', en: 'Phone' }, typed: ['celular', 'cel', 'teléfono'] },
    person: { label: { es: 'Asesor', en: 'Agent' }, typed: ['asesor', 'ejecutivo'] },
    holder: { label: { es: 'Titular', en: 'Account holder' }, typed: ['titular'] },
  },
};
