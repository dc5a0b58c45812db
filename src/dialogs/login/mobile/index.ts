import { z } from 'zod';
import { showMsisdn } from '../../../domain/msisdn';
import type { OneTimeCodes } from '../../../integrations/codes/port';
import type { Lines } from '../../../integrations/lines/port';
import { skill } from '../../engine/skill';
import { askForCode, readCode } from '../../engine/codes/asking';
import { whichLine } from './line';
import { refused } from '../../engine/codes/refused';
import { texts } from './texts';

/** A code that was begun before `purpose` was kept is of a login. */
const Purpose = z.enum(['login', 'step-up']).optional();
const Sent = z.object({
  ...{ challenge: z.string(), promised: z.number(), again: z.number(), purpose: Purpose },
  last: z.object({ until: z.number() }).optional(),
  before: z.boolean().optional(),
});
const ToSend = z.object({ challenge: z.string(), msisdn: z.string(), visitor: z.string(), ours: z.boolean(), purpose: Purpose });

/**
 * Proves a mobile line by a code sent to it. Whether the number is a line of this operator makes no difference to what is said,
 * nor to how many backends are asked: only a line of ours gets an SMS, and it leaves apart from the conversation, so that even a slow
 * gateway is not felt in it.
 * A line that is signed in here already is proved again with limits of its own (`step-up`): nobody else can use those up.
 */
export const mobileLogin = ({ codes, lines }: { readonly codes: OneTimeCodes; readonly lines: Lines }) =>
  skill('login-mobile', texts)
    .loads('known', z.string().nullable(), async () => null)
    .asks('msisdn', whichLine, { from: 'line' })
    .acts('sent', Sent, async (turn) => {
      const { msisdn, visitor, attempt, apart, session } = turn;
      const purpose = session.lines().includes(msisdn) ? ('step-up' as const) : ('login' as const);
      const line = await lines.find(msisdn);
      const begun = await codes.begin({ msisdn, visitor, purpose, attempt });
      if (begun.status !== 'begun') return begun.open ? { ...begun.open, purpose, before: true } : refused(begun, turn);
      const { status: _, ...sent } = begun;
      const ours = line !== undefined && line.status !== 'terminated' && !line.stolen; // whoever stole the phone would read it
      await apart('send', { name: 'login-mobile:send', value: { challenge: sent.challenge, msisdn, visitor, ours, purpose } });
      return { ...sent, purpose };
    })
    .asks('code', {
      ask: askForCode,
      rephrase: ({ t }) => t.codeAgain,
      keeps: z.literal('right'),
      read: (reply, known) => readCode(codes, reply, known),
    })
    .on('send', ToSend, async ({ t, brand, effect }, { ours, purpose = 'login', ...who }) => {
      if (!ours) return;
      const send = async () => {
        await codes.deliver({ ...who, purpose, text: (code) => t.sms({ code, brand }) });
        return 'sent';
      };
      await effect('sms', z.string(), send, 'repeat');
    })
    .does(async ({ msisdn, country, t, say, session }) => {
      session.signIn(msisdn);
      const choices = [
        { id: 'go:balances', label: t.balance },
        { id: 'go:lines', label: t.lines },
      ];
      say({ text: t.welcome({ line: showMsisdn(msisdn, country) }), choices });
    });
