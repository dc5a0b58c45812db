import { SHARDS } from './keys';
import type { Mailbox } from './mailbox';

/** Finds conversations that nobody looks after: left by a dead process, back from a pause, or rung by a timer. */
export interface Sweeper {
  /** Looks once through all shards. */
  sweep(): Promise<void>;
  /** Looks every `everyMs`, until {@link Sweeper.stop}. */
  start(everyMs: number): void;
  stop(): void;
}

/**
 * @param take claims and runs one conversation
 * @param isFull true when this process has enough to do: the rest is left to others
 */
export function sweeper({
  mailbox,
  take,
  isFull,
  failed,
}: {
  mailbox: Pick<Mailbox, 'overdue'>;
  take: (conversation: string) => Promise<void>;
  isFull: () => boolean;
  failed: (error: unknown) => void;
}): Sweeper {
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  const sweep = async (): Promise<void> => {
    const found = await Promise.all(Array.from({ length: SHARDS }, (_, shard) => mailbox.overdue(shard)));
    for (const conversation of shuffled(found.flat())) {
      if (isFull()) return;
      await take(conversation);
    }
  };
  const tick = async (everyMs: number): Promise<void> => {
    await sweep().catch(failed);
    // Spread, so that processes started together do not look together.
    if (isRunning) timer = setTimeout(() => void tick(everyMs), everyMs * (0.75 + Math.random() / 2)).unref();
  };
  return {
    sweep,
    start(everyMs) {
      if (isRunning) return;
      isRunning = true;
      void tick(everyMs);
    },
    stop() {
      isRunning = false;
      clearTimeout(timer);
    },
  };
}

/** Every conversation is as likely to be taken as any other, also when there are more than one process can take. */
function shuffled<T>(all: readonly T[]): T[] {
  const drawn = all.map((each) => ({ each, at: Math.random() }));
  return drawn.sort((a, b) => a.at - b.at).map(({ each }) => each);
}
