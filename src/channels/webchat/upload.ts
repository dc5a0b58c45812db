import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { withoutCards } from '../../domain/cards';
import { BODY_BYTES, parseJson, readBody } from '../../http/body';
import { refuse } from '../../http/errors';
import type { Attached } from '../said';

/** What one message may carry. */
export const UPLOAD = { fileBytes: 5 * 1024 * 1024, files: 3 } as const;
/** Files, the activity, and what multipart adds. */
const BODY_MOST = UPLOAD.files * UPLOAD.fileBytes + 2 * BODY_BYTES;
/** Uploads read at the same time by this process: about 130 MB of memory at worst. */
const AT_ONCE = 8;
const NAME_CHARACTERS = 100;
/** What may stand before a part's content: a name and a type. */
const HEAD_BYTES = 8 * 1024;

/** First bytes by which each accepted kind is known, whatever its sender calls it. */
const KINDS: readonly (readonly [type: string, magic: Buffer])[] = [
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['application/pdf', Buffer.from('%PDF-')],
];

/** A customer's file, checked. */
export interface StoredFile {
  readonly name: string;
  /** image/jpeg, image/png or application/pdf; the content is that, too. */
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Where customers' files wait for whoever needs them. They belong to one conversation, and are forgotten after a time. */
export interface Files {
  /** The same id again replaces the same file. Throws while the store is away. */
  put(conversation: string, id: string, file: StoredFile): Promise<void>;
  get(conversation: string, id: string): Promise<StoredFile | undefined>;
}

export interface Upload {
  /** What came beside the files: an activity, or undefined for a single file. */
  readonly activity: unknown;
  readonly files: readonly StoredFile[];
}

/** Reads uploads, as many at a time as memory allows; the others get a 503, which the client shows as "send again". */
export function uploadReader(): (req: IncomingMessage) => Promise<Upload> {
  let reading = 0;
  return async (req) => {
    if (reading >= AT_ONCE) throw refuse(503, 'ServiceUnavailable', 'Too many files are being sent. Please try again.', { 'Retry-After': '5' });
    reading += 1;
    try {
      return await read(req);
    } finally {
      reading -= 1;
    }
  };
}

/** Names a file by its owner and content, so that a repeated upload is the same file. */
export const attachedOf = (user: string, { name, contentType, bytes }: StoredFile): Attached => ({
  id: createHash('sha256').update(user).update(bytes).digest('base64url').slice(0, 22),
  name,
  contentType,
  bytes: bytes.length,
});

async function read(req: IncomingMessage): Promise<Upload> {
  const type = req.headers['content-type'] ?? '';
  const boundary = /^multipart\/form-data\s*;.*boundary=("?)([^";\\\s]{1,70})\1/i.exec(type)?.[2];
  if (boundary !== undefined) return multipart(await readBody(req, BODY_MOST), boundary);
  if (!/^(image\/(jpe?g|png)|application\/pdf)\s*(;|$)/i.test(type)) throw unsupported();
  const name = /filename="?([^";]+)"?/i.exec(req.headers['content-disposition'] ?? '')?.[1];
  if (!new URL(req.url ?? '', 'http://x').searchParams.get('userId')) throw refuse(400, 'BadArgument', 'A single file needs userId.');
  const bytes = await readBody(req, UPLOAD.fileBytes);
  return { activity: undefined, files: [checked(name, type, bytes)] };
}

async function multipart(body: Buffer<ArrayBuffer>, boundary: string): Promise<Upload> {
  demandFewParts(body, boundary);
  // The type as the client wrote it may name two boundaries, or one with a backslash: it would be counted as one, and read as another.
  const headers = { 'content-type': `multipart/form-data; boundary="${boundary}"` };
  const form = await new Response(body, { headers }).formData().catch(() => undefined);
  if (!form) throw malformed();
  const files = form.getAll('file').filter((part) => typeof part !== 'string');
  if (!files.length) throw refuse(400, 'BadArgument', 'The upload has no file.');
  if (files.length > UPLOAD.files) throw tooMany();
  const activity = form.get('activity');
  const json = typeof activity === 'string' ? Buffer.from(activity) : Buffer.from((await activity?.arrayBuffer()) ?? new ArrayBuffer(0));
  if (json.length > BODY_BYTES) throw refuse(413, 'MessageSizeTooBig', `The activity may have ${BODY_BYTES} bytes at most.`);
  const stored = await Promise.all(files.map(async (file) => checked(file.name, file.type, Buffer.from(await file.arrayBuffer()))));
  return { activity: json.length ? parseJson(json) : undefined, files: stored };
}

/**
 * Looked at before anything is built from it: a body can hold a hundred thousand empty parts, or one with a million headers.
 *
 * @throws Refusal 400
 */
function demandFewParts(body: Buffer, boundary: string): void {
  const line = `--${boundary}`;
  let parts = 0;
  for (let at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + line.length)) {
    const head = body.subarray(at + line.length, at + line.length + HEAD_BYTES);
    if (head.toString('latin1', 0, 2) === '--') return; // nothing is read behind the end
    parts += 1;
    if (parts > UPLOAD.files + 1) throw tooMany();
    if (!head.includes('\r\n\r\n')) throw malformed();
  }
}

const malformed = (): Error => refuse(400, 'BadArgument', 'The multipart body is malformed.');
const tooMany = (): Error => refuse(400, 'BadArgument', `A message may carry ${UPLOAD.files} files at most.`);
const unsupported = (): Error => refuse(415, 'UnsupportedMediaType', 'Only JPEG and PNG pictures and PDF files are accepted.');

/** A customer's file, as it may be kept. @throws Refusal unless the type is accepted, the content is of that type, and the size is within its limit */
export function checked(name: string | undefined, type: string, bytes: Buffer): StoredFile {
  const [plain = ''] = type.toLowerCase().split(';');
  const contentType = plain.trim().replace('image/jpg', 'image/jpeg');
  const magic = KINDS.find(([kind]) => kind === contentType)?.[1];
  if (!magic || !bytes.subarray(0, magic.length).equals(magic)) throw unsupported();
  if (bytes.length > UPLOAD.fileBytes) throw refuse(413, 'MessageSizeTooBig', `A file may have ${UPLOAD.fileBytes} bytes at most.`);
  return { name: fileName(name), contentType, bytes };
}

/** A name to show, never a path, and without the card number that a picture may be named by. What is far too long is not looked through. */
const fileName = (name = ''): string => {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).slice(0, 2 * NAME_CHARACTERS);
  return withoutCards(last.replace(/[\p{Cc}\p{Cf}]/gu, '')).text.slice(0, NAME_CHARACTERS) || 'file';
};
