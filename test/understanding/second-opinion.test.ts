import nock from 'nock';
import { masked } from '../../src/domain/masked';
import { secondOpinion } from '../../src/integrations/second-opinion/client';
import { withSecondOpinion } from '../../src/understanding/second-opinion';
import { BASE, PATIENT_MS, onlyNock, testCaller } from '../integrations/parts';

onlyNock();
const unsure = {
  band: 'unsure' as const,
  intents: [
    { skill: 'balances', score: 0.4 },
    { skill: 'quota', score: 0.3 },
  ],
};
const LABELS = ['balances', 'quota'];
const said = (content: string | null) => ({ choices: [{ message: { content } }] });
const client = (deadlineMs = PATIENT_MS) => secondOpinion({ caller: testCaller({ baseUrl: `${BASE}/v1/chat/completions`, deadlineMs }), model: 'm' });
const service = () => nock(BASE).post('/v1/chat/completions');

test('it puts the guess that is meant first, and it is still asked about', async () => {
  service().reply(200, said('quota'));
  const { band, intents } = await withSecondOpinion({ hear: () => unsure }, client()).hear('cuánto me queda', 'es');
  expect([band, intents.map(({ skill }) => skill)]).toEqual(['unsure', ['quota', 'balances']]);
});

test.each<[string, () => unknown]>([
  ['a label that nobody offered', () => service().reply(200, said('top-up'))],
  ['a sentence', () => service().reply(200, said('I think it is quota, definitely'))],
  ['nothing', () => service().reply(200, said(null))],
  ['another shape', () => service().reply(200, { hello: 1 })],
  ['no JSON', () => service().reply(200, '<html>')],
  ['a refusal', () => service().reply(401)],
  ['a failure', () => service().reply(500)],
  ['a redirect', () => service().reply(302, '', { location: 'http://elsewhere.test' })],
  ['a broken connection', () => service().replyWithError('gone')],
])('%s changes nothing', async (_, arrange) => {
  arrange();
  expect(await withSecondOpinion({ hear: () => unsure }, client()).hear('cuánto me queda', 'es')).toEqual(unsure);
});

test('a slow one is not waited for', async () => {
  service().delay(5_000).reply(200, said('quota'));
  expect(await client(50).ask('cuánto me queda', LABELS, 'es')).toBeUndefined();
  nock.abortPendingRequests();
});

test.each(['sure', 'none'] as const)('when the recogniser is %s nobody is asked', async (band) => {
  const own = { band, intents: [] };
  expect(await withSecondOpinion({ hear: () => own }, client()).hear('x', 'es')).toBe(own);
});

test('what leaves the house names nobody', async () => {
  let sent = '';
  nock(BASE)
    .post('/v1/chat/completions', (body) => {
      sent = JSON.stringify(body);
      return true;
    })
    .reply(200, said('none'));
  await client().ask('soy 4111 1111 1111 1111, cel +502 5555-0101, maria@correo.example, DPI 2451 80370 0101, me llamo María López', LABELS, 'es');
  for (const personal of ['4111', '5555', 'maria@', '2451', 'María', 'López']) expect(sent).not.toContain(personal);
});

test.each([
  ['mi número es 5555-0101 y no tengo 4g', 'mi número es [número] y no tengo 4g'],
  ['escriban a a.b+c@x.gt', 'escriban a [correo]'],
  ['entré a https://x.gt/p?t=abc y nada', 'entré a [enlace] y nada'],
  ['soy el contrato AB12-9981', 'soy el contrato [número]'],
  ['me llamo ana', 'me llamo [nombre]'],
  ['mi clave es hunter2 y no entra', 'mi clave es •••••• y no entra'],
])('%s → %s', (text, left) => expect(masked(text)).toBe(left));
