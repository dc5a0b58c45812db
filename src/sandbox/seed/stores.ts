import type { CountryCode } from './countries';

/** Hours by day, as TMF674's calendar: day, and from–to, or `closed`. */
export type Calendar = Readonly<Record<string, string>>;

export interface SeededStore {
  readonly country: CountryCode;
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly department: string;
  readonly street?: string;
  readonly lat: number;
  readonly lon: number;
  /** V sales, P payments, C chip and number, E equipment return, T technical, D accessible entrance. */
  readonly services: string;
  readonly calendar: Calendar;
  readonly aliases?: readonly string[];
  readonly kind?: 'payment point';
  readonly movedTo?: string;
  /** Closed on day 0 for this reason. */
  readonly closedToday?: string;
}

const USUAL: Calendar = { 'mon-to-fri': '09:00-18:00', saturday: '09:00-13:00', holiday: 'closed' };
const MALL: Calendar = { 'all week': '10:00-20:00', holiday: '10:00-18:00' };

type Row = readonly [id: string, name: string, city: string, department: string, lat: number, lon: number, services: string];
type Extra = Partial<Pick<SeededStore, 'calendar' | 'aliases' | 'street' | 'movedTo' | 'closedToday'>>;

const store = (country: CountryCode, [id, name, city, department, lat, lon, services]: Row, extra: Extra = {}): SeededStore => ({
  ...{ country, id: `store-${country}-${id}`, name, city, department, lat, lon, services, calendar: USUAL },
  ...extra,
});

const GUATEMALA: readonly SeededStore[] = [
  store('GT', ['01', 'Zona 10, Centro Oakland', 'Guatemala', 'Guatemala', 14.598, -90.507, 'VPCED'], { calendar: MALL, aliases: ['Oakland Mall'] }),
  store('GT', ['02', 'Zona 11, Miraflores', 'Guatemala', 'Guatemala', 14.621, -90.553, 'VPCTD'], { calendar: MALL, aliases: ['Centro Miraflores'] }),
  store('GT', ['03', 'Zona 1, 6.ª avenida', 'Guatemala', 'Guatemala', 14.637, -90.514, 'VPC'], { aliases: ['sexta avenida', 'centro histórico'] }),
  store('GT', ['04', 'Mixco, San Cristóbal', 'Mixco', 'Guatemala', 14.607, -90.588, 'VPCE'], {
    calendar: { ...USUAL, saturday: '09:00-17:00' },
    aliases: ['Ciudad San Cristóbal'],
  }),
  store('GT', ['05', 'Villa Nueva, Metrocentro', 'Villa Nueva', 'Guatemala', 14.527, -90.587, 'VP'], {
    calendar: { 'all week': '10:00-19:00', holiday: '10:00-18:00' },
  }),
  store('GT', ['06', 'Antigua Guatemala', 'Antigua Guatemala', 'Sacatepéquez', 14.557, -90.734, 'VPC'], {
    calendar: { 'tue-to-fri': '09:00-18:00', weekend: '09:00-13:00', monday: 'closed', holiday: 'closed' },
    aliases: ['La Antigua'],
  }),
  store('GT', ['07', 'Escuintla', 'Escuintla', 'Escuintla', 14.305, -90.785, 'VPCE']),
  store('GT', ['08', 'Quetzaltenango, La Democracia', 'Quetzaltenango', 'Quetzaltenango', 14.848, -91.522, 'VPCET'], { aliases: ['Xela'] }),
  store('GT', ['09', 'Cobán', 'Cobán', 'Alta Verapaz', 15.47, -90.372, 'VPC'], { closedToday: 'No hay servicio en la zona' }),
  store('GT', ['10', 'Chiquimula', 'Chiquimula', 'Chiquimula', 14.799, -89.545, 'VP']),
  store('GT', ['11', 'Puerto Barrios', 'Puerto Barrios', 'Izabal', 15.728, -88.594, 'VPC']),
  store('GT', ['12', 'Flores, Petén', 'Flores', 'Petén', 16.927, -89.892, 'VPC']),
  store('GT', ['13', 'Zona 9, Plaza España', 'Guatemala', 'Guatemala', 14.604, -90.522, 'VPC'], { movedTo: 'store-GT-01' }),
];

