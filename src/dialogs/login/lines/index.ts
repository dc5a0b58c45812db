import { showMsisdn } from '../../../domain/msisdn';
import { leave } from '../../engine/control';
import { oneOf } from '../../engine/question';
import { skill } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { texts } from './texts';

/** Which of several signed-in lines we speak of; signs in another one, and signs one out. */
export const lines = () =>
  skill('lines', texts)
    .hears(utterancesIn(__dirname))
    .needs('mobile', { level: 2 })
    .asks(
      'what',
      oneOf({
        ask: ({ t, mobile, country }) => t.which({ current: showMsisdn(mobile.msisdn, country) }),
        from: ({ t, mobile, country }) => [
          ...mobile.lines
            .filter((line) => line !== mobile.msisdn)
            .map((line) => ({ id: `use:${line}`, label: t.use({ line: showMsisdn(line, country) }) })),
          { id: 'add:', label: t.add },
          ...mobile.lines.map((line) => ({ id: `close:${line}`, label: t.close({ line: showMsisdn(line, country) }) })),
        ],
      }),
    )
    .does(async ({ what, t, say, session, country }) => {
      const [act, line = ''] = what.split(':');
      const choices = [{ id: 'go:balances', label: t.balance }];
      if (act === 'add') return leave(undefined, 'login-mobile');
      if (act === 'use') session.choose(line);
      else session.signOut(line);
      const shown = showMsisdn(line, country);
      say({ text: act === 'use' ? t.now({ line: shown }) : t.closed({ line: shown }), choices });
      return undefined;
    });
