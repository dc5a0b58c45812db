import { setTimeout as sleep } from 'node:timers/promises';
import { FORM } from '../form.mjs';
import { visitor } from './visitor.mjs';

const PAUSE_MS = 300;
const ANSWER = /Saldo: |tenías|no puedo consultar|No pude|no tengo|no responde|más tarde/i;
const INTERIM = /sigo|consultando|momento/i;

/** What was said and what came back, counted. `wrong` keeps the first few that were not as they must be. */
export const ledger = () => ({ said: 0, lost: 0, doubled: 0, wrong: [], refused: 0, open: 0 });

function judge(book, said, heard, due) {
  book.said++;
  if (heard.length < due) book.lost++;
  else if (heard.length > due) book.doubled++;
  else return true;
  if (book.wrong.length < 5) book.wrong.push(`"${said}": ${JSON.stringify(heard)}`);
  return false;
}

/** Fills in the form, again and again, each time with another name. */
export async function formFiller(bots, book, isOver) {
  let one = await visitor(bots);
  for (let round = 0; !isOver(); round++) {
    for (const { said, replies } of FORM) {
      if (isOver()) return;
      const heard = await one.say(said, (all) => all.length >= replies.length);
      const isRight = judge(book, said, heard, replies.length) && heard.every((text, at) => text === replies[at]);
      if (!isRight && book.wrong.length < 5) book.wrong.push(`"${said}": ${JSON.stringify(heard)}`);
      await sleep(PAUSE_MS);
    }
    if (round % 5 === 4) one = await visitor(bots);
  }
}

/** Signs a line in and asks for its balance, while the backend is slow or fails. Interim words ("still on it") are no answer. */
export async function balanceAsker(bots, { sandbox, line }, book, isOver) {
  const one = await visitor(bots);
  await one.say('saldo', (all) => all.length > 0);
  const before = (await sms(sandbox, line)).length;
  await one.say(line, (all) => all.length > 0);
  for (const end = Date.now() + 20_000; (await sms(sandbox, line)).length === before && Date.now() < end; await sleep(100));
  const code = /\b\d{6}\b/.exec((await sms(sandbox, line))[0]?.text ?? '')?.[0];
  await one.say(code ?? 'no code', (all) => all.some((text) => ANSWER.test(text)));
  while (!isOver()) {
    const isAnswer = (text) => ANSWER.test(text) && !(INTERIM.test(text) && !/Saldo: |tenías/.test(text));
    const heard = await one.say('saldo', (all) => all.some(isAnswer));
    judge(book, 'saldo', heard.filter(isAnswer), 1);
    await sleep(2_000);
  }
}

const sms = async (sandbox, line) => (await (await fetch(`${sandbox}/sandbox/sms?to=502${line.replace(/\D/g, '')}`)).json()).messages;

const KINDS = ['slow:3000', undefined, 'error', undefined, 'slow:1000', undefined];

/** The prepaid core is slow, fails, and is well again, in turn. */
export async function backendTrouble(sandbox, isOver) {
  const post = (body) =>
    fetch(`${sandbox}/sandbox/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  for (let turn = 0; !isOver(); turn++) {
    const kind = KINDS[turn % KINDS.length];
    await post({ clear: true });
    if (kind) await post({ counterpart: 'prepaid', kind });
    await sleep(10_000);
  }
}

/** Tokens that nobody signed, to the Bot Framework's endpoint: refused, or (as long as the soak's bots have no application id) nothing is mounted there. */
export async function forger(bots, book, isOver) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (let number = 0; !isOver(); number++) {
    const claims = { iss: `https://sts.windows.net/${number}/`, tid: `${number}`, aud: 'somebody', exp: 4_000_000_000 };
    const authorization = `Bearer ${part({ alg: 'RS256', kid: `k${number}` })}.${part(claims)}.${part('signature')}`;
    const body = JSON.stringify({ type: 'message', text: 'hola', serviceUrl: 'http://127.0.0.1:9', conversation: { id: 'x' }, from: { id: 'x' } });
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(`${bots[number % bots.length]}/api/messages`, { method: 'POST', headers, body }).catch(() => undefined);
    if (answer?.ok) book.open++;
    else if (answer) book.refused++;
    await answer?.arrayBuffer().catch(() => undefined);
    await sleep(20);
  }
}
