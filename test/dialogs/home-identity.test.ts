import { z } from 'zod';
import { skill } from '../../src/dialogs/engine/skill';
import { accountLogin } from '../../src/dialogs/login/account';
import { contracts } from '../../src/dialogs/login/contracts';
import { homeLogin } from '../../src/dialogs/login/home';
import { homeCode } from '../../src/dialogs/login/home-code';
import { mobileLogin } from '../../src/dialogs/login/mobile';
import { countryOf } from '../../src/domain/countries';
import { catalog } from '../../src/domain/texts';
import type { Accounts, Claims } from '../../src/integrations/accounts/port';
import type { OneTimeCodes, Refused } from '../../src/integrations/codes/port';
import { talk, type Talk } from '../support/talk';

const MINUTE = 60_000;
const MANY = Array.from({ length: 14 }, (_, index) => String(10_009_001 + index));
const never = async (): Promise<never> => Promise.reject(new Error('not asked here'));
let counted: string[] = [];
let full: number | undefined;
let refusal: Refused | undefined;
/** The phone on file was reported stolen. */
let stolen: true | undefined;
const sent: string[] = [];
beforeEach(() => {
  counted = [];
  full = refusal = stolen = undefined;
  sent.length = 0;
});

const accounts: Accounts = {
  match: async (contract, document) => {
    if (contract === '10002040' && document === '2083771580108') return { contract, contracts: [contract] };
    return MANY.includes(contract) && document === '2134990882001' ? { contract, contracts: MANY } : undefined;
  },
  phoneOnFile: async () => '50255550104',
  codesGoTo: async (contract) =>
    contract === '10002040'
      ? { msisdn: '50255550104', contracts: [contract], ...(stolen && { stolen }) }
      : { msisdn: '50255550112', contracts: MANY },
  list: async () => MANY.map((contract, index) => ({ contract, label: `Bodega ${index + 1}` })),
  ...{ read: never, ofLine: never, holds: never, emailOf: never },
};
const claims: Claims = {
  admit: async ({ contract, document }) => {
    counted.push(`${contract} ${document}`);
    return full === undefined ? { status: 'free' } : { status: 'wait', until: full };
  },
  proved: async () => void counted.push('right'),
};
const codes: OneTimeCodes = {
  begin: async ({ attempt, purpose, msisdn }) => {
    sent.push(`${purpose} ${msisdn}`);
    return refusal ?? { status: 'begun', challenge: attempt, promised: 0, again: 0 };
  },
  deliver: never,
  check: async ({ code }) => (code === '123456' ? { status: 'right' } : { status: 'wrong', left: 2 }),
};
const lines = { find: async () => undefined, read: never };

const words = catalog({ title: 'la prueba', button: 'Probar', word: '¿Clave?' }, { title: 'the test', button: 'Try', word: 'Password?' });
const due = skill('due', words)
  .hears({ es: ['cuanto debo'], en: ['what do i owe'] })
  .needs('home', { level: 1 })
  .does(async ({ say, home }) => say(`due of ${home.contract} at ${home.level}`));
const detail = skill('detail', words)
  .hears({ es: ['detalle'], en: ['details'] })
  .needs('home', { level: 2 })
  .does(async ({ say, home }) => say(`details of ${home.contract} at ${home.level}`));
const wifi = skill('wifi', words)
  .hears({ es: ['mi wifi'], en: ['my wifi'] })
  .needs('home', { level: 2, fresh: true })
  .asks('word', { ask: ({ t }) => t.word, keeps: z.string(), read: ({ text }) => text })
  .does(async ({ say, word }) => say(`wifi ${word}`));
const bill = skill('bill', words)
  .hears({ es: ['mi factura'], en: ['my bill'] })
  .needs('account', { level: 1 })
  .does(async ({ say, account }) => say(`bill of ${account.kind} ${account.id} at ${account.level}`));

const all = [
  ...[due, detail, wifi, bill, homeLogin({ accounts, claims }), homeCode({ accounts, codes }), accountLogin(), contracts({ accounts })],
  mobileLogin({ codes, lines }),
];
const begin = (options: Parameters<typeof talk>[1] = {}): Talk => talk(all, { menu: ['due'], ...options });
const texts = async (said: Promise<readonly { text: string }[]>): Promise<string[]> => (await said).map(({ text }) => text);
const last = async (said: Promise<readonly { text: string }[]>): Promise<string | undefined> => (await texts(said)).at(-1);

test('contract and document are enough for what is due, and a code to the phone on file for the rest', async () => {
  const chat = begin();
  const [question] = await chat.say('cuánto debo');
  expect(question?.cards?.[0]?.picture?.path).toBe('/static/shared/bills/bill-gt.svg');
  await chat.say('10002040');
  expect(await last(chat.say('2083 77158 0108'))).toBe('due of 10002040 at 1');
  expect(counted).toEqual(['10002040 2083771580108', 'right']);
  expect(await texts(chat.say('detalle'))).toEqual(['Para eso mando un código al celular que termina en 04. ¿Lo envío?']);
  const [code] = await texts(chat.tap('Enviar código'));
  expect(code).toContain('al celular que termina en 04');
  expect(code).not.toContain('5555');
  expect(await texts(chat.say('123456'))).toEqual(['Listo, ya puedo mostrarte tu cuenta.', 'details of 10002040 at 2']);
  expect(await texts(chat.say('cuánto debo'))).toEqual(['due of 10002040 at 2']);
});

