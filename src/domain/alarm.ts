/** What a customer may say that is answered before anything else, and never with a menu. */
export const ALARMS = ['crisis', 'extortion', 'threat', 'theft', 'fraud', 'death'] as const;
export type Alarm = (typeof ALARMS)[number];

/** What whoever takes a conversation over must know at once: the alarms, and how somebody can be spoken to. */
export type Mark = Alarm | 'minor' | 'text-only' | 'by-phone' | 'no-contact' | 'few-letters' | 'angry';
