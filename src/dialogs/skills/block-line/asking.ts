import { z } from 'zod';
import type { Country } from '../../../domain/countries';
import { billWords, contractIn } from '../../../domain/contracts';
import { readDocument } from '../../../domain/documents';
import { readMsisdn, showMsisdn } from '../../../domain/msisdn';
import { again, leave, type Control } from '../../engine/control';
import type { Question } from '../../engine/question';
import type { Known } from '../../engine/skill';
import type { texts } from './texts';

type Told = Known<typeof texts.es, { readonly signed: readonly string[] }>;

/** What a robbed customer knows without the phone. A number may be read as either: then both are asked for. */
export const Proof = z.object({ document: z.string().exactOptional(), contract: z.string().exactOptional() });
export type Proof = z.infer<typeof Proof>;
export const Line = z.object({ msisdn: z.string().regex(/^\d{8,15}$/), proof: Proof.exactOptional() });
export type Line = z.infer<typeof Line>;

const OWN = 'own:';
/** Neither number nor paper: a person finds out otherwise, and nobody who was robbed is asked twice. */
const NOT_AT_HAND = /^no ?(?:los? |las? |me |me lo )?(?:tengo|se|recuerdo|acuerdo)\b|^(?:i )?(?:don t|do not) (?:have|know|remember)\b/;

/** It was at home after all, or it is not to be blocked. Not "no lo encontré", "hasta que lo recupere", "apareció un cobro". */
const FOUND =
  /^(?!.*\b(?:no|ni|nunca|not|never|didn t|haven t) (?:(?:lo|la|me|he|se|aun|todavia) )*(?:encontr|aparec|hall|recuper|found))(?:.*\b)?(?:encontre|aparecio(?! (?:un|una|unos|unas|otr[oa])\b)|halle|(?<!\bque (?:(?:yo|lo|la|me) )*)recupere|(?<!\b(?:somebody|someone|thief|they|he|she|who) )found (?:it|my phone|the phone))\b|(?<!\bpor que )\bno (?:lo |la |me lo |me la )?(?:bloquees?|suspendas?)\b|\b(?:don t|do not) block\b(?! (?:my|the) other\b)/;

/** A number in a sentence that is to be called, not suspended: "me robaron, llámenme al 5555-0102". */
const CALL_ME =
  /\b(?:llam[aeo]\w*|marc(?:a|ar|ame|en|arme)|marqu\w+|avis\w+|escrib\w+|contact\w+|comuni\w+|localiz\w+|whatsapp|call me|reach me|text me)\b/;

/**
 * A theft, a loss or the wish itself with a number, and nothing else: then a line that is signed in is suspended without another word. "¿Por qué me bloquearon
 * la …?", "me robaron 20 quetzales de mi número …", "este es mi otro número …" say something else, and only a store lifts what was done by mistake.
 */
const PLAIN = new RegExp(
  `^(?:(?:${[
    'por favor|porfa|hola|ayuda|urgente|me|se|lo|la|el|un|mi|del|de|al|a|con|es|y|que|porque|ya|hoy|ayer|ahora|ahorita|anoche|acaban|acaba|quiero|necesito|favor de',
    'rob(?:aron|ar|o|ado|ada)|hurt(?:aron|ar|o)|asalt(?:aron|ar)|atracaron|arrebataron|quitaron|sacaron|perdi|perdio|extravi(?:e|o)',
    'bloque(?:ar|a|e|en|ame|enme|enla|arla|o)|suspend(?:er|a|an|e|anla|erla)|reportar|perdida',
    'celular|cel|telefono|aparato|linea|numero|chip|sim',
    'please|my|the|it|i|was|is|got|and|just|someone|somebody|stole|stolen|lost|block|suspend|phone|cell|line|number|sim card',
  ].join('|')}|[\\d+]+)(?: |$))+$`,
);

