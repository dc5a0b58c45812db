import { colombianDocuments } from '../documents/co';
import type { Country } from './country';

/** Pesos are shown without centavos unless there are any. Formal complaints (PQR) are in usted, which is their skill's business. */
export const colombia: Country = {
  code: 'CO',
  name: { es: 'Colombia', en: 'Colombia' },
  callingCode: '57',
  currency: 'COP',
  money: { symbol: '$', space: false, thousands: '.', decimal: ',', decimals: 0 },
  timeZone: 'America/Bogota',
  form: 'tu',
  phone: { prefix: '', groups: [3, 3, 4], separator: ' ', example: '300 000 0101' },
  documents: colombianDocuments,
  words: {
    topUp: { label: { es: 'Recarga', en: 'Top-up' }, typed: ['recarga', 'recargar'] },
    pack: { label: { es: 'Paquete', en: 'Pack' }, typed: ['paquete'] },
    packs: { label: { es: 'Paquetes', en: 'Packs' }, typed: ['paquetes'] },
    loan: { label: { es: 'Préstamo de saldo', en: 'Airtime advance' }, typed: ['adelanta saldo', 'préstamo'] },
    bill: { label: { es: 'Factura', en: 'Bill' }, typed: ['factura'] },
    accountNumber: { label: { es: 'Número de contrato', en: 'Contract number' }, typed: ['contrato', 'referencia de pago'] },
    document: {
      label: { es: 'Cédula', en: 'ID card (cédula)' },
      asked: { es: 'número de cédula', en: 'ID card (cédula)' },
      typed: ['cédula', 'cc', 'ce'],
    },
    sim: { label: { es: 'SIM', en: 'SIM card' }, typed: ['sim', 'chip', 'simcard'] },
    phone: { label: { es: 'Celular', en: 'Phone' }, typed: ['celular', 'cel', 'teléfono'] },
    person: { label: { es: 'Asesor', en: 'Agent' }, typed: ['asesor'] },
    holder: { label: { es: 'Titular', en: 'Account holder' }, typed: ['titular'] },
  },
};
