import { guatemalanDocuments } from '../documents/gt';
import type { Country } from './country';

export const guatemala: Country = {
  code: 'GT',
  name: { es: 'Guatemala', en: 'Guatemala' },
  callingCode: '502',
  currency: 'GTQ',
  money: { symbol: 'Q', space: false, thousands: ',', decimal: '.', decimals: 2, alsoCalled: ['peso', 'pesos'] },
  timeZone: 'America/Guatemala',
  form: 'tu',
  phone: { prefix: '', groups: [4, 4], separator: '-', example: '5555-0101' },
  documents: guatemalanDocuments,
  words: {
    topUp: { label: { es: 'Recarga', en: 'Top-up' }, typed: ['recarga', 'recargar', 'saldo', 'tiempo de aire'] },
    pack: { label: { es: 'Paquete', en: 'Pack' }, typed: ['paquete', 'paquetigo', 'paquetito'] },
    packs: { label: { es: 'Paquetes', en: 'Packs' }, typed: ['paquetes', 'paquetigos', 'paquetitos'] },
    loan: { label: { es: 'Adelanto de saldo', en: 'Airtime advance' }, typed: ['adelanto', 'préstamo', 'sos', 'fiado'] },
    bill: { label: { es: 'Factura', en: 'Bill' }, typed: ['factura', 'recibo', 'cuenta'] },
    accountNumber: {
      label: { es: 'Número de contrato', en: 'Account number' },
      typed: ['número de cuenta', 'número de contrato', 'contrato'],
    },
    document: { label: { es: 'DPI', en: 'DPI' }, typed: ['dpi', 'cui', 'documento'] },
    sim: { label: { es: 'Chip', en: 'SIM card' }, typed: ['chip', 'sim'] },
    phone: { label: { es: 'Celular', en: 'Phone' }, typed: ['celular', 'cel', 'teléfono'] },
    person: { label: { es: 'Asesor', en: 'Agent' }, typed: ['asesor', 'agente'] },
    holder: { label: { es: 'Titular', en: 'Account holder' }, typed: ['titular', 'dueño'] },
  },
};
