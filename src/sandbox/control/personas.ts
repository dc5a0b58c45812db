import { SEEDS, msisdnOf, planOf } from '../seed';
import type { CountryCode } from '../seed/countries';
import type { Persona } from '../seed/types';

/** A persona as a visitor gets to know one: a name, a story, the numbers to type. Nothing that a chat should ask for first. */
interface PublicPersona {
  readonly id: string;
  readonly name: string;
  readonly story: { readonly es: string; readonly en: string };
  readonly largeText: boolean;
  readonly lines: readonly { readonly number: string; readonly msisdn: string; readonly kind: string; readonly label?: string }[];
  readonly contracts: readonly string[];
  readonly document?: string;
}

/** The personas of a country that have a story, and every line that may get an SMS. */
export function personasOf(country: CountryCode): { country: CountryCode; personas: PublicPersona[]; phones: object[] } {
  const seed = SEEDS.find((candidate) => candidate.country === country);
  const all = (seed?.personas ?? []).map((persona) => ({ ...shown(persona, country), probe: persona.story === undefined }));
  return {
    country,
    personas: all.filter(({ probe }) => !probe).map(({ probe: _, ...persona }) => persona),
    phones: all.flatMap(({ name, lines, probe }) => lines.map((line) => ({ ...line, name: line.label ?? name, probe }))),
  };
}

function shown(persona: Persona, country: CountryCode): PublicPersona {
  const seed = SEEDS.find((candidate) => candidate.country === country);
  const document = persona.documents[0]?.join(' ');
  return {
    id: persona.id,
    name: persona.name,
    story: persona.story ?? { es: persona.name, en: persona.name },
    largeText: persona.largeText === true,
    lines: persona.lines.map(({ number, plan, label }) => ({
      number,
      msisdn: msisdnOf(number, country),
      kind: planOf(seed?.plans ?? {}, plan).kind,
      ...(label !== undefined && { label }),
    })),
    contracts: [...(persona.homes ?? []).map(({ contract }) => contract), ...persona.lines.flatMap(({ formerAccount }) => formerAccount ?? [])],
    ...(document !== undefined && { document }),
  };
}
