import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { median } from '../figures.mjs';

const require = createRequire(import.meta.url);
const ORDERS = 2_000;
const WARM = 500;
/** A turn may wait for its journal this long, ms. */
const MOST_MS = 2;

/** What one order costs: opened, its end written, told; one after the other, on one connection. */
export async function ledgerCost({ redisUrl, note }) {
  note(`${ORDERS} orders in the ledger`);
  const [{ ledger }, { connectRedis }, { vault }] = ['ledger', 'redis', 'seal'].map((name) => require(`../../dist/state/${name}`));
  const redis = connectRedis(redisUrl);
  await redis.ready();
  const journal = ledger({ redis, vault: vault([randomBytes(32)]), pepper: 'p'.repeat(43) });
  const times = { open: [], record: [], told: [] };
  let cpu = process.cpuUsage();
  for (let number = 0; number < WARM + ORDERS; number++) {
    if (number === WARM) cpu = process.cpuUsage();
    const took = await oneOrder(journal, number);
    if (number >= WARM) for (const [step, ms] of Object.entries(took)) times[step].push(ms);
  }
  const { user, system } = process.cpuUsage(cpu);
  redis.close();
  const figure = (what, value, unit, most) => ({ what, value: Number(value.toFixed(3)), unit, most });
  return [
    ...Object.entries(times).map(([step, all]) => figure(`ledger: ${step}, one round trip, median of ${ORDERS}`, median(all), 'ms', MOST_MS)),
    figure('ledger: CPU of an order, open + record + told', (user + system) / 1_000 / ORDERS, 'ms', MOST_MS),
  ];
}

async function oneOrder(journal, number) {
  const line = `5025${String(number).padStart(7, '0')}`;
  const order = {
    ...{ id: randomBytes(16).toString('base64url'), kind: 'pack', line, amount: { minor: 2_000, currency: 'GTQ' } },
    ...{
      details: { to: line, offer: 'GT-M3', price: 2_000 },
      limits: [{ name: 'packs', count: 5, minor: 100_000 }],
      day: '2026-11-20',
      again: false,
    },
    teller: { conversation: `web:${number}`, skill: 'buy-pack', language: 'es', form: 'tu' },
    evidence: { words: 'Todo en uno 3 días: Q20.00 de tu saldo. ¿Lo compro?', shownAt: 1, agreedAt: 2, release: 'bench' },
  };
  const at = [performance.now()];
  const { entry } = await journal.open(order, 10_000);
  at.push(performance.now());
  await journal.record(entry, { status: 'done', facts: { balanceAfter: 1_750 } }, 45_000);
  at.push(performance.now());
  await journal.told(journal.memberOf(line, order.id), 'told');
  at.push(performance.now());
  return { open: at[1] - at[0], record: at[2] - at[1], told: at[3] - at[2] };
}
