import { z } from 'zod';
import { answerKey, digest, keyOf } from './keys';
import { ASKED, type Delivery, type Echo, type Part } from './mailbox';
import { about } from './rows';
import type { About, Vault } from './seal';

type Open = (conversation: string, sealed: string, what: About) => string | undefined;

/** Parts of one thing that are remembered: a card's number has four groups. */
const MOST = 4;
const Kept = z.array(z.object({ delivery: z.string(), digits: z.string() }));
type Kept = z.infer<typeof Kept>;

/** What of a delivery goes into the mailbox and into the log, all sealed, and what goes out of them. As `lua/accept.lua` takes it. */
export interface Keeping {
  readonly message: string;
  readonly echo: Echo | undefined;
  /** ARGV 11 to 13, and from 15. */
  readonly args: readonly [answers: string, parts: string, seen: string];
  readonly back: readonly string[];
  /** KEYS 12… */
  readonly answers: readonly string[];
}

/**
 * Decides what is kept of a delivery that may be part of something written over several, given the parts that are there: `seen`, sealed,
 * as the script last answered. The script keeps nothing unless those still are the parts when it runs.
 */
export function keeper(vault: Vault, open: Open): (delivery: Delivery, seen: string) => Keeping {
  const partsOf = (conversation: string, sealed: string): Kept => {
    const text = sealed === '' ? undefined : open(conversation, sealed, about.parts(conversation));
    return text === undefined ? [] : Kept.parse(JSON.parse(text));
  };
  return (delivery, seen) => {
    const { conversation, message, echo, part } = delivery;
    if (!part) return { message, echo, args: ['', '', ''], back: [], answers: [] };
    const earlier = partsOf(conversation, seen);
    const joined = earlier.length === 0 ? 0 : part.joins(earlier.map(({ digits }) => digits));
    if (joined > 0) return takenBack(vault, { ...delivery, part, seen }, earlier.slice(-joined));
    const parts =
      part.digits === undefined ? '+' : sealedParts(vault, delivery, [...earlier, { delivery: digest(delivery.id), digits: part.digits }]);
    return { message, echo, args: [part.answers.map((each) => ASKED[each]).join(''), parts, seen], back: [], answers: [] };
  };
}

const sealedParts = (vault: Vault, { conversation }: Delivery, parts: Kept): string =>
  vault.seal(JSON.stringify(parts.slice(-MOST)), about.parts(conversation));

function takenBack(vault: Vault, { conversation, echo, part, seen }: Delivery & { part: Part; seen: string }, earlier: Kept): Keeping {
  const instead = part.instead(earlier[0]?.delivery ?? '');
  const back = earlier.flatMap(({ delivery }) => [
    delivery,
    vault.seal(part.before.message, about.mail(conversation, delivery)),
    vault.seal(part.before.echo, about.echo(conversation, delivery)),
  ]);
  return {
    message: instead.message,
    echo: echo && { plain: instead.echo, digitless: instead.echo, masked: echo.masked },
    args: ['', '-', seen],
    back,
    answers: earlier.map(({ delivery }) => answerKey(conversation, delivery)),
  };
}

/** Where the parts of a conversation's messages wait for the next one. */
export const partsKey = (conversation: string): string => keyOf(conversation, 'parts');
