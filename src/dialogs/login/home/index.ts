import { z } from 'zod';
import { billWords, endingOf } from '../../../domain/contracts';
import type { Accounts, Claims } from '../../../integrations/accounts/port';
import type { Outages } from '../../../integrations/outages/port';
import { leave, redo } from '../../engine/control';
import { tellKnownOutage } from '../../engine/outage-words';
import { skill } from '../../engine/skill';
import { whenOf } from '../../engine/codes/when';
import { whichContract, whichDocument } from './asking';
import { texts } from './texts';

const Matched = z.object({ contract: z.string(), contracts: z.array(z.string()) });
/**
 * Level 1: a contract and its holder's document. Whether the contract, the document or neither exists makes no difference to what is said, nor to how
 * many backends are asked. This tells who somebody is; it proves nothing, so nothing personal is told for it.
 */
export const homeLogin = ({ accounts, claims, outages }: { readonly accounts: Accounts; readonly claims: Claims; readonly outages?: Outages }) =>
  skill('login-home', texts)
    .asks('contract', whichContract)
    .asks('document', whichDocument)
    .acts('matched', Matched, async ({ contract, document, visitor, attempt, t, country, language, now }) => {
      const claim = { contract, document, visitor, attempt };
      const admitted = await claims.admit(claim);
      if (admitted.status === 'wait') {
        const choices = [
          { id: 'go:agent', label: t.person },
          { id: 'go:menu', label: t.seeMenu },
        ];
        return leave({ text: t.wait({ when: whenOf(admitted.until, now, country, language) }), choices });
      }
      const matched = await accounts.match(contract, document);
      if (matched === undefined) return redo('contract', t.notFound(billWords(country, language)));
      await claims.proved(claim);
      return { contract: matched.contract, contracts: [...matched.contracts] };
    })
    .does(async (turn) => {
      const { contract: typed, matched, t, say, session } = turn;
      const { contract, contracts } = matched;
      session.enterHome(contract, contracts);
      const ending = endingOf(contract);
      if (contracts.length > 1) say({ text: t.several({ ending, count: contracts.length }), choices: [{ id: 'go:contracts', label: t.other }] });
      else say(contract === typed ? t.found({ ending }) : t.renumbered({ ending }));
      await tellKnownOutage(outages, contract, turn);
    });
