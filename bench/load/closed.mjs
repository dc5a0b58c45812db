import { setTimeout as sleep } from 'node:timers/promises';

/** Closed loop: `workers` turns are always under way. @returns what was counted, with CPU of the server, between two looks at its clock */
export async function saturate({ crowd, server, workers, ms }) {
  let isOver = false;
  const all = Array.from({ length: workers }, async () => {
    while (!isOver) {
      const one = crowd.next();
      if (one) await crowd.turn(one);
      else await sleep(1);
    }
  });
  await sleep(ms / 10);
  const before = await server.ask('cpu');
  crowd.take();
  const began = performance.now();
  await sleep(ms);
  const after = await server.ask('cpu');
  const took = performance.now() - began;
  const counted = crowd.take();
  isOver = true;
  await Promise.all(all);
  const rest = crowd.take();
  const cpuMs = (after.user - before.user + after.system - before.system) / 1_000;
  return {
    ...counted,
    errors: counted.errors + rest.errors,
    said: [...counted.said, ...rest.said],
    cpuPerTurn: cpuMs / counted.turns,
    perSecond: (counted.turns * 1_000) / took,
    used: cpuMs / took,
  };
}

/** Runs until `turns` more are done. */
export async function warm({ crowd, workers, turns }) {
  let left = turns;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (left > 0) {
        const one = crowd.next();
        if (!one) {
          await sleep(1);
          continue;
        }
        left--;
        await crowd.turn(one);
      }
    }),
  );
}
