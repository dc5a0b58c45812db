import { everySkill } from './every-text';

/** Who must somebody be for it? Whoever writes a skill says so here, in the line where it belongs; one that stands nowhere fails. */
const NOBODY = 'stores faq agent ticket photo case-words cases nps outage-quiet reminders-stop modem-works'; // tells nothing of an account, or ends what this chat has
const PROVES = 'login-mobile login-home login-home-code login-account block-line'; // asks who it is itself
/** Contract and document alone: what is due and until when, the plan's name, how to pay, outages. */
const KNOWN = 'pay-invoice invoices reconnect outage no-service contracts';
/** A code, of this session. */
const PROVED =
  'balances quota plan loan-debt loan-denied subscription-case balance-use find-payment operations usage-history lines reminders bill-reminder cases-signed ' +
  'invoice-rise invoice-lines invoice-pdf invoice-mail invoice-dispute invoice-paperless more-time';
/** A code, and a session that was used in the last ten minutes. */
const MONEY = 'top-up voucher buy-pack loans repay-loan subscriptions cards autopay';
/** A code of the last five minutes. */
const FRESH = 'wifi modem';

const split = (words: string, level: string): [string, string][] => words.split(' ').map((id) => [id, level]);

test('every skill asks for as much proof as what it does is worth', () => {
  const declared = everySkill.map(({ id, needs }): [string, string] => [id, needs ? `${needs.level}${needs.fresh ? ' fresh' : ''}` : 'none']);
  const due = [
    split(NOBODY, 'none'),
    split(PROVES, 'none'),
    split(KNOWN, '1'),
    split(PROVED, '2'),
    split(MONEY, '2'),
    split(FRESH, '2 fresh'),
  ].flat();
  expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(due));
});

test('what moves money says so: a pause ends its proof sooner', () => {
  const moving = everySkill.filter(({ needs }) => needs?.money).map(({ id }) => id);
  expect(moving.sort()).toEqual([...MONEY.split(' '), 'pay-invoice'].sort());
});
