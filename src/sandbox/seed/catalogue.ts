import type { CountryCode } from './countries';

/** Countries whose catalogue is seeded; in the others nothing is on sale. */
type CatalogueCountry = 'GT' | 'HN' | 'SV' | 'BO' | 'PY' | 'CO';

export interface Category {
  readonly id: string;
  readonly name: string;
}
export const CATEGORIES = [
  { id: 'data', name: 'Datos' },
  { id: 'all-in-one', name: 'Todo en uno' },
  { id: 'social', name: 'Redes' },
  { id: 'voice', name: 'Minutos' },
  { id: 'sms', name: 'Mensajes' },
  { id: 'international', name: 'Internacional' },
  { id: 'roaming', name: 'Roaming' },
  { id: 'subscription', name: 'Suscripciones' },
] as const satisfies readonly Category[];
type CategoryId = (typeof CATEGORIES)[number]['id'];

/** One offer in every country: its price there, and after `·` how much data it has there. */
export interface Offer {
  readonly code: string;
  readonly name: string;
  readonly category: CategoryId;
  /** Days it lasts; a subscription recurs instead. */
  readonly days?: number;
  readonly every?: 'day' | 'month';
  /** What is in it besides data. */
  readonly content: string;
  readonly minutes?: number;
  readonly sms?: number;
  readonly prices: Readonly<Record<CatalogueCountry, string>>;
  /** Rules of sale. */
  readonly soldOut?: true;
  readonly adultsOnly?: true;
  readonly firstMonthFree?: true;
  readonly needsRoaming?: true;
  readonly paidFrom?: 'balance' | 'bill';
}

type Columns = readonly [gt: string, hn: string, sv: string, bo: string, py: string, co: string];
const at = ([GT, HN, SV, BO, PY, CO]: Columns): Offer['prices'] => ({ GT, HN, SV, BO, PY, CO });

type Pack = Omit<Offer, 'prices' | 'code' | 'name' | 'category' | 'days' | 'content'>;
const pack = (code: string, name: string, category: CategoryId, days: number, content: string, prices: Columns, more: Pack = {}): Offer => ({
  code, name, category, days, content, prices: at(prices), ...more,
}); // prettier-ignore
const monthly = (code: string, name: string, content: string, prices: Columns, more: Pack = {}): Offer => ({
  code, name, category: 'subscription', every: 'month', content, prices: at(prices), ...more,
}); // prettier-ignore

const APPS = 'WhatsApp para chatear, Facebook e Instagram';
const FAIR = `${APPS}; uso justo de 250 MB al día, sin llamadas ni video en vivo`;
const NEAR = 'Estados Unidos, Canadá, México y Centroamérica';

