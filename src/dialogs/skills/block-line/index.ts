import { z } from 'zod';
import { beforeWhen, promiseFor, type ServiceHours } from '../../../domain/cases/hours';
import { caseName } from '../../../domain/cases/name';
import { endingOf } from '../../../domain/contracts';
import { datedMoment, spokenMoment, theHour } from '../../../domain/dates';
import { BackendFailure } from '../../../domain/failure';
import type { Accounts, Claims, Mails, Suspended, Suspensions } from '../../../integrations/accounts/port';
import type { Cases } from '../../../integrations/cases/port';
import { leave, redo } from '../../engine/control';
import { skill, type Known, type Tools } from '../../engine/skill';
import { utterancesIn } from '../../engine/utterances';
import { whenOf } from '../../engine/codes/when';
import { namedLine, whatProves, whichLine, type Line, type Proof } from './asking';
import { texts } from './texts';

const Blocked = z.object({
  reference: z.string().exactOptional(),
  wallet: z.enum(['frozen', 'none', 'unknown']),
  lending: z.enum(['frozen', 'unknown']),
});
const Outcome = z.object({ blocked: Blocked.nullable(), at: z.number(), proved: z.enum(['code', 'document']) });
const Told = z.object({ msisdn: z.string(), at: z.number() });

export interface BlockPorts {
  readonly accounts: Accounts;
  readonly claims: Claims;
  readonly suspensions: Suspensions;
  readonly mails: Mails;
  readonly cases: Cases;
  /** When people answer. */
  readonly hours: ServiceHours;
}
type Asked = Known<typeof texts.es, { readonly line: Line; readonly proof: Proof | undefined; readonly signed: readonly string[] }>;

/**
 * Suspends a stolen line without a code: the phone that would get one is gone. It only ever suspends; nothing here lifts it. What it asks for is less than
 * a login, so tries are counted by line, document and chat, the holder hears of it by e-mail, and what is wrong sounds like what is unknown.
 */
export const blockLine = (ports: BlockPorts) =>
  skill('block-line', texts)
    .hears(utterancesIn(__dirname))
    .acts('signed', z.array(z.string()), async ({ session }) => [...session.lines()])
    .asks('named', namedLine, { from: 'words' })
    .asks('line', whichLine)
    .asksIf('proof', ({ line, signed }) => line.proof === undefined && !signed.includes(line.msisdn), whatProves)
    .acts('done', Outcome, async (turn) => suspended(ports, turn))
    .acts('case', z.string(), async ({ line: { msisdn }, done, id, t, country }) => {
      const promisedBy = promiseFor('urgent', done.at, ports.hours, country);
      return caseName(await ports.cases.open(id('theft'), { ...caseOf(msisdn, done, datedMoment(done.at, country), t.button), promisedBy }));
    })
    .on('tell', Told, async ({ t, brand, effect, country, language, now }, { msisdn, at }) => {
      const to = await ports.accounts.emailOf(msisdn);
      if (to === undefined) return;
      const text = t.mailText({ brand, ending: endingOf(msisdn), when: spokenMoment(at, now, country, language) });
      const key = `theft-${at}-${endingOf(msisdn)}`;
      await effect('mail', z.string(), async () => (await ports.mails.send(key, { to, subject: t.mailSubject({ brand }), text }), 'sent'), 'repeat');
    })
    .does(async ({ t, say, done: { blocked, at }, case: reference, line, now, country, language }) => {
      const choices = [{ id: 'go:agent', label: t.person }];
      const when = beforeWhen(promiseFor('urgent', at, ports.hours, country), now, country, language);
      if (blocked === null) return say({ text: t.failed({ reference, when }), choices });
      const frozen = blocked.lending === 'unknown' ? '' : blocked.wallet === 'frozen' ? t.frozenBoth : t.frozenLending;
      say(t.done({ ending: endingOf(line.msisdn), hour: theHour(at, country, language), frozen }));
      return say({ text: t.imei({ reference, when }), choices });
    });

/** Counts the try, asks whose line it is, and suspends it. A failure after that is no refusal: a person is called. */
async function suspended({ accounts, claims, suspensions }: BlockPorts, turn: Asked & Tools) {
  const { line, proof = line.proof ?? {}, signed, t, now, effect, apart, country, language } = turn;
  const { msisdn } = line;
  const isOwn = turn.session.lines().includes(msisdn);
  if (!isOwn && signed.includes(msisdn)) return redo('signed'); // their session ended while the question was open
  const claim = { contract: msisdn, document: proof.document ?? proof.contract ?? '', visitor: turn.visitor, attempt: turn.attempt };
  if (!isOwn) {
    const admitted = await claims.admit(claim);
    const choices = [{ id: 'go:agent', label: t.person }];
    if (admitted.status === 'wait') return leave({ text: t.wait({ when: whenOf(admitted.until, now, country, language) }), choices });
    if (!(await isHolders(accounts, msisdn, proof))) return redo('line', t.notFound);
    await claims.proved(claim);
  }
  const blocked = await suspendedNow(suspensions, msisdn, effect);
  if (blocked) await apart('tell', { name: 'block-line:tell', value: { msisdn, at: now } });
  return { blocked, at: now, proved: isOwn ? ('code' as const) : ('document' as const) };
}

/** All that the number may be is asked for, whatever the first one says. */
async function isHolders(accounts: Accounts, msisdn: string, { document, contract }: Proof): Promise<boolean> {
  const ways = [...(document === undefined ? [] : [{ document }]), ...(contract === undefined ? [] : [{ contract }])];
  const held = await Promise.all(ways.map((by) => accounts.holds(msisdn, by)));
  return held.includes(true);
}

async function suspendedNow(suspensions: Suspensions, msisdn: string, effect: Tools['effect']): Promise<Suspended | null> {
  try {
    const suspend = async () => (await suspensions.suspend(msisdn, 'stolen')) ?? null;
    const done = await effect('suspend', Blocked.nullable(), suspend, 'repeat');
    return done.status === 'done' ? done.value : null;
  } catch (error) {
    if (error instanceof BackendFailure) return null;
    throw error;
  }
}

/** As agents read it. */
const FROZEN = { frozen: 'bloqueada', none: 'no tiene', unknown: 'NO SE SABE: revisar' } as const;

function caseOf(line: string, { blocked, proved }: z.infer<typeof Outcome>, when: string, about: string) {
  const state =
    blocked === null
      ? 'NO CONFIRMADA: suspenderla ya'
      : `SUSPENDIDA a pedido${blocked.reference === undefined ? '' : ` (ref. ${blocked.reference})`}`;
  return {
    ...{
      topic: 'block-line',
      reason: 'theft',
      line,
      priority: 'urgent' as const,
      tags: ['robo'],
      level: proved === 'code' ? (2 as const) : (1 as const),
    },
    summary: `Robo o pérdida reportado por chat el ${when}: línea …${endingOf(line)} ${state}.`,
    facts: {
      [about]: blocked === null ? 'sin respuesta' : 'hecho',
      billetera: FROZEN[blocked?.wallet ?? 'unknown'],
      adelantos: blocked?.lending === 'frozen' ? 'bloqueados' : FROZEN.unknown,
      prueba: proved === 'code' ? 'sesión con código (nivel 2)' : 'documento o contrato, sin código (nivel 1)',
      reactivar: 'solo una persona o una tienda, con el documento del titular: así se le dijo',
    },
    expects: 'Bloqueo de equipo y chip nuevo. IMEI no disponible: buscarlo por la línea.',
    promised: '',
    macro: 'Robo: IMEI y reposición',
  };
}
