import { z } from 'zod';
import { until } from '../../../domain/dates';
import { money as moneyOf } from '../../../domain/money';
import type { SaveCardDetails } from '../../../domain/spending/details';
import type { Accounts } from '../../../integrations/accounts/port';
import type { PaymentMethods, SavedCards } from '../../../integrations/payments/port';
import type { SimSwap } from '../../../integrations/sim-swap/port';
import { payerGate, payerOf } from '../../engine/billing';
import { leave, redo } from '../../engine/control';
import { closed, Gate } from '../../engine/gate';
import { StoredMeans } from '../../engine/means';
import { oneOf } from '../../engine/question';
import { skill } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';
import { settledWords } from './words';

export interface CardsPorts {
  readonly accounts: Pick<Accounts, 'phoneOnFile'>;
  readonly means: PaymentMethods;
  readonly savedCards: SavedCards;
  readonly simSwap?: SimSwap;
}

const ADD = 'add';
const NOTHING = 'nothing';
/** Nobody keeps more; a list of them comes in pages. */
const MOST = 12;

/** Kept cards: seen, added on the gateway's page, removed. None is added or removed after a change of SIM. */
export const cards = ({ accounts, means: payments, savedCards, simSwap }: CardsPorts) =>
  skill('cards', texts)
    .hears(utterancesIn(__dirname))
    .needs('account', { level: 2, money: true })
    .loads('payer', z.string(), async (told) => (await payerOf(accounts)(told)) ?? leave(told.t.notHere))
    .loads('hosted', z.boolean(), async ({ payer }) => (await payments.of(payer)).some(({ kind }) => kind === 'page'))
    .loads('cards', z.array(StoredMeans), async ({ payer }) => (await payments.of(payer)).filter(({ kind }) => kind === 'card').slice(0, MOST))
    .asks(
      'wish',
      oneOf({
        ask: ({ t, cards: kept }) => {
          const names = kept.map(({ name, barred }) => (barred === 'expired' ? t.expired({ name }) : name));
          return names.length === 0 ? t.none : t.list({ cards: names.join(', ') });
        },
        from: ({ t, cards: kept, hosted }) => [
          ...(hosted ? [{ id: ADD, label: kept.length === 0 ? t.addFirst : t.add }] : []),
          ...kept.map(({ id, name }) => ({ id, label: t.remove({ name: name.replace(/^\S+ (?=••)/, '') }) })),
          { id: NOTHING, label: t.nothing },
        ],
      }),
    )
    .loads('sim', Gate, async (known) => {
      if (known.wish === NOTHING) return leave();
      const gate = await payerGate(simSwap)(known, known.payer);
      return gate.gate === 'open' ? gate : leave(closed(gate, known, { page: true }));
    })
    .loads('card', StoredMeans.nullable(), async ({ wish, cards: kept, t }) =>
      wish === ADD ? null : (kept.find(({ id }) => id === wish) ?? redo('wish', t.gone)),
    )
    .confirms('agreed', {
      words: ({ t, card }) => ({ text: card === null ? t.askAdd : t.askRemove({ name: card.name }) }),
      yes: ({ t, card }) => (card === null ? t.yesAdd : t.yesRemove),
      stepUp: ({ card }) => card !== null,
    })
    .settles(settledWords)
    .does(async ({ agreed, card, payer, money, effect, say, t, now, country, language }) => {
      if (card !== null) {
        const gone = await effect('remove', z.enum(['removed', 'gone', 'in-use']), () => savedCards.remove(card.id), 'repeat');
        if (gone.status === 'unknown') return say({ text: t.unsure, choices: [{ id: 'go:cards', label: t.see }] });
        if (gone.value === 'in-use') return say({ text: t.inUse({ name: card.name }), choices: [{ id: 'go:autopay', label: t.autopay }] });
        return say({ text: t.removed({ name: card.name }), choices: [{ id: 'go:cards', label: t.see }] });
      }
      const details: SaveCardDetails = { payer, what: t.open };
      const spent = await money.spend(agreed, { kind: 'save-card', amount: moneyOf(0, country.currency), details });
      if (spent.status === 'unknown' && spent.page) {
        const { url, validUntil } = spent.page;
        const text = t.link({ host: new URL(url).host, until: until(validUntil, now, country, language) });
        return say({ text, link: { label: t.open, url } });
      }
      say({ text: t.noPage, choices: [{ id: 'go:cards', label: t.again }] });
    });
