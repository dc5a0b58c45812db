import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { ENDED, Inbox, KINDS, Page, paidOn, Seat, TRY_MS, twice, type Action, type Activity } from './reading';

/** A yes that a customer gave: to which words, by which button. */
export interface Consent {
  readonly line: string;
  readonly words: string;
  readonly minor: number;
  readonly kind: 'top-up' | 'pack' | 'invoice' | 'advance' | 'repay' | 'voucher';
}

/** A PIN, and what it is worth, in minor units. */
export interface ScratchCard {
  readonly pin: string;
  readonly minor: number;
}

/** A person at the page who wants things, answers what is asked, taps twice sometimes, and reads everything. */
export interface Customer {
  readonly line: string;
  readonly heard: readonly string[];
  /** By the button's own value: tapping one again is the same yes. */
  readonly consents: ReadonlyMap<string, Consent>;
  /** Chats until `stop`; whatever fails on the way is tried again. */
  run(stop: () => boolean): Promise<void>;
  /** Reads what is new, and pays on the pages whose links came. */
  poll(): Promise<void>;
  /** Asks for a link again that may have been lost on its way. */
  seekLink(): Promise<void>;
  /** Whether a message is answered within `ms`. */
  isAnswered(ms: number): Promise<boolean>;
}

const POLL_MS = 200;
/** Who hears nothing for so long says it again, as people do. */
const PATIENCE_MS = 4_000;

