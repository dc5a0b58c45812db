import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares in a time that tells nothing about where, or by how much, the two differ. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(one), digest(other));
}
