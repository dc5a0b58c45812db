import { createApp } from './app';
import { BadConfig, readConfig } from './config';
import { logger } from './observability/log';

const EXIT = { badConfig: 78, failed: 1 } as const; // 78: EX_CONFIG of sysexits.h
const DRAIN_MS = 18_000; // Kubernetes gives 30 s, five of which are its own

/** The process: reads the configuration, builds the bot, listens, and lets go of nothing when it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = logger(config.LOG_LEVEL);
  const app = await createApp(config, log);
  const { port } = await app.listen();
  log.info({ event: 'listening', port, url: config.publicUrl });

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    log.info({ event: 'stopping' });
    setTimeout(() => process.exit(EXIT.failed), DRAIN_MS + 4_000).unref();
    void app.close(DRAIN_MS).then(
      () => process.exit(0),
      () => process.exit(EXIT.failed),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('unhandledRejection', (error) => {
    log.error({ event: 'unhandled', error: String(error) });
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof BadConfig ? error.message : String(error)}\n`);
  process.exit(error instanceof BadConfig ? EXIT.badConfig : EXIT.failed);
});
