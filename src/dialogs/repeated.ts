import type { Country } from '../domain/countries';
import { readMsisdn } from '../domain/msisdn';
import type { Operation } from '../domain/spending';
import { TopUpDetails } from '../domain/spending/details';
import { proves } from '../state/session';
import { isForOwn, onceMore, saysHowMuch, wasJustNow } from './engine/once-more';
import { isForSomebody } from './engine/somebody';
import { noTrail } from './engine/trail';
import type { Round } from './round';

/** Orders that people give several of in a row; each is called as the skill that places it. */
const IN_A_ROW: ReadonlySet<string> = new Set(['top-up']);

/** Shows how far each order is. */
const OPERATIONS = 'operations';

/** Ends with which the matter is still that order. */
const BESIDE: ReadonlySet<string> = new Set(['nps', OPERATIONS]);

/** The skill that "y otros 20 al 5555-0102" goes on with: the one whose order was the last of this line, just now. Each has a consent of its own. */
export async function repeatedIn({ desk, voice }: Pick<Round, 'desk' | 'voice'>, text: string): Promise<string | undefined> {
  const { record, ledger, now } = desk;
  const { current } = record.session;
  if (current === undefined || onceMore(text) === undefined || !proves(record.session, current, now, false)) return undefined;
  const [last] = await ledger.operations(current, 1);
  if (!last || !IN_A_ROW.has(last.kind) || !voice.knows(last.kind) || !wasJustNow(last, now)) return undefined;
  if (mayBeTwice(last, text, desk.country)) return voice.knows(OPERATIONS) ? OPERATIONS : undefined;
  return saysHowMuch(text) || isLatest(last, record.trail) ? last.kind : undefined;
}

/** "De nuevo" after a look at the balance means that; only an amount goes back to the order before it. */
const isLatest = ({ kind, at: ordered }: Operation, { turns } = noTrail): boolean =>
  turns.every(({ at, done }) => at <= ordered || done === undefined || done === kind || BESIDE.has(done));

/** Just the same once more, while nobody knows yet how the first one ended: its end is shown instead, and nobody pays twice. */
function mayBeTwice({ state, line, details }: Operation, text: string, country: Country): boolean {
  if (state === 'done' || onceMore(text) !== 'same' || isForSomebody(text)) return false;
  const to = TopUpDetails.safeParse(details).data?.to;
  const named = readMsisdn(text, country);
  return to === (isForOwn(text) ? line : named.kind === 'mobile' ? named.msisdn : to);
}