// prettier-ignore
export const OFFERS: readonly Offer[] = [
  pack('D1', 'Datos', 'data', 1, 'Datos', ['5·500 MB', '18·600 MB', '0.75·700 MB', '3·500 MB', '3000·700 MB', '2000·500 MB']),
  pack('D3', 'Datos', 'data', 3, 'Datos', ['15·2 GB', '45·2 GB', '1.75·2 GB', '8·1.5 GB', '7000·2 GB', '5000·1.5 GB']),
  pack('D7', 'Datos', 'data', 7, 'Datos', ['35·5 GB', '95·5 GB', '3.50·5 GB', '20·4 GB', '15000·5 GB', '9000·4 GB']),
  pack('D15', 'Datos', 'data', 15, 'Datos', ['65·12 GB', '180·12 GB', '6.50·12 GB', '40·9 GB', '28000·12 GB', '18000·9 GB'], { soldOut: true }),
  pack('D30', 'Datos', 'data', 30, 'Datos', ['115·25 GB', '330·25 GB', '11.50·25 GB', '75·20 GB', '55000·25 GB', '35000·22 GB']),
  pack('N7', 'Datos de noche', 'data', 7, 'Datos de 00:00 a 06:00', ['15·6 GB', '45·6 GB', '1.75·6 GB', '8·5 GB', '7000·6 GB', '5000·5 GB'], { adultsOnly: true }),
  pack('M1', 'Todo en uno', 'all-in-one', 1, 'Datos, 30 minutos, 30 SMS y WhatsApp para chatear', ['10·1 GB', '30·1.2 GB', '1.00·1 GB', '5·700 MB', '5000·1 GB', '4000·700 MB'], { minutes: 30, sms: 30 }),
  pack('M3', 'Todo en uno', 'all-in-one', 3, 'Datos, 60 minutos, WhatsApp y Facebook', ['20·2.5 GB', '60·2.5 GB', '2.25·2.5 GB', '12·2 GB', '10000·2.5 GB', '7000·2 GB'], { minutes: 60 }),
  pack('M7', 'Todo en uno', 'all-in-one', 7, 'Datos, 150 minutos y redes', ['45·6 GB', '125·6 GB', '4.50·6 GB', '28·5 GB', '20000·6 GB', '12000·5 GB'], { minutes: 150 }),
  pack('M15', 'Todo en uno', 'all-in-one', 15, 'Datos, 300 minutos y redes', ['80·12 GB', '230·12 GB', '8.00·12 GB', '50·10 GB', '38000·12 GB', '22000·10 GB'], { minutes: 300 }),
  pack('M30', 'Todo en uno', 'all-in-one', 30, 'Datos, ilimitado a la misma red, 500 minutos y redes', ['140·22 GB', '400·22 GB', '14.00·22 GB', '95·18 GB', '70000·22 GB', '42000·20 GB'], { minutes: 500 }),
  pack('R1', 'Redes', 'social', 1, FAIR, ['4', '12', '0.50', '2', '2000', '1500']),
  pack('R7', 'Redes', 'social', 7, FAIR, ['20', '55', '2.00', '10', '9000', '7000']),
  pack('G7', 'Video y juegos', 'social', 7, '4 GB para 6 aplicaciones', ['18·4 GB', '55·4 GB', '2.00·4 GB', '12·4 GB', '9000·4 GB', '7000·4 GB']),
  pack('V1', 'Minutos', 'voice', 1, '30 minutos a todas las redes', ['5', '15', '0.50', '3', '2500', '2000'], { minutes: 30 }),
  pack('V7', 'Minutos', 'voice', 7, '200 minutos a todas las redes', ['25', '70', '2.75', '15', '12000', '9000'], { minutes: 200 }),
  pack('S7', 'Mensajes', 'sms', 7, '100 SMS', ['5', '15', '0.50', '3', '2000', '2000'], { sms: 100 }),
  pack('I7', 'Internacional', 'international', 7, `60 minutos a ${NEAR}`, ['25', '75', '2.50', '20', '15000', '10000'], { minutes: 60 }),
  pack('RO1', 'Roaming región', 'roaming', 1, '500 MB y 10 minutos', ['25·500 MB', '80·500 MB', '2.99·500 MB', '25·500 MB', '25000·500 MB', '20000·500 MB'], { minutes: 10, needsRoaming: true }),
  pack('RO7', 'Roaming región', 'roaming', 7, '3 GB y 60 minutos', ['99·3 GB', '300·3 GB', '11.99·3 GB', '120·3 GB', '110000·3 GB', '89000·3 GB'], { minutes: 60, needsRoaming: true }),
  monthly('A1', 'Música', 'Suscripción de música', ['39', '125', '4.99', '30', '29000', '16900']),
  monthly('A2', 'Video+', 'Películas y series; el primer mes es gratis', ['45', '149', '5.99', '39', '35000', '19900'], { firstMonthFree: true }),
  monthly('A3', 'Deportes', 'Deportes en vivo', ['35', '110', '4.50', '35', '30000', '19900']),
  monthly('A4', 'Nube 100 GB', '100 GB para tus archivos', ['15', '49', '1.99', '12', '10000', '6900']),
  monthly('A5', 'Antivirus y navegación segura', 'Protección para tu teléfono', ['12', '39', '1.50', '9', '8000', '5900']),
  { ...monthly('A6', 'Te llamé + tono de espera', 'Aviso de llamadas y tono de espera', ['0.99', '3', '0.12', '0.70', '500', '400'], { paidFrom: 'balance' }), every: 'day' },
  monthly('A7', 'Seguro de equipo', 'Robo y daño del teléfono', ['25', '85', '3.25', '20', '22000', '14900'], { paidFrom: 'bill' }),
  monthly('A8', 'Control parental', 'Hasta 3 líneas', ['19', '59', '2.25', '14', '15000', '8900']),
];

/** What one country asks for an offer, and how much data it gives; undefined where nothing is on sale. */
export function inCountry(offer: Offer, country: CountryCode): { amount: string; data?: string } | undefined {
  const cell = new Map<string, string>(Object.entries(offer.prices)).get(country);
  const [amount, data] = cell?.split('·') ?? [];
  return amount === undefined ? undefined : { amount, ...(data !== undefined && { data }) };
}
