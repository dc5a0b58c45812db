import { z } from 'zod';
import { NewEntry, unbalanced, type Books } from '../books';
import type { Clock } from '../clock';
import { COUNTERPARTS, json, type Call, type Family, type Reply, type Route } from '../http/reply';
import type { Memory } from '../memory';
import type { SmsCentre } from '../operator/sms';
import { OFFERS, inCountry } from '../seed/catalogue';
import { COUNTRIES, COUNTRY_CODES, isAmountIn, type CountryCode } from '../seed/countries';
import { isoOf } from '../seed/time';
import { billing } from './billing';
import { FaultRule, type Faults } from './faults';
import { get, post, reading } from './reading';
import { Verdict, type Switches } from './switches';
import { controlGuard, refusal } from './guard';
import { networkControls } from './network';
import { personasOf } from './personas';

interface ControlParts extends Pick<Memory, 'clock' | 'faults' | 'switches' | 'books' | 'deeds' | 'sms' | 'events' | 'epoch' | 'reset'> {
  /** Where "Open the chat" leads. */
  readonly botUrl: string;
  readonly country: CountryCode;
  /** Answer callers from other machines too. */
  readonly open: boolean;
}

/** How far from now a clock may be set. */
const TEN_YEARS_MS = 10 * 365 * 86_400_000;

const Moment = z.iso.datetime({ offset: true }).transform((at) => Date.parse(at));
const ClockMove = z.union([
  z.strictObject({ advanceMs: z.int().min(-TEN_YEARS_MS).max(TEN_YEARS_MS) }),
  z.strictObject({ set: Moment }),
  z.strictObject({ reset: z.literal(true) }),
]);
const FaultChange = z.union([FaultRule, z.strictObject({ clear: z.literal(true), counterpart: z.enum(COUNTERPARTS).optional() })]);
const Reset = z.object({ at: Moment.optional() });
const WalletSwitch = z.strictObject({ msisdn: z.string().regex(/^\d{7,15}$/, 'digits of an E.164 number, without +'), verdict: Verdict });
const PriceSwitch = z.strictObject({ offer: z.string(), amount: z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, 'an amount like 48.00') });
const PageQuery = z.object({ limit: z.coerce.number().int().min(1).max(1000).default(200) });
const PersonasQuery = z.object({ country: z.enum(COUNTRY_CODES).optional() });

/** The controls: what a person at the pages, or a test, sees of the operator and changes in it. */
export function control(parts: ControlParts): Family {
  return {
    prefix: '/sandbox/',
    guard: controlGuard(parts.open),
    failure: refusal,
    routes: [...looks(parts), ...changes(parts), ...billing(parts), ...networkControls(parts)],
  };
}

function looks(parts: ControlParts): Route[] {
  const { events, botUrl, country, epoch } = parts;
  const { currency, utcHours } = COUNTRIES[country];
  return [
    get('/sandbox/info', () => json(200, { epoch: epoch(), botUrl, country, currency, utcHours })),
    get('/sandbox/events', () => events.follow() ?? refusal(503, 'Too many pages follow already.')),
    get(
      '/sandbox/personas',
      reading(PersonasQuery, (query) => json(200, personasOf(query.country ?? country))),
    ),
    get(
      '/sandbox/sms',
      reading(PageQuery, ({ limit }, call) => smsReply(parts.sms, call, limit)),
    ),
    get(
      '/sandbox/books',
      reading(PageQuery, ({ limit }) => booksReply(parts, limit)),
    ),
    get('/sandbox/mails', () => json(200, { mails: mailsOf(parts) })),
    get('/sandbox/clock', () => clockReply(parts.clock)),
    get('/sandbox/faults', () => json(200, { faults: parts.faults.list() })),
    get('/sandbox/switches', () => switchesReply(parts)),
  ];
}

