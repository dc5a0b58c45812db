import type { DocumentKind } from '../documents/kind';
import type { Currency, MoneyForm } from '../money';
import type { Form, Language } from '../texts';
import type { CountryCode } from './codes';

/** A thing as its people call it. */
export interface Word {
  /** For buttons: at most 20 characters, with a capital. */
  readonly label: Readonly<Record<Language, string>>;
  /** Behind "el" and "tu" in a sentence, where the label would sound wrong there: "el Cédula". */
  readonly asked?: Readonly<Record<Language, string>>;
  /** What customers write for it, in small letters, as they write it. */
  readonly typed: readonly string[];
}

/** Words that differ from country to country. Brand words are the operator's configuration, not these. */
export const WORDS = ['topUp', 'pack', 'packs', 'loan', 'bill', 'accountNumber', 'document', 'sim', 'phone', 'person', 'holder'] as const;
export type WordName = (typeof WORDS)[number];

/** How a mobile number of the country is shown: national digits with a prefix, cut in groups. */
export interface PhoneForm {
  readonly prefix: '' | '0';
  readonly groups: readonly number[];
  readonly separator: '-' | ' ';
  /** Shown to customers who are asked for one. */
  readonly example: string;
}

/** What the product knows of a country. Prices, taxes, fees and opening hours are the operator's, never here. */
export interface Country {
  readonly code: CountryCode;
  readonly name: Readonly<Record<Language, string>>;
  /** Without `+`. */
  readonly callingCode: string;
  readonly currency: Currency;
  readonly money: MoneyForm;
  /** IANA name. */
  readonly timeZone: string;
  /** How customers are addressed from the start; a conversation may go over to usted. */
  readonly form: Exclude<Form, 'usted'>;
  readonly phone: PhoneForm;
  /** The first is the one that people have; companies and foreigners come after it. */
  readonly documents: readonly DocumentKind[];
  readonly words: Readonly<Record<WordName, Word>>;
  /** Number to call in danger. Unset until the operator confirms it. */
  readonly emergency?: string;
}
