import type { Country } from '../../domain/countries';
import type { Money } from '../../domain/money';
import type { Language } from '../../domain/texts';

/** What is known of a payment, for whoever has its link: amount and what for, and nothing of whose it is. */
export interface PayView {
  readonly kind: string;
  readonly amount: Money;
  /** Whose money and clock it is told in. */
  readonly country: Country;
  /** In which it was agreed to, and `what` is written: the page speaks it too, whatever the browser does. */
  readonly language: Language;
  /** "Factura de noviembre"; empty: the kind says it. */
  readonly what: string;
  readonly reference: string;
  /** `open`: it may be paid at `url` until then (epoch ms). `closed`: not any more. */
  readonly state: 'open' | 'closed' | 'checking' | 'paid' | 'not-paid';
  readonly url?: string;
  readonly validUntil: number;
}