const ELSEWHERE: readonly SeededStore[] = [
  store('HN', ['01', 'Tegucigalpa', 'Tegucigalpa', 'Francisco Morazán', 14.085, -87.184, 'VPCE'], { aliases: ['Tegus'] }),
  store('HN', ['02', 'San Pedro Sula', 'San Pedro Sula', 'Cortés', 15.504, -88.025, 'VPCE'], { aliases: ['San Pedro'] }),
  store('SV', ['01', 'San Salvador', 'San Salvador', 'San Salvador', 13.7, -89.224, 'VPCE']),
  store('SV', ['02', 'Santa Ana', 'Santa Ana', 'Santa Ana', 13.994, -89.556, 'VPCE']),
  store('NI', ['01', 'Managua', 'Managua', 'Managua', 12.136, -86.251, 'VPC']),
  store('CR', ['01', 'San José', 'San José', 'San José', 9.933, -84.083, 'VPC']),
  store('PA', ['01', 'Ciudad de Panamá', 'Panamá', 'Panamá', 8.983, -79.52, 'VPC']),
  store('BO', ['01', 'La Paz', 'La Paz', 'La Paz', -16.5, -68.131, 'VPC']),
  store('BO', ['02', 'El Alto', 'El Alto', 'La Paz', -16.505, -68.163, 'VPC']),
  store('PY', ['01', 'Asunción', 'Asunción', 'Central', -25.294, -57.576, 'VPCE']),
  store('PY', ['02', 'San Lorenzo', 'San Lorenzo', 'Central', -25.34, -57.509, 'VPCE']),
  store('CO', ['01', 'Medellín', 'Medellín', 'Antioquia', 6.244, -75.574, 'VPCE']),
  store('CO', ['02', 'Bogotá', 'Bogotá', 'Cundinamarca', 4.676, -74.048, 'VPCE']),
];

/** Shops, pharmacies and banks around some stores that take payments and nothing else: three at each of ten places. */
const SHOPS: readonly { readonly name: string; readonly lat: number; readonly lon: number; readonly calendar: Calendar }[] = [
  { name: 'Tienda La Bendición', lat: 0.004, lon: 0.003, calendar: { 'all week': '07:00-21:00' } },
  { name: 'Farmacia 24 de turno', lat: -0.003, lon: 0.005, calendar: { 'all week': '18:00-02:00' } },
  { name: 'Agencia bancaria', lat: 0.002, lon: -0.006, calendar: { 'mon-to-fri': '09:00-17:00', holiday: 'closed' } },
];
const AROUND = ['GT-01', 'GT-03', 'GT-04', 'GT-05', 'GT-08', 'HN-01', 'SV-01', 'BO-01', 'PY-01', 'CO-01'];

const paymentPoints = (stores: readonly SeededStore[]): readonly SeededStore[] =>
  stores
    .filter(({ id }) => AROUND.includes(id.replace('store-', '')))
    .flatMap(({ id, country, name, city, department, lat, lon }) =>
      SHOPS.map((shop, index) => ({
        ...{ country, id: `${id}-p${index + 1}`, name: `${shop.name}, ${name}`, city, department, services: 'P', calendar: shop.calendar },
        ...{ lat: round(lat + shop.lat), lon: round(lon + shop.lon), kind: 'payment point' as const },
      })),
    );
const round = (degrees: number): number => Math.round(degrees * 1_000) / 1_000;

/** Places of the nine countries, to three decimals and not surveyed. */
export const STORES: readonly SeededStore[] = [...GUATEMALA, ...ELSEWHERE, ...paymentPoints([...GUATEMALA, ...ELSEWHERE])];
