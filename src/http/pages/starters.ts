import type { Language } from '../../domain/texts';

/** Drawn inline, so that a button is whole with the first paint. Paths on a 24 × 24 grid. */
export const DRAWINGS = {
  wallet: 'M4 7.5A2.5 2.5 0 0 1 6.500 5H17v3M4 7.500V17a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-7a2 2 0 0 0-2-2H6M16.500 13.500h.01',
  signal: 'M5 19v-3M10 19v-7M15 19V9M20 19V5',
  plan: 'M6 3.500h12v17l-3-1.800-3 1.800-3-1.800-3 1.800zM9 8.500h6M9 12.500h6',
  person: 'M12 4.250a3.750 3.750 0 1 1 0 7.500 3.750 3.750 0 0 1 0-7.500M5 20c.6-3.600 3.400-5.500 7-5.500s6.400 1.900 7 5.500',
  card: 'M5 5.500h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM3 10h18M7 15h3',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  clock: 'M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 1 1 0-17M12 7.500V12l3 2',
  next: 'm9 6 6 6-6 6',
  down: 'm6 9 6 6 6-6',
  moon: 'M20 14.500A8 8 0 0 1 9.500 4a8 8 0 1 0 10.500 10.500z',
  lock: 'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3',
  shield: 'M12 3.500 19 6v5.500c0 4.400-3 7.600-7 9-4-1.400-7-4.600-7-9V6z',
  phone:
    'M8 3.500h8a1.500 1.500 0 0 1 1.500 1.500v14a1.500 1.500 0 0 1-1.500 1.500H8A1.500 1.500 0 0 1 6.500 19V5A1.500 1.500 0 0 1 8 3.500zM11 17.500h2',
  send: 'M4.500 5.500 20 12 4.500 18.500l2-6.500zM6.500 12H20',
} as const;

/** One of the four buttons of the first screen: what it shows is, word for word, what it sends. */
export interface Starter {
  readonly icon: 'wallet' | 'signal' | 'plan' | 'person';
  readonly says: Readonly<Record<Language, string>>;
}

/** What the bot can do from the first day. An operator's `app.ts` may pass others. */
export const STARTERS: readonly Starter[] = [
  { icon: 'wallet', says: { es: 'Ver mi saldo', en: 'See my balance' } },
  { icon: 'signal', says: { es: 'Ver mis datos y minutos', en: 'See my data and minutes' } },
  { icon: 'plan', says: { es: 'Ver mi plan', en: 'See my plan' } },
  { icon: 'person', says: { es: 'Hablar con una persona', en: 'Talk to a person' } },
];
