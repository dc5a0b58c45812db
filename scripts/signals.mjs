import { complain, say } from './terminal.mjs';

/** One Ctrl-C may come twice: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 500;
const ORPHAN_CHECK_MS = 250;

/** `asked` resolves at the first signal, and `now` tells whether there was one; a second one, later, ends everything at once. */
export function stopOnSignals(started) {
  let first = 0;
  const { promise: asked, resolve } = deferred();
  const heard = () => {
    const now = performance.now();
    if (first === 0) {
      first = now;
      say('\nStopping … (Ctrl-C again: at once)');
      resolve();
    } else if (now - first > SAME_PRESS_MS) {
      complain('Ended at once.');
      for (const each of started) each.kill();
      process.exit(1);
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, heard);
  const orphaned = whenOrphaned(heard);
  const done = () => {
    clearInterval(orphaned);
    for (const signal of signals) process.off(signal, heard);
  };
  return { asked, now: () => first > 0, done };
}

/** npm passes a SIGTERM on to its shell, which dies of it without telling us: then our parent is another. */
function whenOrphaned(heard) {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    heard();
  };
  const watch = setInterval(look, ORPHAN_CHECK_MS);
  if (!process.env.npm_lifecycle_event) clearInterval(watch);
  return watch.unref();
}

function deferred() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}