export function customer({
  url,
  sandbox,
  line,
  random,
  wish,
  bill,
  buyCard,
}: {
  readonly url: string;
  readonly sandbox: string;
  readonly line: string;
  readonly random: () => number;
  readonly wish: () => string;
  /** Makes the next bill to be paid; absent for who gets none. */
  readonly bill?: () => Promise<void>;
  /** Buys a scratch card in a shop; absent for who has none. */
  readonly buyCard?: () => Promise<ScratchCard>;
}): Customer {
  const heard: string[] = [];
  const consents = new Map<string, Consent>();
  let seat: z.infer<typeof Seat> | undefined;
  let watermark = '';
  let sent = 0;
  let fresh: Activity[] = [];
  const links = new Set<string>();
  let card: ScratchCard | undefined; // in the hand until it is known what became of it

  const call = async (path: string, body?: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...(seat && { authorization: `Bearer ${seat.token}` }) };
    const answer = await fetch(url + path, {
      ...{ headers, signal: AbortSignal.timeout(TRY_MS), method: body === undefined ? 'GET' : 'POST' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path} ${answer.status}`);
    return answer.json();
  };
  const base = (): string => `/v3/directline/conversations/${seat?.conversationId ?? ''}/activities`;
  const sit = async (): Promise<void> => {
    if (seat !== undefined) return;
    seat = Seat.parse(await call('/webchat/token', {}));
    await call('/v3/directline/conversations', {}).catch((error: unknown) => {
      seat = undefined;
      throw error;
    });
    watermark = '';
  };
  const poll = async (): Promise<void> => {
    await sit();
    const raw = await call(`${base()}?watermark=${watermark}`);
    const page = Page.parse(raw);
    watermark = page.watermark;
    const bot = page.activities.filter(({ from, type }) => from.role === 'bot' && type === 'message');
    heard.push(...bot.map(({ text = '' }) => text.replaceAll('\u00a0', ' ')));
    fresh.push(...bot);
    for (const link of JSON.stringify(raw).match(/http:\/\/127\.0\.0\.1:\d+\/pagar\/[\da-f]{24}/g) ?? []) links.add(link);
    for (const link of links) if (await paidOn(link, random)) links.delete(link);
  };
  /** The page's own retry: the same activity until somebody took it. */
  const send = async (activity: object, stop: () => boolean = () => false): Promise<void> => {
    const clientActivityID = `c${++sent}`;
    while (!stop()) {
      try {
        await sit();
        await call(base(), {
          type: 'message',
          from: { id: seat?.userId },
          ...activity,
          channelData: { clientActivityID, ...('value' in activity && { messageBack: { displayText: 'sí' } }) },
        });
        return;
      } catch {
        await sleep(150);
      }
    }
  };
  const codeOf = async (): Promise<string> => {
    const answer = await twice(() => fetch(`${sandbox}/sandbox/sms?to=502${line.replace(/\D/g, '')}`));
    const { messages } = Inbox.parse(await answer.json());
    return /\b\d{6}\b/.exec(messages[0]?.text ?? '')?.[0] ?? '000000';
  };
  /** Once it is written it is agreed to; asked again, the same one is written again. */
  const pinOf = async (): Promise<string> => {
    card ??= await buyCard?.().catch(() => undefined);
    if (card === undefined) return '0';
    consents.set(card.pin, { line, words: 'PIN', minor: card.minor, kind: 'voucher' });
    return card.pin;
  };
  const answer = async (said: Activity, stop: () => boolean): Promise<void> => {
    const text = said.text?.replaceAll('\u00a0', ' ') ?? '';
    const actions = said.suggestedActions?.actions ?? [];
    const yes = actions.find(({ title }) => /^(Sí, recargar|Comprar|Sí, mandar enlace|Pagar Q[\d,.]+|Pedir Q[\d,.]+)$/.test(title));
    const tapOf = (pattern: RegExp) => actions.find(({ title }) => pattern.test(title));
    const mine = tapOf(/^De mi celular$/);
    if (mine !== undefined) return send({ text: mine.title, value: mine.value }, stop);
    if (/No hay nada por pagar/.test(text)) await bill?.().catch(() => undefined);
    if (ENDED.test(text)) card = undefined;
    const goOn = tapOf(/^Sí, seguir$/);
    if (goOn !== undefined) return send({ text: goOn.title, value: goOn.value }, stop);
    if (/escribe el PIN/.test(text)) return send({ text: await pinOf() }, stop);
    if (/^Puedes pedir hasta/.test(text)) {
      const amounts = actions.filter(({ title }) => title.startsWith('Q'));
      const amount = amounts[Math.floor(random() * amounts.length)];
      return send(amount === undefined ? { text: wish() } : { text: amount.title, value: amount.value }, stop);
    }
    if (/¿Con qué (?:pagas|la pago|lo pago)\?/.test(text)) {
      const ways = actions.filter(({ title }) => /^(Saldo|Billetera|Otra tarjeta|Visa|Con tarjeta)/.test(title));
      const way = ways[Math.floor(random() * ways.length)];
      return send(way === undefined ? { text: wish() } : { text: way.title, value: way.value }, stop);
    }
    if (/¿Cuál\?/.test(text) && actions[0] !== undefined) return send({ text: actions[0].title, value: actions[0].value }, stop);
    const other = tapOf(/^(Otra tarjeta|Otro medio)$/);
    if (yes !== undefined && other !== undefined && random() < 0.35) return send({ text: other.title, value: other.value }, stop);
    if (/¿Qué número|¿De qué número/.test(text)) return send({ text: line }, stop);
    if (/(c|C)ódigo por SMS|código que/.test(text)) return send({ text: await codeOf() }, stop);
    const price = /(?:Recargar|Pagas|Pagar|descuentan|^Con|:|\.) ?Q([\d,]+\.\d\d)/.exec(text)?.[1];
    if (yes !== undefined && /¿Confirmas\?|¿Sigo\?|¿Lo compro\?|¿Te mando el enlace\?/.test(text)) return agree(text, price ?? '0', yes, stop);
    await send({ text: wish() }, stop);
  };
  const agree = async (words: string, price: string, yes: z.infer<typeof Action>, stop: () => boolean): Promise<void> => {
    const kind = KINDS.find(([, says]) => says.test(words))?.[0] ?? 'pack';
    const paid = kind === 'pack' ? (/Q([\d,]+\.\d\d) (?:de tu saldo|con)/.exec(words)?.[1] ?? price) : price;
    consents.set(JSON.stringify(yes.value), { line, words, kind, minor: Math.round(Number(paid.replace(',', '')) * 100) });
    const tap = { text: yes.title, value: yes.value };
    const taps = random() < 0.3 ? [tap, tap] : [tap];
    await Promise.all(taps.map((each) => send(each, stop)));
  };
  return {
    ...{ line, heard, consents, poll },
    seekLink: async () => (bill === undefined ? undefined : send({ text: 'pagar mi factura' })),
    async run(stop) {
      await send({ text: wish() }, stop);
      for (let last = Date.now(); !stop(); await sleep(POLL_MS)) {
        await poll().catch(() => undefined);
        const said = fresh.at(-1);
        if (said === undefined) {
          if (Date.now() - last > PATIENCE_MS) {
            await send({ text: random() < 0.5 ? 'menú' : wish() }, stop);
            last = Date.now();
          }
          continue;
        }
        fresh = [];
        last = Date.now();
        await sleep(50 + random() * 150);
        await answer(said, stop);
      }
    },
    async isAnswered(ms) {
      await poll().catch(() => undefined);
      const before = heard.length;
      const end = Date.now() + ms;
      await send({ text: 'menú' }, () => Date.now() > end);
      for (; Date.now() < end; await sleep(POLL_MS)) {
        await poll().catch(() => undefined);
        if (heard.length > before) return true;
      }
      return false;
    },
  };
}
