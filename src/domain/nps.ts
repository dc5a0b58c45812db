/** The question of recommendation: 0 to 10. Detractors say 6 or less, promoters 9 or 10. */
export const SCORES = { lowest: 0, detractor: 6, passive: 8, highest: 10 } as const;

export const isDetractor = (score: number): boolean => score <= SCORES.detractor;
/** How agents find tickets of somebody who would not recommend us. */
export const DETRACTOR_TAG = 'detractor';
