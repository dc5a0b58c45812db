import { bolivianDocuments } from '../documents/bo';
import type { Country } from './country';

export const bolivia: Country = {
  code: 'BO',
  name: { es: 'Bolivia', en: 'Bolivia' },
  callingCode: '591',
  currency: 'BOB',
  money: { symbol: 'Bs', space: true, thousands: '.', decimal: ',', decimals: 2, alsoCalled: ['peso', 'pesos'] },
  timeZone: 'America/La_Paz',
  form: 'tu',
  phone: { prefix: '', groups: [8], separator: ' ', example: '70000101' },
  documents: bolivianDocuments,
  words: {
    topUp: { label: { es: 'Carga', en: 'Top-up' }, typed: ['carga', 'cargar', 'crédito', 'tarjeta', 'recarga'] },
    pack: { label: { es: 'Paquete', en: 'Pack' }, typed: ['paquete', 'paquetigo', 'bolsa'] },
    packs: { label: { es: 'Paquetes', en: 'Packs' }, typed: ['paquetes', 'paquetigos', 'bolsas'] },
    loan: { label: { es: 'Préstamo de saldo', en: 'Airtime advance' }, typed: ['te presta', 'préstamo'] },
    bill: { label: { es: 'Factura', en: 'Bill' }, typed: ['factura', 'aviso de cobranza'] },
    accountNumber: { label: { es: 'Código de cliente', en: 'Customer code' }, typed: ['código de cliente'] },
    document: {
      label: { es: 'Carnet (CI)', en: 'ID card (CI)' },
      asked: { es: 'carnet (CI)', en: 'ID card (CI)' },
      typed: ['carnet', 'ci', 'carné'],
    },
    sim: { label: { es: 'Chip', en: 'SIM card' }, typed: ['chip', 'sim'] },
    phone: { label: { es: 'Celular', en: 'Phone' }, typed: ['celular', 'cel', 'teléfono'] },
    person: { label: { es: 'Operador', en: 'Agent' }, typed: ['operador', 'ejecutivo'] },
    holder: { label: { es: 'Titular', en: 'Account holder' }, typed: ['titular'] },
  },
};
