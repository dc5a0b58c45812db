import { z } from 'zod';
import type { Accounts } from '../../../integrations/accounts/port';
import type { OneTimeCodes } from '../../../integrations/codes/port';
import { again, leave } from '../../engine/control';
import { yesOrNo, type Question } from '../../engine/question';
import { skill, type Known } from '../../engine/skill';
import { askForCode, readCode } from '../../engine/codes/asking';
import { refused } from '../../engine/codes/refused';
import { texts } from './texts';

const Purpose = z.enum(['login', 'step-up']);
const OnFile = z.object({ msisdn: z.string(), contracts: z.array(z.string()) });
const Sent = z.object({
  ...{ challenge: z.string(), promised: z.number(), again: z.number(), purpose: Purpose },
  last: z.object({ until: z.number() }).optional(),
  before: z.boolean().optional(),
});
const ToSend = z.object({ challenge: z.string(), msisdn: z.string(), visitor: z.string(), purpose: Purpose });
/** Digits of the phone on file that are told: enough to know it, too few to call it. */
const ENDING = 2;
const endingOf = (msisdn: string): string => msisdn.slice(-ENDING);

type Told = Known<typeof texts.es, { readonly onFile: z.infer<typeof OnFile> }>;

const mayISend: Question<Told, 'yes'> = {
  ask: ({ t, onFile }) => ({
    text: t.send({ phone: t.toPhone({ ending: endingOf(onFile.msisdn) }) }),
    choices: [
      { id: 'yes', label: t.yes },
      { id: 'changed', label: t.notMine },
    ],
  }),
  keeps: z.literal('yes'),
  read: (reply, { t }) => {
    const choice = reply.choice ?? reply.numbered;
    if (choice === 'changed' || /\b(ya no es mi|no es mi numero|cambie de numero|not my number)\b/.test(reply.folded)) {
      return leave({ text: t.changed, choices: [person(t), { id: 'go:stores', label: t.stores }] });
    }
    const said = yesOrNo(reply);
    if (said === false) return leave({ text: t.goOn, choices: [{ id: 'go:menu', label: t.seeMenu }] });
    return said === true || SEND_IT.test(reply.folded) ? 'yes' : again();
  },
};
/** The verb of the question is a yes to it, and to nothing besides: "mándalo al otro número" is none. */
const SEND_IT =
  /^(?:(?:si|yes|ok|please|por favor) )?(?:(?:envi|mand)[ae](?:me)?(?:lo)?(?: el codigo)?|send (?:it|the code|me the code))(?: (?:por favor|porfa|please))?$/;
const person = (t: Told['t']) => ({ id: 'go:agent', label: t.person });

/**
 * Level 2 of a home account: a code to the phone on file, which is told by its last digits. It proves every contract of the holder with the same phone.
 * Who is at level 2 already proves it anew, with limits of their own.
 */
export const homeCode = ({ accounts, codes }: { readonly accounts: Accounts; readonly codes: OneTimeCodes }) =>
  skill('login-home-code', texts)
    .loads('contract', z.string(), async () => leave()) // whoever asks for this login says which
    .loads('onFile', OnFile, async ({ contract, t }) => {
      const phone = await accounts.codesGoTo(contract);
      if (!phone) return leave({ text: t.noPhone, choices: [person(t)] });
      if (!phone.stolen) return { msisdn: phone.msisdn, contracts: [...phone.contracts] };
      return leave({
        text: t.notThere({ phone: t.toPhone({ ending: endingOf(phone.msisdn) }) }),
        choices: [person(t), { id: 'go:stores', label: t.stores }],
      });
    })
    .loads('msisdn', z.string(), async ({ onFile }) => onFile.msisdn)
    .loads('shown', z.string(), async ({ onFile, t }) => t.toPhone({ ending: endingOf(onFile.msisdn) }))
    .asks('send', mayISend)
    .acts('sent', Sent, async (turn) => {
      const { msisdn, visitor, attempt, apart, session, contract } = turn;
      const isIn = session.homes().some((home) => home.contract === contract && home.level === 2);
      const purpose = isIn ? ('step-up' as const) : ('login' as const);
      const begun = await codes.begin({ msisdn, visitor, purpose, attempt });
      if (begun.status !== 'begun') return begun.open ? { ...begun.open, purpose, before: true } : refused(begun, turn);
      const { status: _, ...sent } = begun;
      await apart('send', { name: 'login-home-code:send', value: { challenge: sent.challenge, msisdn, visitor, purpose } });
      return { ...sent, purpose };
    })
    .asks('code', {
      ask: askForCode,
      rephrase: ({ t }) => t.codeAgain,
      keeps: z.literal('right'),
      read: (reply, known) => readCode(codes, reply, known),
    })
    .on('send', ToSend, async ({ t, brand, effect }, who) => {
      const send = async () => {
        await codes.deliver({ ...who, text: (code) => t.sms({ code, brand }) });
        return 'sent';
      };
      await effect('sms', z.string(), send, 'repeat');
    })
    .does(async ({ t, say, session, onFile, contract }) => {
      session.raiseHomes([contract, ...onFile.contracts]);
      say(t.confirmed);
    });
