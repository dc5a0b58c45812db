import { createCipheriv, createDecipheriv, hkdfSync, randomFillSync } from 'node:crypto';

/** What a sealed text is and where it belongs, e.g. conversation, kind, number. Moved anywhere else, it does not open. */
export type About = readonly (string | number)[];

/** AES-256-GCM with keys that change every week. */
export interface Vault {
  seal(plain: string, about: About): string;
  /** Throws when the text was altered, moved, or sealed under a master secret that is gone. */
  open(sealed: string, about: About): string;
}

/** Bytes of a master secret. */
export const MASTER_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const DAY_MS = 24 * 3_600_000;
/** Keys kept at hand: the current one, last week's, and room for texts that waited longer. */
const KEYS_AT_HAND = 16;

/**
 * Keys are derived (HKDF-SHA256) from a master secret and the ISO week, so a new one begins every Monday 00:00 UTC with nothing
 * stored anywhere: IVs are random, and a key must be replaced before 2^32 seals (NIST SP 800-38D, 8.3).
 *
 * @param masters of 32 bytes each: the first one seals, all of them open. To change the master, put the new one in front and drop
 *   the old one when what it sealed has expired. Throws when there is none, or one of another length.
 * @param now clock, Unix ms
 */
export function vault(masters: readonly Buffer[], now: () => number = Date.now): Vault {
  if (!masters.length || masters.some(({ length }) => length !== MASTER_BYTES)) throw new Error(`a master secret has ${MASTER_BYTES} bytes`);
  const byId = new Map(masters.map((master) => [idOf(master), master]));
  const [current = ''] = byId.keys();
  const keys = new Map<string, Buffer>();

  const keyOf = (id: string): Buffer => {
    const known = keys.get(id);
    if (known) return known;
    const [name = '', week = ''] = id.split('.');
    const master = byId.get(name);
    if (!master) throw new Error('sealed under a master secret that is gone');
    if (keys.size >= KEYS_AT_HAND) keys.clear();
    const key = derive(master, `seal ${week}`, 32);
    keys.set(id, key);
    return key;
  };

  return {
    seal(plain, about) {
      const id = `${current}.${weekOf(now())}`;
      const iv = freshIv();
      const cipher = createCipheriv('aes-256-gcm', keyOf(id), iv).setAAD(aad(about));
      const body = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${id}.${body.toString('base64')}`;
    },
    open(sealed, about) {
      const dot = sealed.lastIndexOf('.');
      const text = sealed.slice(dot + 1);
      const body = Buffer.from(text, 'base64');
      // Node reads base64 leniently; only the one spelling that we write is accepted.
      if (body.length < IV_BYTES + TAG_BYTES || body.toString('base64') !== text) throw new Error('not a sealed text');
      const options = { authTagLength: TAG_BYTES };
      const decipher = createDecipheriv('aes-256-gcm', keyOf(sealed.slice(0, dot)), body.subarray(0, IV_BYTES), options);
      decipher.setAAD(aad(about)).setAuthTag(body.subarray(-TAG_BYTES));
      return decipher.update(body.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}

/** Texts kept by {@link rememberingLog}: what some dozens of turns said. */
const AT_HAND = 256;

/**
 * The same vault, which keeps at hand the replies that it sealed last: whoever reads a log reads most of it a moment after it was written, often in
 * the same process. Whatever else is sealed is not kept, least of all what customers write: codes and passwords are among it.
 */
export function rememberingLog({ seal, open }: Vault): Vault {
  const last = new Map<string, { readonly plain: string; readonly about: About }>();
  return {
    seal(plain, about) {
      const sealed = seal(plain, about);
      if (about[1] !== 'reply') return sealed;
      last.set(sealed, { plain, about });
      for (const oldest of last.keys()) {
        if (last.size <= AT_HAND) break;
        last.delete(oldest);
      }
      return sealed;
    },
    open(sealed, about) {
      const known = last.get(sealed);
      return known && isSame(known.about, about) ? known.plain : open(sealed, about);
    },
  };
}

const isSame = (one: About, other: About): boolean => one.length === other.length && one.every((part, index) => part === other[index]);

const derive = (master: Buffer, purpose: string, bytes: number): Buffer => Buffer.from(hkdfSync('sha256', master, '', purpose, bytes));
/** Names a master without saying anything about it. */
const idOf = (master: Buffer): string => derive(master, 'id', 4).toString('hex');
/** ISO weeks since the one that began on Monday, 29 December 1969: the epoch was a Thursday. */
const weekOf = (ms: number): number => Math.floor((ms + 3 * DAY_MS) / (7 * DAY_MS));
const aad = (about: About): Buffer => Buffer.from(JSON.stringify(about));

const pool = Buffer.alloc(IV_BYTES * 256);
let used = pool.length;
/** 256 IVs for the price of one call into the kernel's generator. */
function freshIv(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += IV_BYTES;
  return Buffer.from(pool.subarray(used - IV_BYTES, used));
}