describe('"shall I send it?"', () => {
  const offered = async (language: 'es' | 'en' = 'es'): Promise<Talk> => {
    const chat = begin({ home: { contract: '10002040', level: 1 } });
    await chat.arrive({ kind: 'language', language });
    await chat.say(language === 'es' ? 'detalle' : 'details');
    expect(sent).toEqual([]);
    return chat;
  };

  test.each(['envíalo', 'envíelo por favor', 'mandalo', 'mándeme el código', 'sí, mándamelo', 'manda el codigo'])(
    'is answered by "%s"',
    async (words) => {
      expect(await last((await offered()).say(words))).toContain('al celular que termina en 04');
      expect(sent).toEqual(['login 50255550104']);
    },
  );

  test.each(['send it', 'yes, send it', 'please send it', 'send me the code'])('is answered by "%s"', async (words) => {
    expect(await last((await offered('en')).say(words))).toContain('Type it here');
    expect(sent).toEqual(['login 50255550104']);
  });

  test.each(['no lo mandes', 'no lo envíe todavía', 'mándalo al otro número', 'manda mi factura', "don't send it", 'send it to my other phone'])(
    'is not answered by "%s"',
    async (words) => {
      await (await offered()).say(words);
      expect(sent).toEqual([]);
    },
  );
});

test.each(['no me lo sé', 'lo tiene mi mamá'])('"%s", asked for the document: whose it has to be, and a person', async (words) => {
  const chat = begin();
  await chat.say('cuánto debo');
  await chat.say('10002040');
  const [said] = await chat.say(words);
  expect(said).toMatchObject({
    text: 'Tiene que ser el DPI del titular: pídeselo, y aquí sigo. Sin él, una persona te atiende.',
    choices: [{ id: 'go:agent' }],
  });
  expect(await last(chat.say('2083 77158 0108'))).toBe('due of 10002040 at 1');
});

test('"for your mobile or your home?" may be answered with the number: it is not asked again', async () => {
  const mobile = begin();
  expect(await texts(mobile.say('mi factura'))).toEqual(['¿De tu celular o de tu casa?']);
  expect(await last(mobile.say('es el 5555-0104'))).toContain('Te mando un código por SMS al 5555-0104');
  expect(await last(mobile.say('123456'))).toBe('bill of mobile 50255550104 at 2');
  const home = begin();
  await home.say('mi factura');
  expect(await last(home.say('10002040'))).toContain('Ahora escribe el DPI del titular');
  expect(await last(home.say('2083 77158 0108'))).toBe('bill of home 10002040 at 1');
  const other = begin();
  await other.say('mi factura');
  expect(await last(other.say('no sé'))).toContain('¿Es por tu línea de celular, o por el internet');
  expect(await last(other.say('del celular'))).toContain('¿Qué número reviso?');
  for (const words of ['no sé mi número', 'nose', 'no me acuerdo']) {
    const [way] = await other.say(words);
    expect(way?.text).toMatch(/^No hay problema\. Llama desde esa línea/);
    expect(way?.choices?.map(({ id }) => id)).toEqual(['go:agent', 'go:menu']);
  }
});

test('a number that is no longer theirs gets no code, and a way on', async () => {
  const chat = begin({ home: { contract: '10002040', level: 1 } });
  await chat.say('detalle');
  const [way] = await chat.tap('Ya no es mi número');
  expect(way?.text).toContain('una persona confirma que eres el titular');
  expect(sent).toEqual([]);
});

test('a phone on file that was reported stolen gets no code either: whoever has it would read it', async () => {
  stolen = true;
  const chat = begin({ home: { contract: '10002040', level: 1 } });
  const [way] = await chat.say('detalle');
  expect(way?.text).toBe('Ahora no puedo mandar códigos al celular que termina en 04. Una persona te atiende, o una tienda con tu documento.');
  expect([way?.choices?.map(({ id }) => id), sent]).toEqual([['go:agent', 'go:stores'], []]);
});

test('back to the question and on again: the code that was sent is asked for, no other one is', async () => {
  const chat = begin({ home: { contract: '10002040', level: 1 } });
  await chat.say('detalle');
  await chat.tap('Enviar código');
  refusal = { status: 'wait', until: chat.now + 30_000, open: { challenge: 'first', promised: chat.now + 3 * MINUTE, again: chat.now + 30_000 } };
  await chat.say('atrás');
  const asks = (await last(chat.tap('Enviar código')))?.replaceAll('\u00a0', ' ');
  expect(asks).toMatch(/^Ya mandé un código por SMS al celular que termina en 04\. Escríbelo aquí antes de las 2:23/);
  expect(chat.posted).toHaveLength(1);
});

