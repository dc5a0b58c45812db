import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { refuse, type Refusal } from './errors';

/** A body of any route but uploads, in bytes. */
export const BODY_BYTES = 256 * 1024;
/** Levels of arrays and objects in a JSON body; Web Chat sends about six. */
const JSON_DEPTH = 32;
/** What is still read (and thrown away) of a refused body, so that its sender gets to read the answer, in bytes. Then the connection ends. */
const DISCARD_BYTES = 64 * 1024 * 1024;
const JSON_TYPE = /^application\/(json|vnd\.microsoft\.activity(\+json)?)\s*(;|$)/i;

/**
 * Reads a body, counting while it comes: nothing beyond `most` bytes is ever kept.
 *
 * @throws Refusal 413 as soon as it is known to be too large, 415 for a compressed one, 400 when it breaks off
 */
export function readBody(req: IncomingMessage, most: number = BODY_BYTES): Promise<Buffer<ArrayBuffer>> {
  const { 'content-length': announced = '0', 'content-encoding': coding = 'identity' } = req.headers;
  if (coding !== 'identity') return Promise.reject(discard(req, refuse(415, 'UnsupportedMediaType', 'Compressed bodies are not accepted.')));
  const tooBig = (): Refusal => discard(req, refuse(413, 'MessageSizeTooBig', `The body may have ${most} bytes at most.`));
  if (Number(announced) > most) return Promise.reject(tooBig());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const keep = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= most) return void chunks.push(chunk);
      req.off('data', keep);
      chunks.length = 0;
      reject(tooBig());
    };
    const broken = (): void => reject(refuse(400, 'BadArgument', 'The body broke off.'));
    req.on('data', keep);
    req.once('end', () => {
      req.off('close', broken); // it comes after every request, and an error is made with its stack
      resolve(Buffer.concat(chunks, size));
    });
    req.once('error', broken);
    req.once('close', broken);
  });
}

/** Lets the rest of a refused body run into nothing; a client that goes on and on is cut off. */
function discard(req: IncomingMessage, refusal: Refusal): Refusal {
  let size = 0;
  req.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > DISCARD_BYTES) req.destroy();
  });
  req.on('error', () => {});
  return refusal;
}

/**
 * Reads a JSON body; undefined when there is none.
 *
 * @throws Refusal 413, 415 for another content type, 400 for what is no JSON, no UTF-8 or nested too deeply
 */
export async function readJson(req: IncomingMessage): Promise<unknown> {
  const type = req.headers['content-type'];
  if (type !== undefined && !JSON_TYPE.test(type)) throw discard(req, refuse(415, 'UnsupportedMediaType', 'The body must be application/json.'));
  const body = await readBody(req);
  if (body.length === 0) return undefined;
  if (type === undefined) throw refuse(415, 'UnsupportedMediaType', 'The body must be application/json.');
  return parseJson(body);
}

/** @throws Refusal 400 for what is no JSON, no UTF-8 or nested too deeply */
export function parseJson(body: Uint8Array): unknown {
  const text = textOf(body);
  if (isTooDeep(text)) throw refuse(400, 'BadArgument', `The JSON may have ${JSON_DEPTH} levels at most.`);
  try {
    return JSON.parse(text);
  } catch {
    throw refuse(400, 'BadArgument', 'The body is not JSON.');
  }
}

function textOf(body: Uint8Array): string {
  if (!isUtf8(body)) throw refuse(400, 'BadArgument', 'The body is not UTF-8.');
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Counts brackets outside strings, before anything is built from them. Every character is looked at once: what comes is hostile. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = endOfString(text, at);
    else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    if (depth > JSON_DEPTH) return true;
  }
  return false;
}

/** Where the string that begins at `from` ends; the end of the text when it never does. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
