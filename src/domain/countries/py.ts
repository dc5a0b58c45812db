import { paraguayanDocuments } from '../documents/py';
import type { Country } from './country';

export const paraguay: Country = {
  code: 'PY',
  name: { es: 'Paraguay', en: 'Paraguay' },
  callingCode: '595',
  currency: 'PYG',
  money: { symbol: 'Gs.', space: true, thousands: '.', decimal: ',', decimals: 0 },
  timeZone: 'America/Asuncion',
  form: 'vos',
  phone: { prefix: '0', groups: [4, 3, 3], separator: ' ', example: '0981 000 101' },
  documents: paraguayanDocuments,
  words: {
    topUp: { label: { es: 'Carga', en: 'Top-up' }, typed: ['carga', 'cargar', 'minicarga', 'saldo', 'recarga'] },
    pack: { label: { es: 'Pack', en: 'Pack' }, typed: ['pack', 'paquete'] },
    packs: { label: { es: 'Packs', en: 'Packs' }, typed: ['packs', 'paquetes'] },
    loan: { label: { es: 'Préstamo de saldo', en: 'Airtime advance' }, typed: ['préstamo de saldo', 'préstamo', 'fiado'] },
    bill: { label: { es: 'Factura', en: 'Bill' }, typed: ['factura', 'boleta'] },
    accountNumber: { label: { es: 'Número de cuenta', en: 'Account number' }, typed: ['número de cuenta', 'contrato'] },
    document: {
      label: { es: 'Cédula (CI)', en: 'ID card (CI)' },
      asked: { es: 'número de cédula (CI)', en: 'ID card (CI)' },
      typed: ['cédula', 'ci'],
    },
    sim: { label: { es: 'Chip', en: 'SIM card' }, typed: ['chip', 'sim'] },
    phone: { label: { es: 'Celular', en: 'Phone' }, typed: ['celular', 'cel', 'teléfono'] },
    person: { label: { es: 'Asesor', en: 'Agent' }, typed: ['asesor', 'operador'] },
    holder: { label: { es: 'Titular', en: 'Account holder' }, typed: ['titular'] },
  },
};
