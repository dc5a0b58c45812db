import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const ROOT = resolve(__dirname, '..');
const LATER = /botframework-connector|@azure\/|node_modules\/axios|restify\/lib\/plugins\/body|zod\/v4\/locales\/es\.cjs/;

/** What a process says that has read how to load, and then does `what`: there are no indexes of that kind in a test's own. */
function process(what: string): Promise<unknown> {
  const program = `require('./src/loading'); const loaded = (of) => Object.keys(require.cache).filter((file) => of.test(file));
    Promise.resolve((${what})()).then((said) => console.log(JSON.stringify(said)));`;
  const args = ['--require', join(ROOT, 'test/support/register.cjs'), '--eval', program];
  return new Promise((done, fail) => {
    execFile(globalThis.process.execPath, args, { cwd: ROOT }, (error, stdout) =>
      error ? fail(new Error(error.message)) : done(JSON.parse(stdout)),
    );
  });
}

test('a bot without an application id is read without clouds, without handlers that are not its own, and in its own languages', async () => {
  expect(await process(`() => { require('./src/app'); return loaded(${String(LATER)}); }`)).toEqual([]);
});

test.each(['botbuilder-core', 'restify/lib/plugins', 'zod/v4/locales'])(
  '%s is whole for who asks for all of it, and made of the same',
  async (of) => {
    const said = await process(`() => {
    const first = require('${of}');
    const some = ['TurnContext', 'BotAdapter', 'pre', 'es'].map((name) => [name, first[name]]);
    const names = Object.keys(first);
    const whole = require('${of}');
    const others = names.filter((name) => first[name] !== whole[name]);
    return { names: names.length, same: names.sort().join() === Object.keys(whole).sort().join(), isFirst: whole === first, others };
  }`);
    const { names, ...more } = z.object({ names: z.number() }).loose().parse(said);
    expect(names).toBeGreaterThan(20);
    expect(more).toEqual({ same: true, isFirst: false, others: [] });
  },
);

test("an adapter of Microsoft's cloud is an adapter of the same kind as ours", async () => {
  const said = await process(`() => {
    const { BotAdapter } = require('botbuilder-core');
    const { lightAdapter } = require('./src/channels/light-adapter');
    const { DialogSet } = require('botbuilder-dialogs/lib/dialogSet');
    lightAdapter();
    const { CloudAdapter, TurnContext } = require('botbuilder');
    return [CloudAdapter.prototype instanceof BotAdapter, TurnContext === require('botbuilder-core/lib/turnContext').TurnContext, typeof DialogSet];
  }`);
  expect(said).toEqual([true, true, 'function']);
});

test('what is loaded late by the name of its built file is found where nothing is built', async () => {
  expect(await process(`() => require.resolve('./src/channels/botframework/connector.js')`)).toBe(
    join(ROOT, 'src/channels/botframework/connector.ts'),
  );
});
