import { inspect } from 'node:util';

/** Errors of ours, whose messages are words of ours: they never quote what came from outside. */
const OWN = new Set(['BackendFailure', 'BrokenFlow', 'BadConfig', 'Refusal']);
const FRAMES = 4;
/** A frame in our own code: function, and file from `src` or `dist` on. */
const FRAME = /^\s+at (?:(?:async )?([\w.<>[\] ]{1,60}) \()?.*?[/\\](?:src|dist)[/\\]([\w./\\-]{1,80}:\d+):\d+\)?$/;
const NAME = /^[A-Z]\w{0,40}$/;
/** Codes of Node and OpenSSL, and the first words of Redis' answers. A customer may write capitals too, so it is a list. */
const CODE =
  /\b(E(?:CONN(?:REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|ADDRINUSE|ADDRNOTAVAIL|ACCES|NOENT|MFILE|NOSPC|XECABORT)|ERR_[A-Z_]{3,40}|UND_ERR_[A-Z_]{3,30}|OOM|READONLY|LOADING|NOAUTH|WRONGPASS|NOPERM|MISCONF|CLUSTERDOWN|MOVED|CROSSSLOT|NOSCRIPT|BUSY|MASTERDOWN|NOREPLICAS|UNKILLABLE)\b/;
const SMALL = /^[a-z]+( [a-z]+| \d{1,3}){0,5}$/;
/** Sentences of ioredis about a Redis that is away. */
const AWAY = /^(Connection is closed|Command timed out|Stream isn't writeable|Reached the max retries)/;

/**
 * What a log may say of an error: its name, a known code, and where in our own code it happened. Never its message, unless it is one of ours:
 * a parser's message quotes what it could not parse, and that may be a customer's words.
 */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? faultOfText(error) : inspect(error, { depth: 0 }).slice(0, 60);
  const code = codeOf(error);
  const what = OWN.has(error.name) ? `${error.name}: ${error.message}` : `${NAME.test(error.name) ? error.name : 'Error'}${code && ` ${code}`}`;
  const where = framesOf(error.stack ?? '');
  const why = error.cause instanceof Error ? ` because of ${OWN.has(error.name) ? reasonOf(error.cause) : faultOf(error.cause)}` : '';
  return `${what}${where && ` at ${where}`}${why}`;
}

/** The cause of an error of ours is a sentence of ours. */
const reasonOf = (cause: Error): string => (cause.name === 'Error' ? cause.message : faultOf(cause));

/** `String(error)`: the name is kept, and a code if there is one. A few small words without a colon are ours: `status 429`, `blocked`. */
function faultOfText(text: string): string {
  const [, times, rest] = /^(\d+ times: )(.*)$/.exec(text) ?? [];
  if (times !== undefined) return times + faultOfText(rest ?? '');
  if (SMALL.test(text)) return text;
  const [name = ''] = text.split(':', 1);
  const known = CODE.exec(text)?.[1] ?? AWAY.exec(text.slice(name.length + 2))?.[1];
  if (OWN.has(name)) return text.slice(0, 200);
  return NAME.test(name) ? `${name}${known ? ` ${known}` : ''}` : (known ?? 'Error');
}

function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string' && /^[A-Z][A-Z\d_]{1,40}$/.test(error.code)) return error.code;
  return CODE.exec(error.message)?.[1] ?? AWAY.exec(error.message)?.[1] ?? '';
}

function framesOf(stack: string): string {
  const frames = stack.split('\n').flatMap((line) => {
    const [, what, where] = line.includes('node_modules') ? [] : (FRAME.exec(line) ?? []);
    return where === undefined ? [] : [what === undefined ? where : `${what} (${where})`];
  });
  return frames.slice(0, FRAMES).join(' < ');
}
