import { costaRicanDocuments } from '../documents/cr';
import type { Country } from './country';

/** Colones are shown without céntimos, which hardly anybody uses, unless there are any. */
export const costaRica: Country = {
  code: 'CR',
  name: { es: 'Costa Rica', en: 'Costa Rica' },
  callingCode: '506',
  currency: 'CRC',
  money: { symbol: '₡', space: false, thousands: '.', decimal: ',', decimals: 0 },
  timeZone: 'America/Costa_Rica',
  form: 'vos',
  phone: { prefix: '', groups: [4, 4], separator: '-', example: '8888-0101' },
  documents: costaRicanDocuments,
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
      typed: ['cédula', 'dimex'],
    },
    sim: { label: { es: 'Chip', en: 'SIM card' }, typed: ['chip', 'sim'] },
    phone: { label: { es: 'Celular', en: 'Phone' }, typed: ['celular', 'cel', 'teléfono'] },
    person: { label: { es: 'Asesor', en: 'Agent' }, typed: ['asesor', 'agente'] },
    holder: { label: { es: 'Titular', en: 'Account holder' }, typed: ['titular'] },
  },
};