/** Never asked: the line that the sentence itself says was stolen, with what proves it. */
export const namedLine: Question<Told, Line | null> = {
  ask: (known) => whichLine.ask({ ...known, named: null }),
  keeps: Line.nullable(),
  assumes: () => null,
  read: ({ text, folded }, known) => {
    const line = CALL_ME.test(folded) ? undefined : lineWith(text, known);
    const isAtOnce = line !== undefined && line.proof === undefined && known.signed.includes(line.msisdn);
    return line === undefined || (isAtOnce && !PLAIN.test(folded)) ? null : line;
  },
};

/** Which line? Who is signed in taps it; everybody else may say line and document at once. */
export const whichLine: Question<Told & { readonly named: Line | null }, Line> = {
  assumes: ({ named }) => named ?? undefined,
  ask: (known) => {
    const { t, country, language, signed } = known;
    const toPerson = { id: 'go:agent', label: t.person };
    if (signed.length === 0) return { text: t.line(billWords(country, language)), choices: [toPerson] };
    const own = signed.map((line) => ({ id: `${OWN}${line}`, label: t.block({ line: showMsisdn(line, country) }).slice(0, 20) }));
    return { text: t.own, choices: [...own, toPerson] };
  },
  rephrase: ({ t, country }) => t.lineAgain({ example: country.phone.example }),
  keeps: Line,
  read: ({ text, folded, choice, numbered }, known) => {
    const { t, signed } = known;
    const picked = choice ?? numbered;
    const own = picked?.startsWith(OWN) ? picked.slice(OWN.length) : undefined;
    if (own !== undefined && signed.includes(own)) return { msisdn: own };
    const found = lineWith(text, known);
    if (found) return found;
    if (FOUND.test(folded)) return wasFound(t);
    return NOT_AT_HAND.test(folded) ? leave(undefined, 'agent') : again();
  },
};

const wasFound = (t: Told['t']): Control => leave({ text: t.found, choices: [{ id: 'go:menu', label: t.menu }] });

function lineWith(text: string, known: Told): Line | undefined {
  const found = lineIn(text, known.country);
  if (!found) return undefined;
  const proof = proofIn(found.rest, known);
  return 'control' in proof ? { msisdn: found.msisdn } : { msisdn: found.msisdn, proof };
}

/** The first groups of digits that are a mobile of the country, and what is left without them: people write line and document in one breath. */
function lineIn(text: string, country: Country): { readonly msisdn: string; readonly rest: string } | undefined {
  const groups = [...text.matchAll(/\+?\d[\d-]*[A-Za-z]?\d*/g)];
  for (const [from, first] of groups.entries()) {
    for (const last of groups.slice(from, from + MOST_GROUPS)) {
      const end = last.index + last[0].length;
      const read = readMsisdn(text.slice(first.index, end), country);
      if (read.kind === 'mobile') return { msisdn: read.msisdn, rest: `${text.slice(0, first.index)} ${text.slice(end)}` };
    }
  }
  return undefined;
}
/** "+595 981 000 101" */
const MOST_GROUPS = 4;

/** Whose is it? */
export const whatProves: Question<Told & { readonly line: Line }, Proof> = {
  ask: ({ t, country, language, line }) => ({
    text: t.proof({ ...billWords(country, language), line: showMsisdn(line.msisdn, country) }),
    choices: [{ id: 'go:agent', label: t.person }],
  }),
  rephrase: ({ t, country, language }) => t.proofAgain(billWords(country, language)),
  keeps: Proof,
  read: ({ text, folded }, known) => {
    if (FOUND.test(folded)) return wasFound(known.t);
    return NOT_AT_HAND.test(folded) ? leave(undefined, 'agent') : proofIn(text, known);
  },
};

function proofIn(text: string, { t, country, language }: Told): Proof | Control {
  const read = readDocument(text, country.documents);
  const contract = contractIn(text);
  if (read.ok) return { document: read.normalised, ...(contract !== undefined && { contract }) };
  if (contract !== undefined && read.reason !== 'otherCountry') return { contract };
  return read.reason === 'check' ? again(t.digit({ document: read.kind.label[language], example: read.kind.example })) : again();
}
