import { z } from 'zod';
import { endingOf } from '../../../domain/contracts';
import type { Accounts } from '../../../integrations/accounts/port';
import { leave } from '../../engine/control';
import { oneOf } from '../../engine/question';
import { skill, type Known } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';

const Named = z.array(z.object({ contract: z.string(), label: z.string().exactOptional() }));
type Told = Known<typeof texts.es, { readonly names: z.infer<typeof Named> }>;
/** Of a button. */
const LABEL = 20;

/** What their owner calls it, told to who typed a code; else the last digits, which who knows the contract knows. */
const labelOf = ({ names, t }: Told, contract: string): string =>
  names.find((each) => each.contract === contract)?.label ?? t.one({ ending: endingOf(contract) });
const whichOf = ({ names, t }: Told, contract: string): string => {
  const label = names.find((each) => each.contract === contract)?.label;
  const ending = t.ending({ ending: endingOf(contract) });
  return label === undefined ? ending : `${label}, ${ending}`;
};

/** Which of several contracts we speak of; signs in another one, and signs one out. Lists of a company come in pages. */
export const contracts = ({ accounts }: { readonly accounts: Accounts }) =>
  skill('contracts', texts)
    .hears(utterancesIn(__dirname))
    .needs('home', { level: 1 })
    .loads('names', Named, async ({ home }) => (home.level === 2 ? [...(await accounts.list(home.contract))] : []))
    .asks(
      'what',
      oneOf({
        ask: (known) => known.t.which({ current: whichOf(known, known.home.contract) }),
        from: (known) => [
          ...known.home.contracts
            .filter((contract) => contract !== known.home.contract)
            .toSorted()
            .map((contract) => ({ id: `use:${contract}`, label: labelOf(known, contract).slice(0, LABEL) })),
          { id: 'add:', label: known.t.add },
          { id: `close:${known.home.contract}`, label: known.t.close },
        ],
      }),
    )
    .does(async (known) => {
      const { what, t, say, session } = known;
      const [act, contract = ''] = what.split(':');
      if (act === 'add') return leave(undefined, 'login-home');
      if (act === 'use') session.chooseHome(contract);
      else session.leaveHome(contract);
      const which = whichOf(known, contract);
      say({ text: act === 'use' ? t.now({ which }) : t.closed({ which }), choices: [{ id: 'go:invoices', label: t.bill }] });
      return undefined;
    });
