import { z } from 'zod';
import { fold } from '../../domain/fold';
import type { Choice, Message } from '../../domain/message';
import type { Means } from '../../integrations/payments/port';
import type { ChosenMeans } from '../../domain/spending/details';
import { textsFor } from '../../domain/texts';
import { StoredMoney } from './amounts';
import { again, type Control } from './control';
import type { Basics } from './known';
import { short } from './label';
import { labelOf } from './means-name';
import { moneyTexts } from './money-texts';
import { asMessage, yesOrNo, type Question } from './question';

/** A means as an answer is kept. */
const Chosen = z.object({ id: z.string(), kind: z.enum(['balance', 'wallet', 'card', 'bill', 'page']), name: z.string() });
/** Means of payment as a flow keeps them. */
export const StoredMeans = z.object({
  ...Chosen.shape,
  available: StoredMoney.exactOptional(),
  barred: z.enum(['expired', 'blocked', 'over-limit', 'open-invoice', 'minor']).exactOptional(),
});

/** What people call a means of payment, folded. */
const CALLED: readonly (readonly [Means['kind'], RegExp])[] = [
  ['page', /\b(?:otra tarjeta|tarjeta nueva|enlace|link|another card|new card)\b/],
  ['card', /\b(?:tarjeta|visa|mastercard|card)\b/],
  ['wallet', /\b(?:billetera|wallet|tigo money|mi dinero movil)\b/],
  ['balance', /\b(?:saldo|balance|recarga)\b/],
  ['bill', /\b(?:factura|recibo|boleta|bill)\b/],
];

/** Said as what to pay with, and not in passing: "con mi billetera", "usar la tarjeta de mi mamá". */
const NAMED =
  /\b(?:con|usar|usa|usando|with|use|using)(?: (?!del?\b|of\b)[a-z]+){0,2} (?:saldo|balance|billetera|wallet|tarjeta|visa|mastercard|card|factura|bill)\b/;
/** "Con la que tengo guardada": what else is kept but a card? */
const KEPT = /\b(?:con|usar|usa|use|with) (?:la|una|the) (?:que )?(?:ya )?(?:(?:tengo|tenia|esta|one) )?(?:guardada|registrada|saved|on file)\b/;

const lacks = (what: string): RegExp =>
  new RegExp(
    `\\b(?:(?:no (?:tengo|uso|manejo)|sin|ni|don t (?:have|use)|do not (?:have|use)|without) (?:(?:ni|una|ninguna|la|a|any|tarjeta) )*|no )(?:${what})\\b`,
  );
/** What somebody says not to have. Not "no, con la tarjeta", which is what they want. */
const LACKS = { card: lacks('tarjetas?|cards?'), wallet: lacks('billeteras?|wallets?') };

/** One that is kept already, and not any card. */
const SAVED = /\b(?:guardad[ao]s?|registrad[ao]s?|de siempre|saved|on file|stored)\b/;

/**
 * What to pay with: the first of `from` goes without saying, the others are there for whoever comes back to it. `more` are further buttons, each with
 * what it does.
 */
export function payWith<K extends Basics>(spec: {
  readonly ask: (known: K) => Message | string;
  readonly from: (known: K) => readonly Means[];
  readonly more?: (known: K) => readonly (Choice & { readonly does: Control })[];
  /** Why what somebody asks for is not among them, where that is known. */
  readonly whyNot?: (known: K, kind: Means['kind']) => string | undefined;
  /** What `ask` says matters more than that something else was asked for. */
  readonly isShort?: (known: K) => boolean;
}): Question<K, ChosenMeans> {
  const refusal = (known: K, folded: string, kind: Means['kind']): string => {
    const t = textsFor(moneyTexts, known.language, known.form);
    return spec.whyNot?.(known, kind) ?? (kind === 'card' && SAVED.test(folded) ? t.noSavedCard : t.notWith);
  };
  return {
    ask: (known) => ({
      ...asMessage(spec.ask(known)),
      ...toldWhy(known, spec, refusal),
      choices: [
        ...spec.from(known).map((means) => ({ id: means.id, label: short(labelOf(means, known.language)) })),
        ...(spec.more?.(known) ?? []).map(({ id, label }) => ({ id, label })),
      ],
    }),
    keeps: Chosen,
    assumes: (known) => {
      const usable = spec.from(known);
      const { means, missing } = wantedIn(sentenceOf(known), usable);
      const taken = missing === undefined ? (means ?? usable[0]) : undefined;
      return taken && chosen(taken);
    },
    read: (reply, known) => {
      const { choice, numbered, folded } = reply;
      const usable = spec.from(known);
      const picked = choice ?? numbered;
      const ways = spec.more?.(known) ?? [];
      const isTold = usable.length === 0 && ways.length <= TOLD && yesOrNo(reply) === true;
      const way = isTold ? ways[0] : ways.find(({ id }) => id === picked);
      if (way) return way.does;
      if (picked !== undefined) return taken(usable.find(({ id }) => id === picked));
      if (LACKS.card.test(folded) || LACKS.wallet.test(folded)) return instead(folded, usable, known);
      if (ASKS.test(folded)) return again(); // "¿en qué se fue mi saldo?"
      const { means, missing } = calledIn(folded, usable);
      return missing !== undefined && isMeant(folded) ? again(refusal(known, folded, missing)) : taken(means);
    },
  };
}

