/** Loaded into every measured server, ours and peers alike: answers the bench's questions about the process it sits in, over Node's IPC. */
const { monitorEventLoopDelay } = require('node:perf_hooks');

const RESOLUTION_MS = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

const answers = {
  cpu: () => process.cpuUsage(),
  memory: () => {
    if (globalThis.gc) globalThis.gc();
    return process.memoryUsage();
  },
  handles: () => process.getActiveResourcesInfo().length,
  /** Longest time that the event loop was late since it was asked last, ms. */
  late: () => {
    const ms = Math.max(0, delay.max / 1e6 - RESOLUTION_MS);
    delay.reset();
    return ms;
  },
};

process.on('message', ({ id, ask }) => process.send({ id, answer: answers[ask]?.() }));
process.channel?.unref();