test('what must be fresh asks for a new code after five minutes, with limits of its own; what was answered is kept', async () => {
  const chat = begin({ home: { contract: '10002040', level: 2 } });
  expect(await texts(chat.say('mi wifi'))).toEqual(['¿Clave?']);
  chat.now += 5 * MINUTE + 1;
  expect(await last(chat.say('secreta1'))).toContain('al celular que termina en 04. ¿Lo envío?');
  await chat.tap('Enviar código');
  expect(sent).toEqual(['step-up 50255550104']);
  expect(await last(chat.say('123456'))).toBe('¿Clave?');
  expect(await texts(chat.say('secreta2'))).toEqual(['wifi secreta2']);
});

test('a session ends after half an hour without a word: contract and document again', async () => {
  const chat = begin({ home: { contract: '10002040', level: 2 } });
  chat.now += 30 * MINUTE;
  expect(await last(chat.say('detalle'))).toContain('Escríbeme el número de contrato');
});

test('unknown contract and wrong document sound alike, and are counted alike', async () => {
  const tried = async (contract: string, document: string): Promise<string> => {
    const chat = begin();
    await chat.say('cuánto debo');
    await chat.say(contract);
    return JSON.stringify(await chat.say(document)).replace(/"question":"[^"]*"/g, '');
  };
  const unknown = await tried('10009999', '2083 77158 0108');
  expect(await tried('10002040', '1773 09466 1601')).toBe(unknown);
  expect(counted).toEqual(['10009999 2083771580108', '10002040 1773094661601']);
  expect(unknown).toContain('No encontré una cuenta con esos dos datos.');
});

test('who must wait hears until when and who can help; a typing error is not counted', async () => {
  const chat = begin();
  await chat.say('cuánto debo');
  await chat.say('10002040');
  expect(await last(chat.say('2083 77159 0108'))).toContain('Ese DPI tiene un número equivocado.');
  expect(counted).toEqual([]);
  full = chat.now + 15 * MINUTE;
  const [wait] = await chat.say('2083 77158 0108');
  expect(wait?.text).toMatch(/Puedes probar otra vez a las\s2:35/);
  expect(wait?.choices?.map(({ id }) => id)).toEqual(['go:agent', 'go:menu']);
});

test('a bill may be of the mobile or of the home: asked once, and after that the one that was spoken of', async () => {
  const chat = begin();
  expect(await texts(chat.say('mi factura'))).toEqual(['¿De tu celular o de tu casa?']);
  expect(await last(chat.say('la del internet de la casa'))).toContain('Escríbeme el número de contrato');
  await chat.say('10002040');
  expect(await last(chat.say('2083771580108'))).toBe('bill of home 10002040 at 1');
  expect(await texts(chat.say('mi factura'))).toEqual(['bill of home 10002040 at 1']);
  const mobile = begin({ mobile: '50255550104' });
  expect(await texts(mobile.say('mi factura'))).toEqual(['bill of mobile 50255550104 at 2']);
});

test('fourteen contracts: pages, names for who typed a code, another one, and one signed out', async () => {
  const chat = begin({ home: { contract: '10009001', level: 2, contracts: MANY } });
  const [first] = await chat.say('mis contratos');
  expect(first?.choices?.map(({ label }) => label)).toEqual(['Bodega 2', 'Bodega 3', 'Bodega 4', 'Bodega 5', 'Bodega 6', 'Bodega 7', 'Ver más']);
  await chat.tap('Ver más');
  expect(await texts(chat.tap('Bodega 9'))).toEqual(['Listo. Ahora hablamos del contrato Bodega 9, que termina en 9009.']);
  expect(await texts(chat.say('cuánto debo'))).toEqual(['due of 10009009 at 2']);
  await chat.say('mis contratos');
  await chat.tap('Ver más');
  await chat.tap('Ver más');
  expect(await last(chat.tap('Cerrar este'))).toContain('cerré el contrato Bodega 9');
  const known = begin({ home: { contract: '10009001', level: 1, contracts: MANY } });
  const [masked] = await known.say('mis contratos');
  expect(JSON.stringify(masked?.choices)).not.toContain('Bodega');
});

test('"salir" signs the home out too', async () => {
  const chat = begin({ home: { contract: '10002040', level: 2 } });
  expect(await last(chat.say('salir'))).toContain('cerré tu sesión');
  expect(await last(chat.say('detalle'))).toContain('Escríbeme el número de contrato');
});

test.each([
  ['GT', 'el DPI del titular'],
  ['HN', 'el DNI (identidad) del titular'],
  ['BO', 'el carnet (CI) del titular'],
  ['PY', 'el número de cédula (CI) del titular'],
  ['CO', 'el número de cédula del titular'],
  ['CR', 'el número de cédula del titular'],
] as const)('in %s the document is asked for as people say it: %s', async (code, called) => {
  const chat = begin({ country: countryOf(code) });
  await chat.say('cuánto debo');
  expect(await last(chat.say('300418'))).toContain(called);
});
