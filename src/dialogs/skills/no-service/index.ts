import { z } from 'zod';
import type { CaseParts } from '../../../integrations/cases/port';
import { again, leave, type Control } from '../../engine/control';
import { saysOther } from '../../engine/outage-words';
import { oneOf, type Question } from '../../engine/question';
import { skill, type Known, type Signed, type Tools } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { devicesSaid, failsSaid, helpedIn, lightsSaid, placeSaid, sinceSaid, type Saying } from './said';
import { toPerson, type Answers, type Diagnosed } from './case';
import { ADVISED, dataLeft, see, Seen, type ServicePorts } from './seen';
import { texts } from './texts';

type Told = Known<typeof texts.es, { readonly account: Signed; readonly seen: Seen }>;
type Words = Told['t'];

/** A question with few answers, by tap, label or number, or as it is `said`. */
function choose(ask: (told: Told) => string, from: (t: Words) => Readonly<Record<string, string>>, said: Saying): Question<Told, string> {
  const listed = oneOf<Told, { id: string; label: string }>({ ask, from: ({ t }) => Object.entries(from(t)).map(([id, label]) => ({ id, label })) });
  return { ...listed, read: (reply, told) => ((reply.choice ?? reply.numbered) === undefined ? said(reply) : undefined) ?? listed.read(reply, told) };
}

/** Something to try by hand, and whether it helped. */
const attempt = (ask: (t: Words) => string): Question<Told, 'works' | 'same'> => ({
  ask: ({ t }) => ({ text: ask(t), choices: [{ id: 'works', label: t.works }, { id: 'same', label: t.same }] }), // prettier-ignore
  keeps: z.enum(['works', 'same']),
  read: (reply) => {
    const choice = reply.choice ?? reply.numbered;
    if (choice === 'works' || choice === 'same') return choice;
    const helped = helpedIn(reply);
    return helped === undefined ? again() : helped ? 'works' : 'same';
  },
});

type Has = { readonly seen: Seen } & Answers;
const atHome = ({ seen }: Has): boolean => seen.kind === 'home' && !seen.exhausted;
const everywhere = (told: Has): boolean => atHome(told) && told.devices === 'all';
const byHand = (told: Has): boolean => everywhere(told) && (told.lights === 'off' || told.seen.modem === 'offline');
const onLine = ({ seen }: Has): boolean => seen.kind === 'mobile';
const works = ({ power, cables, plane, apn }: Answers): boolean => [power, cables, plane, apn].includes('works');
/** A restart from afar may help, and can reach it. */
const restartable = (told: Has): boolean => everywhere(told) && told.seen.modem !== 'offline' && told.lights !== 'off';

const ASKS = {
  devices: choose(
    (told) => (saysOther(told) ? told.t.devicesOther : told.t.devices),
    (t) => ({ all: t.all, one: t.one }),
    devicesSaid,
  ),
  lights: choose(
    ({ t }) => t.lights,
    (t) => ({ green: t.green, red: t.red, off: t.off }),
    lightsSaid,
  ),
  power: attempt((t) => t.power),
  cables: attempt((t) => t.cables),
  fails: choose(
    ({ t }) => t.fails,
    (t) => ({ data: t.data, calls: t.calls, everything: t.everything }),
    failsSaid,
  ),
  plane: attempt((t) => t.plane),
  apn: attempt((t) => t.apn),
  place: choose(
    ({ t }) => t.place,
    (t) => ({ everywhere: t.everywhere, oneplace: t.oneplace }),
    placeSaid,
  ),
  since: choose(
    ({ t }) => t.since,
    (t) => ({ today: t.today, yesterday: t.yesterday, days: t.days }),
    sinceSaid,
  ),
};

const Left = z.enum(['some', 'none', 'unknown']);

/**
 * Nothing works: suspended? a failure of the area? the modem? Then at most five questions, then a restart, and what is left goes to a person with all
 * that was seen and tried. For a line: suspended, used up, airplane mode, access point.
 */
export const noService = (ports: ServicePorts & CaseParts) =>
  skill('no-service', texts)
    .hears(utterancesIn(__dirname))
    .needs('account', { level: 1 })
    .loads('seen', Seen, (known) => see(known, ports))
    .asksIf('devices', atHome, ASKS.devices)
    .asksIf('lights', everywhere, ASKS.lights)
    .asksIf('power', byHand, ASKS.power)
    .asksIf('cables', (told) => everywhere(told) && told.lights === 'red' && !works(told), ASKS.cables)
    .asksIf('fails', onLine, ASKS.fails)
    .loads('left', Left, async ({ account, fails, t }) => {
      const left = fails === 'data' ? await dataLeft(account.id, ports.prepaid) : 'unknown';
      return left === 'none' ? leave({ text: t.noData, choices: packOrTopUp(t) }) : left;
    })
    .asksIf('plane', onLine, ASKS.plane)
    .asksIf('apn', (told) => onLine(told) && told.fails !== 'calls' && !works(told), ASKS.apn)
    .asksIf('place', (told) => onLine(told) && !works(told), ASKS.place)
    .asksIf('since', (told) => !told.seen.exhausted && !works(told) && told.devices !== 'one', ASKS.since)
    .does((told) => end(told, ports));

const packOrTopUp = (t: Words) => [
  { id: 'go:buy-pack', label: t.pack },
  { id: 'go:top-up', label: t.topUp },
];

/** It works, or what is left: another try by hand, a restart, a person. */
async function end(told: Diagnosed & Tools, cases: CaseParts): Promise<void | Control> {
  const { t, say, tried } = told;
  if (works(told)) {
    tried({ text: 'Dice que ya funciona' });
    return say(t.glad);
  }
  if (told.devices === 'one') {
    tried({ text: ADVISED });
    const choices = [
      { id: 'go:modem-works', label: t.works },
      { id: 'go:no-service', label: t.same },
    ];
    return say({ text: t.oneDevice, choices });
  }
  if (!restartable(told)) return toPerson(told, cases);
  tried({ text: `Sin internet en todos los aparatos; ${diagnosis(told)}` });
  say(t.toModem);
  return leave(undefined, 'modem');
}

/** For who reads the case after the restart: the questions are not asked again. */
function diagnosis({ lights, cables, since, seen }: Has): string {
  const said = { green: 'luces normales', red: 'una luz roja o apagada', today: 'desde hoy', yesterday: 'desde ayer', days: 'hace días' };
  const known = [lights, since].flatMap((each) => Object.entries(said).flatMap(([id, words]) => (id === each ? [words] : [])));
  return [...known, ...(cables === undefined ? [] : ['cable revisado']), seen.signal === 'weak' ? 'señal débil' : 'módem en línea'].join(', ');
}
