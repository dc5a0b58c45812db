import { deskOf } from '../../src/dialogs/engine/flow';
import type * as roots from '../../src/dialogs/root';
import { startWorld } from '../support/app';
import { openChat } from '../support/chat';

jest.mock('../../src/dialogs/root', () => {
  const real = jest.requireActual<typeof roots>('../../src/dialogs/root');
  const root: typeof roots.root = (parts) => {
    const ear = real.root(parts);
    const hear: roots.Root['hear'] = async (context, arrival) => {
      if (deskOf(context).conversation.startsWith('rehearsal:')) throw new Error('a first use that goes wrong');
      return ear.hear(context, arrival);
    };
    return { hear };
  };
  return { ...real, root };
});

test('a rehearsal that fails is said, and customers are served all the same', async () => {
  const written: string[] = [];
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((line) => (written.push(String(line)), true));
  const world = await startWorld({ LOG_LEVEL: 'info' });
  try {
    expect(written.filter((line) => line.includes('"rehearsal.failed"'))).toHaveLength(1);
    expect((await fetch(`${world.url}/readyz`)).status).toBe(200);
    await (await openChat(world.url, world.codeOf)).play('> hola\n< …');
  } finally {
    await world.close();
    out.mockRestore();
  }
});
