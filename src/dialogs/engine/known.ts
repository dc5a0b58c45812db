import type { Country } from '../../domain/countries';
import type { Form, Language, Texts } from '../../domain/texts';
import type { Trail } from './trail';
import type { Slots } from '../../understanding/slots';

/** What every question and every skill may know, whoever the customer is. */
export interface Basics {
  readonly country: Country;
  readonly language: Language;
  readonly form: Form;
  /** The operator's name, as customers say it. */
  readonly brand: string;
  /** Epoch ms of this turn. */
  readonly now: number;
  /** What the sentence that began this flow said besides its wish, as far as no question took it. */
  readonly said: Slots & { readonly words?: string };
  /** Which page of a long list is open, from 0. */
  readonly page: number;
  /** Who writes, as the channel knows them: opaque, the same for the whole conversation. */
  readonly visitor: string;
  /** What went before in this conversation. */
  readonly trail: Trail;
  /** Names this turn; the same at every run of it. */
  readonly attempt: string;
}
/** The texts in the customer's language and form, and all that is known so far. */
export type Known<T, A> = Basics & { readonly t: Texts<T> } & A;
