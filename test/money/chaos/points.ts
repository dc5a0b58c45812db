import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LUA = join(__dirname, '../../../src/state/lua');

/** How a script is recognised on its way to Redis: by its digest, or by a line of it where Redis does not know it yet. */
function marksOf(...parts: readonly string[]): readonly string[] {
  const texts = parts.map((part) => readFileSync(join(LUA, `${part}.lua`), 'utf8'));
  const [comment = ''] = (texts.at(-1) ?? '').split('\n');
  return [createHash('sha1').update(texts.join('\n')).digest('hex'), comment];
}
const ledger = (name: string): readonly string[] => marksOf('ledger-common', `ledger-${name}`);
const mailbox = (name: string): readonly string[] => marksOf('common', name);
const MONEY = ['/topupBalance', '/payment ', '/productOrder ', '/merchantpay', '/advance ', '/repayment ', '/refund ', '/dlocal/payments '].map(
  (path) => `${path}`,
);

/** Where something is cut: what is seen on a link, and when. `asked`: it is not passed on; `left`: passed on, unanswered; `answered`: the answer is
 * not passed on; `read`: it is. */
export interface Point {
  readonly name: string;
  readonly link: 'redis' | 'http';
  readonly marks: readonly string[];
  readonly when: 'asked' | 'left' | 'answered' | 'read';
}
const redis = (name: string, marks: readonly string[], when: Point['when']): Point => ({ name, link: 'redis', marks, when });
const http = (name: string, when: Point['when']): Point => ({ name, link: 'http', marks: MONEY, when });

/** The steps of an order at which everything may end. Two more are no place on a link: while the bot drains, and any time. */
export const POINTS: readonly Point[] = [
  redis('turn granted', mailbox('accept'), 'read'),
  redis('before the journal opens', ledger('open'), 'asked'),
  redis('journal opened, unheard', ledger('open'), 'answered'),
  redis('journal opened', ledger('open'), 'read'),
  http('before the request', 'asked'),
  http('request on its way', 'left'),
  http('applied, unheard', 'answered'),
  http('applied and heard', 'read'),
  redis('before the result is written', ledger('record'), 'asked'),
  redis('result written', ledger('record'), 'answered'),
  redis('before the reply is kept', mailbox('commit'), 'asked'),
  redis('reply kept', mailbox('commit'), 'answered'),
  redis('before it is told', ledger('told'), 'asked'),
  redis('told', ledger('told'), 'answered'),
  redis('while a doubt is looked at', ledger('claim'), 'answered'),
];
export const DRAIN = 'while it drains';
export const ANY_TIME = 'any time';

/** What is cut there. `link`: every TCP connection of the bot to Redis and operator. */
export const CUTS = ['bot', 'redis', 'both', 'link'] as const;
export type Cut = (typeof CUTS)[number];
