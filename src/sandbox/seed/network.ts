import type { CountryCode } from './countries';
import type { When } from './types';

/** A part of the network that fails and comes back as one. */
interface Area {
  readonly id: string;
  readonly country: CountryCode;
  /** As its people call it. */
  readonly name: string;
}

export const AREAS: readonly Area[] = [
  { id: 'GT-coban-2-4', country: 'GT', name: 'Cobán, zonas 2 a 4' },
  { id: 'GT-mixco', country: 'GT', name: 'Mixco' },
  { id: 'GT-chiquimula', country: 'GT', name: 'Chiquimula' },
  { id: 'HN-tegucigalpa', country: 'HN', name: 'Tegucigalpa' },
  { id: 'CO-medellin', country: 'CO', name: 'Medellín' },
];

/** What a home has, by contract. */
export const HOMES: Readonly<Record<string, { readonly area: string; readonly ssid: string }>> = {
  '10002040': { area: 'GT-mixco', ssid: 'Casa_Morales' },
  '10003311': { area: 'GT-coban-2-4', ssid: 'Familia_Xol' },
  '300418': { area: 'HN-tegucigalpa', ssid: 'Karla_Casa' },
  '55018822': { area: 'CO-medellin', ssid: 'Casa_Restrepo' },
};
/** Of the company's contracts. */
export const OTHER_HOME = { area: 'GT-chiquimula', ssid: 'Internet_Hogar' };

/** A failure that is there from the beginning. */
export interface SeededProblem {
  readonly id: string;
  readonly area: string;
  readonly since: When;
  readonly expected: When;
  readonly homes: number;
  readonly reason: string;
  /** The case of which those of its homes are parts. */
  readonly ticket: string;
}

export const PROBLEMS: readonly SeededProblem[] = [
  {
    ...{ id: 'SP-10500', area: 'GT-coban-2-4', homes: 1_240, reason: 'fibreCut', ticket: '10500' },
    ...{ since: { day: 0, time: '07:15' }, expected: { day: 0, time: '18:30' } },
  },
];
