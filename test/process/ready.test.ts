import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../support/redis';

/** What a process says that waits for a server which never answers, until something else has ended the wait. */
async function waiting(url: string): Promise<string> {
  const program = `
    import { ready } from './scripts/ready.mjs';
    let looks = 0;
    await ready(['${url}', '${url}'], () => ++looks > 3);
    console.log('over after', looks);
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd: resolve(__dirname, '../..') });
  return stdout.trim();
}

test('a start that has failed ends, and does not look on for a bot that is gone', async () => {
  expect(await waiting(`http://127.0.0.1:${await freePort()}/readyz`)).toBe('over after 5');
});
