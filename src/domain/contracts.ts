import type { Country } from './countries';
import type { Language } from './texts';

/** Digits of a contract. Numbers of the nine countries' bills are of 6 to 10; a longer one is a document. */
export const CONTRACT = /^\d{5,12}$/;

/** Who has no contract says a line, "no tengo contrato 5555…", and who tells how they pay for theirs: "mi línea de contrato 5555…". */
const NOT_OF_ONE = String.raw`(?<!(?<!\p{L})(?:(?:sin|without|no|ning[uú]n|no (?:tengo|hay|es|have)|n.?t have)(?: (?:un|a|el|ning[uú]n))?|(?:l[ií]nea|cel|celular|tel[eé]fono|soy)(?: es)? (?:de|por)) )`;
/** Digits behind the word for a contract, in one piece or as a bill prints them, "5555 0101": some have as many as a line. */
export const AFTER_CONTRACT = new RegExp(
  String.raw`(?<=(?<!\p{L})${NOT_OF_ONE}(?:contrato|contract)\s*(?:(?:n[uú]mero|number|nro\.?|no\.?|n°|es|is|el|the|:|#)\s*){0,4})(?:\d{5,12}(?![\d-])|\d{4} \d{4}(?![\d-]| \d))`,
  'giu',
);

/** What the country's bill and people call the two things that are asked. */
export function billWords(country: Country, language: Language): { readonly account: string; readonly document: string; readonly example: string } {
  const { accountNumber, document } = country.words;
  const label = accountNumber.label[language];
  return {
    account: label.charAt(0).toLowerCase() + label.slice(1),
    document: (document.asked ?? document.label)[language],
    example: country.documents[0]?.example ?? '',
  };
}

/** The digits of a contract in what people write around it; undefined when there is not exactly one such number. */
export function contractIn(text: string): string | undefined {
  const numbers = text.normalize('NFKC').match(/\d[\d -]*\d/g) ?? [];
  const found = numbers.map((each) => each.replace(/\D/g, '')).filter((each) => CONTRACT.test(each));
  return found.length === 1 ? found[0] : undefined;
}

/** Digits of a number that must not be told in full. */
const ENDING = 4;
export const endingOf = (number: string): string => number.slice(-ENDING);
