import { costaRica, elSalvador, honduras, nicaragua, panama } from './central-america';
import { COUNTRIES, type CountryCode } from './countries';
import { guatemala } from './guatemala';
import { bolivia, colombia, paraguay } from './south-america';
import type { CountrySeed, Line, Persona, Plan } from './types';

export const SEEDS: readonly CountrySeed[] = [guatemala, elSalvador, honduras, nicaragua, costaRica, panama, colombia, bolivia, paraguay];

/** A line with all that hangs on it. */
export interface SeededLine {
  /** E.164 without `+`. */
  readonly msisdn: string;
  readonly country: CountryCode;
  readonly persona: Persona;
  readonly line: Line;
  readonly plan: Plan;
}

/** National number as people write it, with or without its leading zero, as E.164 without `+`. */
export function msisdnOf(number: string, country: CountryCode): string {
  const national = number.replace(/\D/g, '').replace(/^0/, '');
  return COUNTRIES[country].callingCode + national;
}

export const LINES: readonly SeededLine[] = SEEDS.flatMap(({ country, plans, personas }) =>
  personas.flatMap((persona) =>
    persona.lines.map((line) => ({ msisdn: msisdnOf(line.number, country), country, persona, line, plan: planOf(plans, line.plan) })),
  ),
);

/** @throws Error for a plan that its country does not have: a mistake in the seeds. */
export function planOf(plans: CountrySeed['plans'], key: string): Plan {
  const plan = plans[key];
  if (plan === undefined) throw new Error(`no plan ${key}`);
  return plan;
}
