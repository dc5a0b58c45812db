import type fc from 'fast-check';
import type { Granted, Outcome, Turn } from '../../src/state/mailbox';
import { count, expectNumbers, expectPen, expectShown, expectTurn, FAR, keep, ring, write, type Model, type Real } from './model';
import { elapse } from './world';

const command = (name: string, run: (m: Model, r: Real) => Promise<void>): fc.AsyncCommand<Model, Real> => ({
  check: () => true,
  run,
  toString: () => name,
});
const isLatest = (r: Real, turn: Turn): boolean => turn.fence === Math.max(...r.turns.map(({ fence }) => fence));

export const accept = (who: number, id: string, wantsAnswer: boolean) =>
  command(`accept(${who}, ${id})`, async (m, r) => {
    const { status, turn, position } = await r.boxes[who]!.accept({
      ...{ conversation: r.conversation, id, message: id, wantsAnswer },
      echo: { plain: `plain ${id}`, digitless: `digitless ${id}`, masked: `masked ${id}` },
    });
    if (!m.base) m.base = turn!.number - 1;
    ring(m);
    const isNew = keep(m, id, wantsAnswer);
    if (isNew && m.isLog) m.echoedAt.set(id, write(m, `${ECHO[m.secret ?? 'nothing']} ${id}`));
    expect(position).toBe(m.echoedAt.get(id));
    expect(status).toBe(isNew ? (turn ? 'granted' : 'queued') : 'duplicate');
    count(status);
    expectTurn(m, r, turn);
  });

const ECHO = { nothing: 'plain', digits: 'digitless', all: 'masked' };

export interface Plan {
  readonly who: number;
  readonly back: number;
  readonly replies: number;
  readonly how: 'keep' | 'forget' | 'aside';
  readonly timers: number[];
  readonly secret: 'digits' | 'all' | undefined;
  readonly isTwice: boolean;
}
export const commit = (plan: Plan) =>
  command(`commit(${JSON.stringify(plan)})`, async (m, r) => {
    const turn = r.turns.at(-1 - plan.back);
    if (!turn) return;
    const outcome = outcomeOf(m, turn, plan);
    const answer = await r.boxes[plan.who]!.commit(turn, outcome);
    const number = turn.number - m.base;
    // A late commit is fine, as long as nobody took over.
    if (!isLatest(r, turn) || number < m.done) return void (count('stale'), expect(answer).toBe('stale'));
    if (answer === 'stale') throw new Error('stale');
    const isAgain = number === m.done;
    count(isAgain ? 'repeated' : 'committed');
    if (!isAgain) apply(m, turn, outcome);
    m.turn = undefined;
    expectPenOfCommit(m, r, answer, turn, isAgain);
    expectNext(m, r, answer, isAgain ? undefined : { state: plan.how === 'aside' ? turn.state : outcome.state }, turn);
    if (!plan.isTwice) return;
    // Its answer was lost: whichever client asks again is told the same.
    const again = await r.boxes[1 - plan.who]!.commit(turn, outcome);
    if (isAgain) expect(again).not.toBe('stale');
    else expect(again).toEqual(answer);
  });

function outcomeOf(m: Model, turn: Turn, { how, replies, timers, secret }: Plan): Outcome {
  return {
    state: how === 'forget' ? undefined : `${m.state ?? ''}${turn.message};`,
    replies: Array.from({ length: replies }, (_, n) => `${turn.number}/${n}`),
    timers: timers.map((at, n) => ({ id: `t${at % 7}`, at: at > 20 ? FAR : at * 10 + n, message: `t${at % 7}` })),
    secret,
    ...(how === 'aside' ? { aside: 'model' } : {}),
  };
}
function apply(m: Model, { number }: Turn, { state, replies, timers = [], secret, aside }: Outcome): void {
  const isAnswer = m.mail.shift()!.wanted && !m.isLog;
  if (aside === undefined) m.state = state;
  else m.aside++;
  const isAlone = isAnswer && !m.out.length;
  for (const reply of replies) {
    m.said++;
    if (m.isLog) write(m, reply);
    else if (isAlone) m.settled++;
    else m.out.push(isAnswer ? null : reply);
  }
  m.timers.push(...timers);
  Object.assign(m, { done: number - m.base, tries: 0, throws: 0, secret });
}
function expectPenOfCommit(m: Model, r: Real, { pen }: Granted, { number }: Turn, isAgain: boolean): void {
  if (isAgain && m.penBy === number && m.out.length) expectShown(m, r, pen);
  else expectPen(m, r, pen, number);
}
function expectNext(m: Model, r: Real, { turn: next }: Granted, kept: { state: string | undefined } | undefined, { fence }: Turn): void {
  const first = m.mail[0];
  if (!first) return expect(next).toBeUndefined();
  expect(next).toMatchObject({ message: first.id, fence, tries: 0, suspect: false, ...kept });
  expectNumbers(m, next);
  Object.assign(m, { tries: 1, turn: fence });
  r.turns.push(next!);
}

export const claim = (who: number) =>
  command(`claim(${who})`, async (m, r) => {
    const { turn, pen } = await r.boxes[who]!.claim(r.conversation);
    ring(m);
    expectTurn(m, r, turn);
    expectPen(m, r, pen, undefined);
  });

export const hold = (who: number, back: number, note: 'begun' | 'threw' | 'unrun' | undefined) =>
  command(`hold(${who}, -${back}, ${note})`, async (m, r) => {
    const turn = r.turns.at(-1 - back);
    if (!turn) return;
    const isOurs = await r.boxes[who]!.hold(turn, 60_000, note);
    expect(isOurs).toBe(isLatest(r, turn) && m.mail.length > 0);
    if (!isOurs) return;
    m.turn = turn.fence;
    if (note === 'begun') m.tries++;
    if (note === 'threw') m.throws++;
    if (note === 'unrun') m.tries = Math.max(m.tries - 1, 0);
  });

export const settle = (who: number, back: number, unsent: number, how: 'sent' | 'gave up' | 'pause') =>
  command(`settle(${who}, -${back}, -${unsent}, ${how})`, async (m, r) => {
    const pen = r.pens.at(-1 - back);
    if (!pen) return;
    const last = pen.last - unsent;
    const next = await r.boxes[who]!.settle(pen, last, how === 'gave up' ? { gaveUp: 'model' } : how === 'pause' ? { pauseMs: 60_000 } : {});
    const isStale = pen.pen !== Math.max(...r.pens.map((each) => each.pen)) || !m.out.length;
    if (isStale) return void (count('stale pen'), expect(next).toBeUndefined());
    const gone = last - m.base - m.settled;
    if (gone > 0) {
      m.out.splice(0, gone);
      m.settled += gone;
      m.penTries = 1;
      if (how === 'gave up') m.aside++;
    }
    count('settled');
    if (!m.out.length) Object.assign(m, { pen: undefined, penTries: 0 });
    else if (how === 'pause') m.pen = -1;
    else return expectShown(m, r, next);
    expect(next).toBeUndefined();
  });

export const time = (what: 'lease' | 'penLease') =>
  command(`elapse(${what})`, async (m, r) => {
    if ((what === 'lease' ? m.turn : m.pen) === undefined) return;
    await elapse(r.redis, r.conversation, what);
    if (what === 'lease') m.turn = undefined;
    else m.pen = undefined;
  });
