import { photo } from '../../src/dialogs/care/photo';
import { ticket } from '../../src/dialogs/care/ticket';
import { readServiceHours } from '../../src/domain/cases/hours';
import type { CaseDesk } from '../../src/integrations/cases/port';
import { talk, type Talk } from '../support/talk';

const hours = readServiceHours('mo-su 00:00-24:00') ?? { days: [], holiday: undefined };
const OPENED = 'abrir un caso: la recarga de Q10 de ayer no entró, comprobante PV-1';
const FILE = { id: 'f1', name: 'recibo.jpg', contentType: 'image/jpeg', bytes: 10 };
const MINUTE = 60_000;

interface Desk {
  readonly chat: Talk;
  readonly added: { text: string; files: number }[];
  readonly sends: (text: string) => Promise<string[]>;
}
function desk(): Desk {
  const added: Desk['added'] = [];
  const caseDesk: CaseDesk = {
    mine: async () => [],
    add: async (_, __, { text, files = [] }) => (added.push({ text, files: files.length }), true),
  };
  const cases = { open: async () => ({ reference: 'C-4TT8M', number: '10551' }) };
  const chat = talk([ticket({ cases, caseDesk, hours, door: () => undefined }), photo({ caseDesk })], { menu: ['ticket'] });
  const sends = async (text: string): Promise<string[]> =>
    (await chat.arrive({ kind: 'said', text, attachments: [FILE] })).map((message) => message.text);
  return { chat, added, sends };
}

test.each(['aquí está el recibo', 'mire esta foto', 'quiero poner un reclamo con esta foto'])(
  'a photo goes to the case that was just opened, with the words beside it (%s)',
  async (words) => {
    const { chat, added, sends } = desk();
    await chat.say(OPENED);
    expect(await sends(words)).toEqual(['Gracias. La agregué al caso 10551.']);
    expect(added).toEqual([{ text: words, files: 1 }]);
  },
);

test('a photo whose words say nothing waits for its case, and is not searched for in the help center', async () => {
  const { chat, added, sends } = desk();
  expect(await sends('mire usted esta foto')).toEqual(['Gracias. No leo fotos todavía, pero la guardo para su caso. ¿Qué pasó?']);
  await chat.say(OPENED);
  chat.now += 61 * MINUTE;
  expect(await sends('mire usted esta otra')).toEqual(['Gracias. No leo fotos todavía, pero la guardo para su caso. ¿Qué pasó?']);
  expect(added).toEqual([]);
});

test('words beside a photo that ask for something are heard, where no case waits for it', async () => {
  const { sends } = desk();
  expect(await sends('abrir un caso')).toEqual([expect.stringContaining('en una frase qué pasó')]);
});

describe('on a channel that keeps its files to itself', () => {
  const left = { kind: 'said', text: '', attachments: [{ ...FILE, unkept: true, seen: true }] } as const;

  test('whoever has the case is told to look there', async () => {
    const { chat, added } = desk();
    await chat.say(OPENED);
    const said = await chat.arrive({ ...left, attachments: [...left.attachments] });
    expect(said.map(({ text }) => text)).toEqual([
      'No puedo copiar fotos de este chat, pero anoté en el caso 10551 que la mandaste aquí, para que la vean.',
    ]);
    expect(added).toEqual([{ text: expect.stringContaining('se ve en la conversación'), files: 0 }]);
  });

  test.each(['image/png', 'video/*', 'text/html'])('what nobody sees there either is promised to nobody (%s)', async (contentType) => {
    const { chat, added } = desk();
    await chat.say(OPENED);
    const said = await chat.arrive({ kind: 'said', text: '', attachments: [{ ...FILE, contentType, unkept: true }] });
    expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('no leo fotos')]);
    expect(added).toEqual([]);
  });

  test('where no case waits for it nothing is promised', async () => {
    const { chat, added } = desk();
    const said = await chat.arrive({ ...left, attachments: [...left.attachments] });
    expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('no leo fotos')]);
    expect(added).toEqual([]);
  });
});
