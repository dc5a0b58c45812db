import { skill } from '../../src/dialogs/engine/skill';
import { ConversationRecord } from '../../src/dialogs/engine/record';
import { originOf } from '../../src/dialogs/origin';
import { readServiceHours } from '../../src/domain/cases/hours';
import type { CaseOrigin } from '../../src/domain/cases/record';
import { countryOf } from '../../src/domain/countries';
import { catalog } from '../../src/domain/texts';
import type { NewCase } from '../../src/integrations/cases/port';
import type { Case } from '../../src/state/cases';
import { tagsFor } from '../../src/wiring/case-desk';
import { transcriptFile } from '../../src/wiring/transcript';
import { talk } from '../support/talk';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-20T18:00:00Z');
const country = countryOf('GT');
const origin: CaseOrigin = {
  ...{
    conversation: 'messenger:1',
    channel: 'messenger',
    country: 'GT',
    language: 'es',
    form: 'tu',
    level: 2,
    lines: ['50255550103'],
    contracts: [],
  },
  ...{ mood: 'calm', asked: 0, marks: [], contactMode: 'chat', tried: [], articles: [], turns: [], account: {}, operations: [] },
};
const what: NewCase = { topic: 'modem', reason: 'failed_flow', summary: 'El módem no vuelve', facts: {}, promised: '' };

describe('what agents find a case by', () => {
  const tagsOf = (one: Partial<NewCase>, before: readonly Pick<Case, 'topic' | 'at'>[], now = NOON): Promise<string[]> => {
    const hours = readServiceHours('mo-su 07:00-22:00; holidays 07:00-22:00') ?? { days: [], holiday: undefined };
    return tagsFor({ book: { of: async () => before as Case[] }, hours, country, clock: () => now })({ ...what, ...one }, origin);
  };

  test.each<[string, Partial<NewCase>, Pick<Case, 'topic' | 'at'>[], string[]]>([
    ['nobody was here before', {}, [], []],
    ['the same was a case two days ago', {}, [{ topic: 'modem', at: NOON - 48 * HOUR }], ['recontacto_72h']],
    ['it was four days ago', {}, [{ topic: 'modem', at: NOON - 96 * HOUR }], []],
    ['the case before is of this very visit', {}, [{ topic: 'modem', at: NOON - HOUR / 4 }], []],
    ['the case before was about something else', {}, [{ topic: 'invoices', at: NOON - 48 * HOUR }], []],
    [
      'a person is wanted, whatever for',
      { topic: 'agent', tags: ['no_service'] },
      [{ topic: 'invoices', at: NOON - 2 * HOUR }],
      ['no_service', 'recontacto_72h'],
    ],
  ])('%s', async (_, one, before, tags) => expect(await tagsOf(one, before)).toEqual(tags));

  test('out of hours it says so, whichever skill opened it', async () => {
    expect(await tagsOf({}, [], NOON + 12 * HOUR)).toEqual(['fuera_de_horario']);
  });
});

describe('the conversation as a file', () => {
  const named = catalog({ title: 'saldo', button: 'Saldo' }, { title: 'balance', button: 'Balance' });
  const balance = skill('balances', named)
    .hears({ es: ['saldo'], en: ['balance'] })
    .does(async ({ say }) => say('Tienes Q5.00.'));
  const noLog = { read: async () => ({ rows: [], last: 0 }) };

  test('where no log is kept it is what the conversation remembers: more than the note shows, without numbers of people', async () => {
    const chat = talk([balance], { menu: ['balances'] });
    for (let turn = 1; turn <= 40; turn++) await chat.say(turn === 20 ? 'mi número es 5555-0103' : turn % 2 === 0 ? 'saldo' : `gracias ${turn}`);
    const record = ConversationRecord.parse(JSON.parse(chat.state ?? ''));
    const { turns } = originOf({ conversation: 'messenger:1', country, now: chat.now, record });
    expect(turns).toHaveLength(30);
    const file = await transcriptFile(noLog, 'Alba')({ conversation: 'messenger:1', turns });
    const lines = Buffer.from(file?.bytes ?? [])
      .toString('utf8')
      .split('\n');
    expect(lines[0]).toBe('Conversación con el asistente de Alba, últimos turnos. > cliente, < asistente. Horas en UTC.');
    expect(lines.filter((line) => line.includes(' > '))).toHaveLength(31); // and the legend
    expect(lines.find((line) => line.includes('mi número'))).toMatch(/^\S+Z > mi número es …0103$/);
    expect(lines.at(-2)).toMatch(/^\S+Z < Tienes Q5\.00\./);
  });

  test('of nothing there is no file', async () => {
    expect(await transcriptFile(noLog, 'Alba')({ conversation: 'messenger:1', turns: [] })).toBeUndefined();
  });
});
