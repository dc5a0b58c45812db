import nock from 'nock';
import { keepFile } from '../../../src/channels/messenger/files';
import type { StoredFile } from '../../../src/channels/webchat/upload';
import { onlyNock } from '../../integrations/parts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const CDN = 'https://scontent.xx.fbcdn.net';

onlyNock();

async function kept(url: string, hosts = ['fbcdn.net', '127.0.0.1:3979']): Promise<StoredFile | undefined> {
  let file: StoredFile | undefined;
  const files = { put: async (_: string, __: string, one: StoredFile) => void (file = one), get: async () => undefined };
  await keepFile({ hosts, files, report: () => undefined }, 'fb:c', { id: 'x', name: 'image', url });
  return file;
}

test('a picture of Meta’s is kept', async () => {
  nock(CDN).get('/v/1.png').reply(200, PNG, { 'content-type': 'image/png' });
  expect(await kept(`${CDN}/v/1.png`)).toEqual({ name: 'image.png', contentType: 'image/png', bytes: PNG });
});

test.each([
  ['another host', 'https://evil.example/x.png'],
  ['a host that only ends so', 'https://evilfbcdn.net/x.png'],
  ['a name and a password', 'https://fbcdn.net@evil.example/x.png'],
  ['plain http', 'http://scontent.xx.fbcdn.net/x.png'],
  ['this machine', 'http://127.0.0.1:6379/'],
  ['a file of this machine', 'file:///etc/passwd'],
  ['no address', 'x'],
])('nothing is asked of %s', async (_, url) => expect(await kept(url)).toBeUndefined());

test.each<[string, number, nock.Body, Record<string, string>]>([
  ['redirects elsewhere', 302, '', { location: 'http://169.254.169.254/' }],
  ['is not there', 404, '', {}],
  ['is a page', 200, '<html>', { 'content-type': 'text/html' }],
  ['is no picture', 200, '<html>', { 'content-type': 'image/png' }],
  ['is too large', 200, Buffer.alloc(6 * 1024 * 1024, 1), { 'content-type': 'image/png' }],
])('what %s is not kept', async (_, status, body, headers) => {
  nock(CDN).get('/x').reply(status, body, headers);
  expect(await kept(`${CDN}/x`)).toBeUndefined();
});
