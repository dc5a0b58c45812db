import { createHmac } from 'node:crypto';
import type { Proof } from '../../integrations/codes/port';

/** The names of things in Redis, all under a pepper that it does not know. */
export interface Names {
  readonly mac: (...parts: readonly string[]) => string;
  readonly line: (who: Pick<Proof, 'msisdn'>) => string;
  readonly visitor: (who: Pick<Proof, 'visitor'>) => string;
}

export function names(pepper: string): Names {
  const mac = (...parts: readonly string[]): string => createHmac('sha256', pepper).update(parts.join('|')).digest('base64url').slice(0, 32);
  return { mac, line: ({ msisdn }) => mac('line', msisdn), visitor: ({ visitor }) => mac('visitor', visitor) };
}

/** A key; all with the same `owner` share a slot. */
export const keyOf = (owner: string, ...rest: readonly string[]): string => [`{o:${owner}}`, ...rest].join(':');
