import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';

type Encoding = 'br' | 'gz' | 'identity';

interface Asset {
  readonly type: string;
  readonly hash: string;
  readonly bodies: ReadonlyMap<Encoding, Buffer>;
}

/** The files a browser may load, read once at the start: what is not in the list does not exist, whatever a path looks like. */
export interface Assets {
  /** The address of a file with its content's hash, so that it may be kept for good. Throws when there is no such file. */
  readonly url: (path: string) => string;
  /** The text of a file, as it is sent. Throws when there is no such file. */
  readonly text: (path: string) => string;
  /** Answers GET and HEAD for a path such as `shared/base.css`; 404 when it is not in the list. */
  readonly send: (path: string, req: IncomingMessage, res: ServerResponse, headers: Readonly<Record<string, string>>) => void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const SUFFIX = { br: '.br', gz: '.gz' } as const;
const HASH_LENGTH = 20;
const FOR_GOOD = 'public, max-age=31536000, immutable';

const read = (file: string, type: string): Asset => {
  const plain = readFileSync(file);
  const bodies = new Map<Encoding, Buffer>([['identity', plain]]);
  for (const encoding of ['br', 'gz'] as const) {
    if (existsSync(file + SUFFIX[encoding])) bodies.set(encoding, readFileSync(file + SUFFIX[encoding]));
  }
  return { type, hash: createHash('sha256').update(plain).digest('base64url').slice(0, HASH_LENGTH), bodies };
};

const list = (dir: string): Map<string, Asset> => {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const found = new Map<string, Asset>();
  for (const entry of files) {
    const file = join(entry.parentPath, entry.name);
    const type = TYPES[extname(file)];
    if (type) found.set(relative(dir, file).split(sep).join('/'), read(file, type));
  }
  return found;
};

/** Does `header` (Accept-Encoding) take this coding? A weight of 0 is a no. */
const takes = (header: string, coding: string): boolean => {
  const entry = header
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .find((part) => part === coding || part.startsWith(`${coding};`));
  return entry !== undefined && !/;\s*q=0(\.0+)?$/.test(entry);
};

const choose = (asset: Asset, accepted: string): { coding: Encoding; body: Buffer } => {
  const coding = (['br', 'gz'] as const).find((name) => asset.bodies.has(name) && takes(accepted, name === 'gz' ? 'gzip' : name)) ?? 'identity';
  return { coding, body: asset.bodies.get(coding) ?? Buffer.alloc(0) };
};

const isFresh = (req: IncomingMessage, etag: string): boolean =>
  (req.headers['if-none-match'] ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === etag);

const answer = (asset: Asset, req: IncomingMessage, res: ServerResponse, headers: Readonly<Record<string, string>>): void => {
  const { coding, body } = choose(asset, String(req.headers['accept-encoding'] ?? ''));
  const etag = `"${asset.hash}${coding === 'identity' ? '' : `-${coding}`}"`;
  const asked = new URL(req.url ?? '/', 'http://local').searchParams.get('v');
  const common = { ...headers, ETag: etag, Vary: 'Accept-Encoding', 'Cache-Control': asked === asset.hash ? FOR_GOOD : 'no-cache' };
  if (isFresh(req, etag)) {
    res.writeHead(304, common);
    res.end();
    return;
  }
  const encoded = coding === 'identity' ? {} : { 'Content-Encoding': coding === 'gz' ? 'gzip' : coding };
  res.writeHead(200, { ...common, ...encoded, 'Content-Type': asset.type, 'Content-Length': body.length });
  res.end(req.method === 'HEAD' ? undefined : body);
};

/**
 * Reads every file under `dir` with a known type, and its `.br` and `.gz` neighbours where the build made them.
 *
 * @throws when `dir` cannot be read: a server without its pages must not start
 */
export const openAssets = (dir: string): Assets => {
  const files = list(dir);
  const need = (path: string): Asset => {
    const asset = files.get(path);
    if (!asset) throw new Error(`No such file to serve: ${path}`);
    return asset;
  };
  return {
    url: (path) => `/static/${path}?v=${need(path).hash}`,
    text: (path) => String(need(path).bodies.get('identity')),
    send: (path, req, res, headers) => {
      const asset = files.get(path);
      if (asset) return answer(asset, req, res, headers);
      res.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' });
      res.end(req.method === 'HEAD' ? undefined : 'Not found\n');
    },
  };
};
