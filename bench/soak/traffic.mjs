import { generateKeyPairSync, sign } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { FORM } from '../form.mjs';
import { channelCustomer, visitor } from './visitor.mjs';

const PAUSE_MS = 300;
/** Who has no code by then asks for another one; twice. A session is over after an hour at most: long runs sign in anew. */
const [CODE_MS, CODES, SESSION_MS] = [35_000, 3, 30 * 60_000];
const ANSWER = /Saldo: |tenías|no puedo consultar|No pude|no tengo|no responde|más tarde/i;
const INTERIM = /sigo|consultando|momento/i;

/** What was said and what came back, counted. `wrong` keeps the first few that were not as they must be. */
export const ledger = () => ({ said: 0, lost: 0, doubled: 0, wrong: [], posted: 0, late: 0, refused: 0, away: 0, open: 0 });

function judge(book, said, heard, due) {
  book.said++;
  if (heard.length < due) book.lost++;
  else if (heard.length > due) book.doubled++;
  else return true;
  if (book.wrong.length < 5) book.wrong.push(`"${said}": ${JSON.stringify(heard)}`);
  return false;
}

/** As many replies as are due, and word for word. */
function check(book, said, heard, replies) {
  const isRight = judge(book, said, heard, replies.length) && heard.every((text, at) => text === replies[at]);
  if (!isRight && book.wrong.length < 5) book.wrong.push(`"${said}": ${JSON.stringify(heard)}`);
}

/** Fills in the form, again and again, each time with another name. */
export async function formFiller(bots, book, isOver) {
  let one = await visitor(bots);
  for (let round = 0; !isOver(); round++) {
    for (const { said, replies } of FORM) {
      if (isOver()) return;
      const heard = await one.say(said, (all) => all.length >= replies.length);
      check(book, said, heard, replies);
      await sleep(PAUSE_MS);
    }
    if (round % 5 === 4) one = await visitor(bots);
  }
}

/** The same form through `/api/messages`, with tokens that hold. */
export async function channelFormFiller(bots, channel, book, isOver) {
  for (let customer = channelCustomer(bots, channel); !isOver(); customer = channelCustomer(bots, channel)) {
    for (const { said, replies } of [...FORM, ...FORM]) {
      if (isOver()) return;
      check(book, said, await customer.say(said, (heard) => heard.length >= replies.length), replies);
      book.posted++;
      await sleep(PAUSE_MS);
    }
  }
}

/** Signs a line in and asks for its balance, while the backend is slow or fails. Interim words ("still on it") are no answer. */
export async function balanceAsker(bots, { sandbox, line }, book, isOver) {
  while (!isOver()) {
    const one = await signedIn(bots, { sandbox, line }, book);
    for (const end = Date.now() + SESSION_MS; !isOver() && Date.now() < end; await sleep(2_000)) {
      const isAnswer = (text) => ANSWER.test(text) && !(INTERIM.test(text) && !/Saldo: |tenías/.test(text));
      const heard = await one.say('saldo', (all) => all.some(isAnswer));
      if (!judge(book, 'saldo', heard.filter(isAnswer), 1)) book.wrong.push(`after "saldo" all in all: ${JSON.stringify(heard)}`);
    }
  }
}

/** A visitor who has proved the line, as a customer does: where no SMS comes, another one is asked for. */
async function signedIn(bots, { sandbox, line }, book) {
  const one = await visitor(bots);
  await one.say('saldo', (all) => all.length > 0);
  const before = (await sms(sandbox, line)).length;
  const arrived = async () => (await sms(sandbox, line)).length > before;
  for (let codes = 1; ; codes++, book.late++) {
    await one.say(codes === 1 ? line : 'mándame otro código', (all) => all.length > 0);
    for (const end = Date.now() + CODE_MS; !(await arrived()) && Date.now() < end; await sleep(100));
    if (await arrived()) break;
    if (codes === CODES) throw new Error(`${CODES} codes were asked for, and none came`);
  }
  const code = /\b\d{6}\b/.exec((await sms(sandbox, line))[0].text)?.[0];
  const first = await one.say(code, (all) => all.some((text) => ANSWER.test(text)));
  if (!first.some((text) => ANSWER.test(text))) throw new Error(`not signed in with ${code}: ${JSON.stringify(first)}`);
  return one;
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

/**
 * Tokens of a stranger to the Bot Framework's endpoint: signed with a key of their own under the channel's key id, or not at all; for this application or
 * another, and one in ten thousand bytes long. Each must be refused as a token, not for want of an endpoint.
 */
export async function forger(bots, { app, issuer }, book, isOver) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = (number) => {
    const claims = { iss: number % 3 ? issuer : `https://sts.windows.net/${number}/`, aud: number % 2 ? app.id : 'somebody', exp: 4_000_000_000 };
    const body = `${part({ alg: 'RS256', kid: number % 4 ? 'bench' : `k${number}` })}.${part({ ...claims, more: 'x'.repeat(number % 10 ? 1 : 10_000) })}`;
    return `${body}.${number % 5 ? sign('sha256', Buffer.from(body), privateKey).toString('base64url') : part('signature')}`;
  };
  for (let number = 0; !isOver(); number++) {
    const body = JSON.stringify({ type: 'message', text: 'hola', serviceUrl: 'http://127.0.0.1:9', conversation: { id: 'x' }, from: { id: 'x' } });
    const headers = { authorization: `Bearer ${token(number)}`, 'content-type': 'application/json' };
    const answer = await fetch(`${bots[number % bots.length]}/api/messages`, { method: 'POST', headers, body }).catch(() => undefined);
    if (answer) book[REFUSED.includes(answer.status) ? 'refused' : AWAY.includes(answer.status) ? 'away' : 'open']++;
    await answer?.arrayBuffer().catch(() => undefined);
    await sleep(20);
  }
}
/** 431: a header that long is not even read. */
const REFUSED = [401, 403, 431];
/** While the second bot goes. */
const AWAY = [503];
