import type { Clock } from '../clock';
import type { Route } from '../http/reply';
import { LINES, type SeededLine } from '../seed';
import { COUNTRIES, decimalOf } from '../seed/countries';
import { isoOf, momentOf } from '../seed/time';
import { collection, type Draft } from './collection';

/** What was used outside of any pack by a line with movements: day, kind, quantity, and what it cost in hundredths of the smallest top-up. */
const USED = [
  { day: -2, time: '12:40', type: 'voice', name: 'Llamada fuera del paquete', amount: 4, units: 'min', price: { GT: 396, other: 100 } },
  { day: -3, time: '20:05', type: 'data', name: 'Datos fuera del paquete', amount: 15, units: 'MB', price: { GT: 150, other: 100 } },
  { day: -5, time: '08:15', type: 'sms', name: 'Mensajes', amount: 2, units: 'SMS', price: { GT: 100, other: 50 } },
] as const;

/** TMF635: calls, data and messages that were charged one by one. */
export function usage(clock: Clock): Route[] {
  return collection('/tmf-api/usageManagement/v4', 'usage', 'prepaid', () =>
    LINES.filter(({ line, plan }) => plan.kind === 'prepaid' && line.movements !== undefined).flatMap((line) => used(line, clock)),
  );
}

const used = ({ msisdn, country }: SeededLine, clock: Clock): Draft[] =>
  USED.map(({ day, time, type, name, amount, units, price }, index) => ({
    ...{ id: `usage-${msisdn}-${index}`, usageType: type, description: name, status: 'billed', '@type': 'Usage' },
    usageDate: isoOf(momentOf({ day, time }, country, clock.today())),
    usageSpecification: { id: type },
    usageCharacteristic: [{ name: 'quantity', value: amount, unitOfMeasure: units }],
    ratedProductUsage: [
      { taxIncludedRatingAmount: { unit: COUNTRIES[country].currency, value: decimalOf(country === 'GT' ? price.GT : price.other, country) } },
    ],
    relatedParty: [{ id: msisdn, role: 'customer', '@referredType': 'Individual' }],
  }));
