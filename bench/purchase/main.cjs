/**
 * The product in its own process, with a purchase to hold: the form of `bench/form.mjs`, whose last yes opens an order in the real ledger, sends it
 * to nobody, writes its end and that it was told: what a purchase adds to as many turns.
 */
const { randomBytes } = require('node:crypto');
const { spending } = require('../../dist/state/spending');
const { ledger } = require('../../dist/state/ledger');
const { connectRedis } = require('../../dist/state/redis');
const { vault } = require('../../dist/state/seal');
const registry = require('../../dist/dialogs/skills');
const { z } = require('zod');
const { form } = require('../ours/form.cjs');

const { REDIS_URL, STATE_SECRET, OTP_PEPPER } = process.env;
const redis = connectRedis(REDIS_URL);
const journal = ledger({ redis, vault: vault([Buffer.from(STATE_SECRET, 'base64url')]), pepper: OTP_PEPPER });
const pack = {
  kind: 'pack',
  details: z.unknown(),
  label: 'keyed',
  deadlineMs: 10_000,
  send: async () => ({ status: 'done', facts: { balanceAfter: 1_750 } }),
};
const { spend } = spending({ ledger: journal, kinds: [pack], clock: Date.now, tell: async () => 'posted', report: () => {} });

let number = 0;
const orderOf = (line) => ({
  ...{
    id: randomBytes(16).toString('base64url'),
    kind: 'pack',
    line,
    amount: { minor: 2_000, currency: 'GTQ' },
    limits: [{ name: 'packs', count: 1e9 }],
  },
  details: {
    to: line,
    offer: 'GT-M3',
    name: 'Todo en uno 3 días',
    price: 2_000,
    means: { id: 'b', kind: 'balance', name: 'Saldo' },
    channel: 'chat',
  },
  ...{ day: '2026-11-20', again: false, teller: { conversation: `web:${line}`, skill: 'buy-pack', language: 'es', form: 'tu' } },
  evidence: { words: 'Todo en uno 3 días: Q20.00 de tu saldo. ¿Lo compro?', shownAt: Date.now(), agreedAt: Date.now(), release: 'bench' },
});

const purchase = {
  ...form,
  async run(turn) {
    const { status, operation } = await spend(orderOf(`5025${String(number++ % 1_000_000).padStart(7, '0')}`));
    if (status !== 'done') throw new Error(`the order is ${status}`);
    await journal.told(journal.memberOf(operation.line, operation.order), 'told');
    return form.run(turn);
  },
};
const product = registry.skills;
registry.skills = (ports) => [...product(ports), purchase];
require('../../dist/main');
