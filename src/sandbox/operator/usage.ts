import type { Clock } from '../clock';
import type { Route } from '../http/reply';
import { LINES, type SeededLine } from '../seed';
import { priced } from '../seed/countries';
import { isoOf, momentOf } from '../seed/time';
import { HISTORY } from '../seed/usage';
import { collection, type Draft } from './collection';

/** What was used outside of any pack by a line with movements: day, kind, quantity, and what it cost in hundredths of the smallest top-up. */
const USED = [
  { day: -2, time: '12:40', type: 'voice', name: 'Llamada fuera del paquete', amount: 4, units: 'min', price: { GT: 396, other: 100 } },
  { day: -3, time: '20:05', type: 'data', name: 'Datos fuera del paquete', amount: 15, units: 'MB', price: { GT: 150, other: 100 } },
  { day: -5, time: '08:15', type: 'sms', name: 'Mensajes', amount: 2, units: 'SMS', price: { GT: 100, other: 50 } },
] as const;

/**
 * TMF635. Calls, data and messages that were charged one by one have a rated amount; what a plan or pack included has none. Lines of the
 * probes have no history.
 */
export function usage(clock: Clock): Route[] {
  return collection('/tmf-api/usageManagement/v4', 'usage', 'usage', (query) => {
    const asked = query.get('relatedParty.id');
    return LINES.filter(({ msisdn }) => asked === null || asked === msisdn).flatMap((line) => [...charged(line, clock), ...included(line, clock)]);
  });
}

const charged = (line: SeededLine, clock: Clock): Draft[] =>
  line.plan.kind === 'prepaid' && line.line.movements !== undefined ? used(line, clock) : [];

const UNITS = { voice: 's', sms: 'SMS', data: 'MB' } as const;

/** What has happened by now: what is still to come today is not told. */
const included = ({ msisdn, country }: SeededLine, clock: Clock): Draft[] =>
  HISTORY.flatMap(({ day, time, type, amount, direction, other }, index) => {
    const at = momentOf({ day: -day, time }, country, clock.today());
    if (at > clock.now()) return [];
    return {
      ...{ id: `history-${msisdn}-${index}`, usageType: type, status: 'rated', '@type': 'Usage' },
      usageDate: isoOf(at),
      usageSpecification: { id: type },
      usageCharacteristic: [
        { name: 'quantity', value: amount, unitOfMeasure: UNITS[type] },
        ...(direction === undefined ? [] : [{ name: 'direction', value: direction }]),
        ...(other === undefined ? [] : [{ name: 'otherNumber', value: msisdn.slice(0, -other.length) + other }]),
      ],
      relatedParty: [{ id: msisdn, role: 'customer', '@referredType': 'Individual' }],
    };
  });

const used = ({ msisdn, country }: SeededLine, clock: Clock): Draft[] =>
  USED.map(({ day, time, type, name, amount, units, price }, index) => ({
    ...{ id: `usage-${msisdn}-${index}`, usageType: type, description: name, status: 'billed', '@type': 'Usage' },
    usageDate: isoOf(momentOf({ day, time }, country, clock.today())),
    usageSpecification: { id: type },
    usageCharacteristic: [{ name: 'quantity', value: amount, unitOfMeasure: units }],
    ratedProductUsage: [{ taxIncludedRatingAmount: priced(country === 'GT' ? price.GT : price.other, country) }],
    relatedParty: [{ id: msisdn, role: 'customer', '@referredType': 'Individual' }],
  }));
