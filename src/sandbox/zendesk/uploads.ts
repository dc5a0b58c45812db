import { randomBytes } from 'node:crypto';
import { json, plain, type Call, type Family, type Reply, type Route } from '../http/reply';
import { failure, invalid } from './access';
import type { ServiceDesk } from './desk';
import { baseOf, rest } from './rest';
import { fileJson } from './wire';

/** What a file's name must end in, by what it says it is. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  'image/png': /\.png$/i,
  'image/jpeg': /\.jpe?g$/i,
  'image/gif': /\.gif$/i,
  'image/webp': /\.webp$/i,
  'application/pdf': /\.pdf$/i,
  'text/plain': /\.(txt|log)$/i,
};
const OWN_LINE = { 'content-security-policy': "default-src 'none'; sandbox", 'content-disposition': 'attachment' };

/** `POST /uploads?filename=…&token=…`: the raw bytes, and a token for the comment that takes them. */
export function uploadRoutes(desk: ServiceDesk): Route[] {
  return rest('POST', '/uploads', (call) => {
    const name = call.query.get('filename') ?? '';
    const contentType = (call.headers['content-type'] ?? 'application/binary').split(';')[0]?.trim() ?? '';
    if (name === '') return failure(400, 'A filename is needed.');
    if (call.body.length === 0) return invalid('base', 'the file is empty');
    if (ENDINGS[contentType]?.test(name) === false) return invalid('base', 'the extension does not fit the content type');
    const at = desk.now();
    const size = call.body.length;
    const file = desk.put({ kind: 'file', id: desk.nextId('file'), at, name, contentType, size, base64: call.body.toString('base64') });
    const token = call.query.get('token');
    const before = desk.all('upload').find((upload) => upload.token === token);
    const fresh = { kind: 'upload', id: desk.nextId('upload'), at, token: randomBytes(18).toString('base64url'), files: [] } as const;
    const upload = desk.put({ ...(before ?? fresh), files: [...(before?.files ?? []), file.id] });
    const attachment = fileJson(file, baseOf(call));
    return json(201, {
      upload: { token: upload.token, expires_at: new Date(at + 3 * 86_400_000).toISOString(), attachment, attachments: [attachment] },
    });
  });
}

/** Where links of attachments lead: whoever has the address may read the file, and a browser saves it. */
export const attachments = (desk: ServiceDesk): Family => ({
  prefix: '/attachments/',
  failure: (status, message) => plain(status, message),
  routes: [{ method: 'GET', path: '/attachments/:id/:name', handle: (call) => content(desk, call) }],
});

function content(desk: ServiceDesk, { params }: Call): Reply {
  const file = desk.get('file', Number(params['id']));
  if (!file) return plain(404, 'There is no such file.');
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.contentType);
  const headers = { 'content-type': isPicture ? file.contentType : 'application/octet-stream', ...OWN_LINE };
  return { status: 200, headers, body: Buffer.from(file.base64, 'base64') };
}
