import type { CountryCode } from '../countries/codes';
import type { Language } from '../texts';

/** One kind of identity or tax document. Check digits catch typing errors only: whether it is accepted, the operator decides. */
export interface DocumentKind {
  /** Country and name: "gt-dpi". */
  readonly id: string;
  readonly country: CountryCode;
  /** At most 20 characters. */
  readonly label: Readonly<Record<Language, string>>;
  /** A well-formed value, shown to customers as it is printed. */
  readonly example: string;
  /** Words by which customers name it, folded. */
  readonly names: readonly string[];
  /** What a normalised value looks like. */
  readonly shape: RegExp;
  /** From what was typed (capitals, introduction removed) to what is compared. By default only letters and digits stay. */
  readonly normalise?: (typed: string) => string;
  /** Whether the check digit or letter of a value of this shape is right. */
  readonly check?: (value: string) => boolean;
  /** Matches what was typed when its form alone tells this kind from every other. */
  readonly telling?: RegExp;
}
