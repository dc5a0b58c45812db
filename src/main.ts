import './loading';
import { createApp } from './app';
import { BadConfig, readConfig } from './config';
import { logger } from './observability/log';
import { carryByPromises } from './observability/trace';
import type { Vitals } from './observability/vitals';

const EXIT = { badConfig: 78, failed: 1 } as const; // 78: EX_CONFIG of sysexits.h
/** From SIGTERM to the end, at most, ms: Kubernetes gives 30 s, five of which are its own. */
const LEAVE_MS = 24_000;
/** What closing takes beyond its grace: requests, the last spans. */
const CLOSING_MS = 4_500;
/** The first version of Node whose `AsyncLocalStorage` costs next to nothing. */
const NODE_THAT_CARRIES = 24;

/** The process: reads the configuration, builds the bot, listens, and lets go of nothing when it is told to stop. */
async function main(): Promise<void> {
  if (Number.parseInt(process.versions.node, 10) < NODE_THAT_CARRIES) carryByPromises();
  const config = readConfig(process.env);
  const log = logger(config.LOG_LEVEL);
  const app = await createApp(config, log, Date.now, { vitals });
  const { port } = await app.listen();
  log.info({ event: 'listening', port, url: config.publicUrl });

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    log.info({ event: 'stopping' });
    setTimeout(() => process.exit(EXIT.failed), LEAVE_MS).unref();
    void app.close(LEAVE_MS - CLOSING_MS - config.drainDelayMs).then(
      () => process.exit(0),
      () => process.exit(EXIT.failed),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('unhandledRejection', (error) => {
    log.error({ event: 'unhandled', error });
  });
}

const began = Date.now() - performance.now();
const vitals = (): Vitals => {
  const { user, system } = process.cpuUsage(); // in µs
  return { memory: process.memoryUsage.rss(), cpu: (user + system) / 1e6, handles: process.getActiveResourcesInfo().length, began };
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof BadConfig ? error.message : String(error)}\n`);
  process.exit(error instanceof BadConfig ? EXIT.badConfig : EXIT.failed);
});