/** A question names what it asks about, and not what to pay with. "Como siempre, con la tarjeta" and "how about my wallet?" are none. */
const ASKS =
  /^(?:(?:y|pero|oye|hola|and|but) )*(?:(?:en|a|de) (?:que|donde|quien)|cuant[oa]s?|cuando|donde(?! siempre)|por ?que|como(?! (?:siempre|antes|sea|(?:ya )?(?:te )?dije|la (?:otra|ultima) vez|prefier\w*|quier\w*)\b)|quien|how(?! about)|what(?! (?:about|if))|when|where|why|who)\b/;

/** "You can top up, or see others": "sí" says the first. Of more ways it says none. */
const TOLD = 2;

type Called = { readonly means?: Means | undefined; readonly missing?: Means['kind'] | undefined };

/** "Con la billetera, no con la tarjeta": the other one is meant. */
const NOT_WITH = /(?<=\S) no (?:con|with) (?:(?:la|el|mi|the|my) )?[a-z]+/;
const nameIn = (folded: string): Means['kind'] | undefined => CALLED.find(([, words]) => words.test(folded))?.[0];

/** What is called in a text: one of those that can be used, or one that is not there. Somebody's card can be typed on the page. */
function calledIn(folded: string, usable: readonly Means[]): Called {
  const called = nameIn(folded.replace(NOT_WITH, '')) ?? nameIn(folded) ?? (KEPT.test(folded) ? 'card' : undefined);
  if (called === undefined) return {};
  const isTyped = called === 'card' && !SAVED.test(folded);
  const means = usable.find(({ kind }) => kind === called) ?? (isTyped ? usable.find(({ kind }) => kind === 'page') : undefined);
  return means ? { means } : { missing: called };
}
/** What can be paid with by somebody who has no card, or no wallet; where nothing is left, how else it is paid. */
function instead(folded: string, usable: readonly Means[], { language, form }: Basics): ChosenMeans | Control {
  const isLeft = ({ kind }: Means): boolean => !(kind === 'wallet' ? LACKS.wallet : LACKS.card).test(folded) || kind === 'balance' || kind === 'bill';
  const left = usable.find(isLeft);
  return left ? chosen(left) : again(textsFor(moneyTexts, language, form).withoutCard);
}
const isMeant = (folded: string): boolean => NAMED.test(folded) || KEPT.test(folded);

/** The same in the sentence that began it. "Recarga con saldo" says what is filled, where nothing is paid from a balance. */
function wantedIn(folded: string, usable: readonly Means[]): Called {
  const called = isMeant(folded) ? calledIn(folded, usable) : {};
  return called.missing === 'balance' ? {} : called;
}
const sentenceOf = ({ said }: Basics): string => fold(said.words ?? '');

/** Instead of "what shall I pay with?", why not with what was asked for. */
function toldWhy<K extends Basics>(
  known: K,
  { from, isShort }: { readonly from: (known: K) => readonly Means[]; readonly isShort?: (known: K) => boolean },
  refusal: (known: K, folded: string, kind: Means['kind']) => string,
): { readonly text?: string } {
  const usable = from(known);
  const { missing } = wantedIn(sentenceOf(known), usable);
  return missing === undefined || usable.length === 0 || isShort?.(known) ? {} : { text: refusal(known, sentenceOf(known), missing) };
}

const taken = (means: Means | undefined): ChosenMeans | Control => (means ? chosen(means) : again());
const chosen = ({ id, kind, name }: Means): ChosenMeans => ({ id, kind, name });
