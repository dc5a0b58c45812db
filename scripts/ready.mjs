import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DATA, Stop } from './terminal.mjs';

const READY_MS = 60_000;
const ANSWER_MS = 2_000;
const PAUSE_MS = 50;

/**
 * Waits until each of them answers.
 *
 * @param isOver whether nobody waits any more: looking on would keep this process from ending
 * @throws Stop naming the first that does not answer in time
 */
export async function ready(urls, isOver) {
  const end = Date.now() + READY_MS;
  for (const url of urls) {
    while (!isOver() && !(await answersOk(url))) {
      if (Date.now() > end) throw new Stop(`${url} was not ready within ${READY_MS / 1000} s; the logs are in ${join(DATA, 'log')}.`);
      await sleep(PAUSE_MS);
    }
  }
}

const answersOk = (url) =>
  fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) }).then(
    (answer) => answer.ok,
    () => false,
  );