function changes({ books, clock, faults, switches, reset }: ControlParts): Route[] {
  return [
    post(
      '/sandbox/books',
      reading(NewEntry, (entry) => posted(books.post(entry), entry.ref)),
    ),
    post(
      '/sandbox/clock',
      reading(ClockMove, (move) => moved(clock, move)),
    ),
    post(
      '/sandbox/faults',
      reading(FaultChange, (change) => changedFaults(faults, change)),
    ),
    post(
      '/sandbox/wallet',
      reading(WalletSwitch, ({ msisdn, verdict }) => (switches.setVerdict(msisdn, verdict), json(200, { msisdn, verdict }))),
    ),
    post(
      '/sandbox/prices',
      reading(PriceSwitch, (change) => newPrice(switches, change)),
    ),
    post(
      '/sandbox/reset',
      reading(Reset, ({ at }) => json(200, { epoch: reset(at) })),
    ),
  ];
}

function smsReply(centre: SmsCentre, { query }: Call, limit: number): Reply {
  const to = query.get('to')?.replace(/\D/g, '');
  const messages = centre.inbox(to).slice(0, limit);
  return json(200, {
    messages: messages.map(({ id, from, to: line, text, at, due, state }) => ({
      id,
      from,
      to: line,
      text,
      at: isoOf(at),
      due: isoOf(due),
      state,
    })),
  });
}

function booksReply({ books, epoch }: ControlParts, limit: number): Reply {
  const entries = books.entries();
  const trial = books.trial();
  const newest = entries.slice(-limit).reverse();
  return json(200, {
    epoch: epoch(),
    total: entries.length,
    entries: newest.map((entry) => ({ ...entry, at: isoOf(entry.at) })),
    trial,
    balanced: unbalanced(trial).length === 0,
  });
}

function posted(result: ReturnType<Books['post']>, ref: string): Reply {
  if (result === 'conflict') return refusal(409, 'This reference, or an account of it, is used for something else.');
  return json(result === 'posted' ? 201 : 200, { ref, result });
}

/** What left the operator by e-mail, newest first. */
const mailsOf = ({ deeds }: ControlParts): object[] =>
  deeds
    .all('mail')
    .toReversed()
    .map(({ at, to, subject, text }) => ({ at: isoOf(at), to, subject, text }));

const clockReply = (clock: Clock): Reply => json(200, { now: clock.now(), iso: isoOf(clock.now()), offsetMs: clock.offset() });

function moved(clock: Clock, move: z.infer<typeof ClockMove>): Reply {
  const at = 'advanceMs' in move ? clock.now() + move.advanceMs : 'set' in move ? move.set : Date.now();
  if (Math.abs(at - Date.now()) > TEN_YEARS_MS) return refusal(400, 'Not further than ten years from now.');
  clock.set(at);
  return clockReply(clock);
}

function changedFaults(faults: Faults, change: z.infer<typeof FaultChange>): Reply {
  if ('clear' in change) faults.clear(change.counterpart);
  else faults.set(change);
  return json(200, { faults: faults.list() });
}

/** Who does not simply approve, and what the country's offers cost now and by the catalogue. */
function switchesReply({ switches, country }: ControlParts): Reply {
  const { prices, verdicts } = switches.all();
  const offers = OFFERS.flatMap((each) => {
    const sold = inCountry(each, country);
    const id = `${country}-${each.code}`;
    const name = [each.name, sold?.data, each.days === undefined ? undefined : `${each.days} d`].filter(Boolean).join(', ');
    return sold === undefined ? [] : [{ id, name, printed: sold.amount, price: prices[id] ?? sold.amount }];
  });
  return json(200, { verdicts, offers });
}

/** Every price that is asked from now on: what was shown before is refused as another one. */
function newPrice(switches: Switches, { offer, amount }: z.infer<typeof PriceSwitch>): Reply {
  const country = COUNTRY_CODES.find((code) => offer.startsWith(`${code}-`));
  const isOne = country !== undefined && OFFERS.some((each) => offer === `${country}-${each.code}` && inCountry(each, country) !== undefined);
  if (!isOne || !isAmountIn(amount, country)) return refusal(400, 'There is no such offer, or no such amount in its country.');
  switches.setPrice(offer, amount);
  return json(200, { offer, amount });
}
