import { z } from 'zod';
import { theHour } from '../../../domain/dates';
import { showMsisdn } from '../../../domain/msisdn';
import type { OneTimeCodes } from '../../../integrations/codes/port';
import type { Lines } from '../../../integrations/lines/port';
import { skill } from '../../engine/skill';
import { readCode } from './code';
import { whichLine } from './line';
import { refused } from './refused';
import { texts } from './texts';

const Sent = z.object({ challenge: z.string(), promised: z.number(), again: z.number() });
const ToSend = z.object({ challenge: z.string(), msisdn: z.string(), visitor: z.string(), ours: z.boolean() });

/**
 * Proves a mobile line by a code sent to it. Whether the number is a line of this operator makes no difference to what is said,
 * nor to how many backends are asked: only a line of ours gets an SMS, and it leaves apart from the conversation, so that even a slow
 * gateway is not felt in it.
 */
export const mobileLogin = ({ codes, lines }: { readonly codes: OneTimeCodes; readonly lines: Lines }) =>
  skill('login-mobile', texts)
    .loads('known', z.string().nullable(), async () => null)
    .asks('msisdn', whichLine)
    .acts('sent', Sent, async (turn) => {
      const { msisdn, visitor, attempt, apart } = turn;
      const line = await lines.find(msisdn);
      const begun = await codes.begin({ msisdn, visitor, attempt });
      if (begun.status !== 'begun') return refused(begun, turn);
      const ours = line !== undefined && line.status !== 'terminated';
      await apart('send', { name: 'login-mobile:send', value: { challenge: begun.challenge, msisdn, visitor, ours } });
      return { challenge: begun.challenge, promised: begun.promised, again: begun.again };
    })
    .asks('code', {
      ask: ({ t, msisdn, country, brand, sent, language }) => ({
        text: t.code({ line: showMsisdn(msisdn, country), brand, hour: theHour(sent.promised, country, language) }),
        choices: [
          { id: 'missing', label: t.notArrived },
          { id: 'number', label: t.changeNumber },
        ],
        expects: 'code',
      }),
      rephrase: ({ t }) => t.codeAgain,
      keeps: z.literal('right'),
      read: (reply, known) => readCode(codes, reply, known),
    })
    .on('send', ToSend, async ({ t, brand, effect }, { challenge, msisdn, visitor, ours }) => {
      if (!ours) return;
      const send = async () => {
        await codes.deliver({ challenge, msisdn, visitor, text: (code) => t.sms({ code, brand }) });
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
