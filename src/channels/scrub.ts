import { z } from 'zod';
import { cardPart, joinsCard } from '../domain/card-parts';
import { NO_CARD } from '../domain/cards';
import type { Country } from '../domain/countries';
import { Arrival } from '../domain/message';
import { readMsisdn } from '../domain/msisdn';
import { hasSecrets, isCode, withoutSecrets } from '../domain/secrets';
import type { Asked, Delivery, Echo, Part } from '../state/mailbox';
import type { Turns } from '../state/turns';

/** Without one of these there is nothing to look for. */
const SUSPECT = /\p{Nd}|clave|contrase|pass|pwd|pin|puk|otp|c[oó]d|token|nip/iu;
const NUMBERS = /\p{Nd}(?:[\p{Nd}\s./\\_\p{Pd}]*\p{Nd})?/gu;
/** An amount, a contract, a document: one number, at most so many digits. */
const NUMBER_DIGITS = 10;

/**
 * The last look at a message before anything of it is kept, whichever channel it came by: a card that goes on where an earlier message
 * stopped, codes and passwords that nobody asked for. Whole cards are gone already ({@link saidOf}).
 */
export function scrubbed({ accept }: Pick<Turns, 'accept'>, country: Country): Pick<Turns, 'accept'> {
  return {
    accept: (delivery) => {
      if (!SUSPECT.test(delivery.message)) return accept(delivery);
      const arrival = Arrival.parse(JSON.parse(delivery.message));
      if (arrival.kind !== 'said' || arrival.tap || arrival.cards) return accept(delivery);
      const { echo } = delivery;
      return accept({
        ...delivery,
        ...(isCode(arrival.text) && { isCode: true }),
        ...(echo && hasSecrets(arrival.text) && { echo: withoutWords(echo) }),
        part: partOf(arrival.text, delivery, country),
      });
    },
  };
}

function partOf(text: string, { echo }: Delivery, country: Country): Part | undefined {
  const digits = cardPart(text);
  if (!digits) return undefined;
  const masked = text.replace(NUMBERS, NO_CARD);
  const said = (words: string, since?: string): string =>
    JSON.stringify({ kind: 'said', text: words, cards: true, ...(since !== undefined && { since }) } satisfies Arrival);
  return {
    digits: digits.last,
    answers: answersOf(text, country),
    joins: (earlier) => joinsCard(earlier, digits),
    instead: (since) => ({ message: said(masked, since), echo: shown(echo, () => masked) }),
    before: { message: said(NO_CARD), echo: shown(echo, () => NO_CARD, true) },
  };
}

/** What a message can be by itself. */
function answersOf(text: string, country: Country): readonly Asked[] {
  const count = (text.match(/\p{Nd}/gu) ?? []).length;
  const isOne = (text.match(NUMBERS) ?? []).length === 1;
  return [
    'secret', // a voucher's PIN may look like the end of a card
    ...(isPhone(text, country) ? (['phone'] as const) : []),
    ...(isCode(text) ? (['code'] as const) : []),
    ...(isOne && count <= NUMBER_DIGITS ? (['number'] as const) : []),
  ];
}

/** One number of any kind and nothing else, or several with a word between them: "5555 0120 o 5555 0122". */
function isPhone(text: string, country: Country): boolean {
  const { kind } = readMsisdn(text, country);
  return kind === 'several' || (kind !== 'none' && !/\p{L}/u.test(text));
}

const Shown = z.looseObject({
  text: z.string(),
  channelData: z.looseObject({ clientActivityID: z.unknown(), waitingId: z.unknown() }).partial().optional(),
});

/** An echo in other words. What its client added may repeat them: only its names for the message stay, or, `isOther`, not even those. */
function shown(echo: Echo | undefined, words: (text: string) => string, isOther = false): string {
  return echo === undefined ? '' : reworded(echo.plain, words, isOther);
}

function reworded(plain: string, words: (text: string) => string, isOther: boolean): string {
  const { channelData, attachments, ...read } = Shown.parse(JSON.parse(plain));
  const { clientActivityID, waitingId } = channelData ?? {};
  const names = { ...(clientActivityID !== undefined && { clientActivityID }), ...(waitingId !== undefined && { waitingId }) };
  return JSON.stringify({
    ...read,
    text: words(read.text),
    ...(!isOther && { channelData: names, ...(attachments !== undefined && { attachments }) }),
  });
}

const withoutWords = ({ plain, digitless, masked }: Echo): Echo => {
  const hide = (text: string): string => withoutSecrets(text, 'nothing');
  return { plain: reworded(plain, hide, false), digitless: reworded(digitless, hide, false), masked };
};
