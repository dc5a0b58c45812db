import { createServer } from 'node:http';
import { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { connector } from '../../../src/channels/botframework/connector';
import { AZURE_SERVICE_URLS, serviceUrls } from '../../../src/channels/botframework/service-urls';
import { activityOf, fakeCredentials, postTo, startBotWorld, type BotWorld } from '../../support/bot-framework';
import { APP_ID, channelClaims, closed, listening, sign } from '../../support/tokens';

const HOSTILE = [
  ...['http://169.254.169.254/latest/meta-data/', 'https://169.254.169.254/', 'https://[fd00:ec2::254]/', 'http://metadata.google.internal/'],
  ...[
    'https://100.100.100.200/',
    'http://127.0.0.1/',
    'https://127.0.0.1/',
    'http://127.0.0.1:6379/',
    'http://127.1/',
    'http://0x7f.1/',
    'https://0x7f.1/',
  ],
  ...[
    'http://0177.0.0.1/',
    'http://2130706433/',
    'https://2130706433/',
    'http://0/',
    'http://0.0.0.0/',
    'http://[::1]/',
    'https://[::ffff:127.0.0.1]/',
  ],
  ...['http://[::ffff:7f00:1]/', 'http://localhost/', 'https://localhost./', 'https://10.0.0.1/', 'https://192.168.1.1/', 'https://redis:6379/'],
  ...[
    'https://smba.trafficmanager.net@evil.example/',
    'https://smba.trafficmanager.net:x@127.0.0.1/',
    'https://evil.example#@smba.trafficmanager.net/',
  ],
  ...[
    'https://evil.example?smba.trafficmanager.net',
    'https://evil.example\\@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net\\.evil.example/',
  ],
  ...['https://smba.trafficmanager.net.evil.example/', 'https://evil-smba.trafficmanager.net/', 'https://other.trafficmanager.net/'],
  ...[
    'https://botframework.com.evil.example/',
    'https://evilbotframework.com/',
    'https://botframework.com/',
    'https://x.botframework.com@evil.example/',
  ],
  ...['https://user@webchat.botframework.com/', 'https://user:password@webchat.botframework.com/', 'http://webchat.botframework.com/'],
  ...['https://webchat.botframework.com:8443/', 'https://webchat.botframework.com./', 'https://webchat.botframework。com.evil.example/'],
  ...[
    'https://ⓦebchat.botframework.com/',
    'https:webchat.botframework.com',
    '//webchat.botframework.com/',
    'webchat.botframework.com',
    'https:///evil.example',
  ],
  ...[
    ' https://webchat.botframework.com/',
    'https://webchat.botframework.com/\r\nHost: evil.example',
    'https://webchat.botframework.com/\t',
    'https://a b/',
  ],
  ...['file:///etc/passwd', 'ftp://webchat.botframework.com/', 'gopher://127.0.0.1:6379/_FLUSHALL', 'data:text/html,x', 'javascript:alert(1)'],
  ...['urn:botframework:websocket:1', 'wss://webchat.botframework.com/', 'unix:/var/run/docker.sock', 'http+unix://%2Fvar%2Frun%2Fdocker.sock/'],
  ...[
    'https://%31%36%39.254.169.254/',
    'https://１６９.254.169.254/',
    'https://*.botframework.com/',
    'https://.botframework.com/',
    'https://',
    '',
    '/',
  ],
  `https://webchat.botframework.com/${'a'.repeat(600)}`,
];

/** Places inside, and names that only look like Azure's, with every scheme and port. */
const MADE = [
  ...[
    '127.0.0.1',
    '127.0.0.1.nip.io',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.0.10',
    '169.254.169.254',
    '0x7f000001',
    '017700000001',
    '[::ffff:169.254.169.254]',
  ],
  ...[
    '[::ffff:a9fe:a9fe]',
    '[64:ff9b::7f00:1]',
    '[fe80::1]',
    'localhost',
    'localhost.localdomain',
    'redis',
    'kubernetes.default.svc',
    'instance-data',
  ],
  ...['botframework.com', 'botframework.com.', 'xbotframework.com', 'webchat.botframework.com.evil.example', 'smba.trafficmanager.net.evil.example'],
].flatMap((host) => ['http', 'https'].flatMap((scheme) => ['', ':443', ':6379', ':8080'].map((port) => `${scheme}://${host}${port}/v3`)));

test('nor is any of more than 200 in all', () => {
  const all = [...HOSTILE, ...MADE];
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter(serviceUrls(AZURE_SERVICE_URLS))).toEqual([]);
});

test.each(HOSTILE)('%j is no place for replies', (url) => {
  expect(serviceUrls(AZURE_SERVICE_URLS)(url)).toBe(false);
});

test.each([
  'https://smba.trafficmanager.net/amer/',
  'https://webchat.botframework.com/',
  'https://a.b.botframework.com',
  'https://WEBCHAT.BotFramework.com:443/x',
])('%s is one', (url) => expect(serviceUrls(AZURE_SERVICE_URLS)(url)).toBe(true));

test('a list says what it says: ports, any port, and nothing for what is no entry', () => {
  const some = serviceUrls(['http://127.0.0.1:5000', 'http://localhost:*', 'https://*', 'nonsense', 'ftp://host']);
  expect(['http://127.0.0.1:5000/x', 'http://localhost:1/', 'http://localhost/'].map(some)).toEqual([true, true, true]);
  expect(['http://127.0.0.1:5001/', 'https://evil.example/', 'https://nonsense/', 'ftp://host/'].map(some)).toEqual([false, false, false, false]);
});

describe('nothing leaves for anywhere else', () => {
  let bot: BotWorld;
  const reached: unknown[] = [];
  const trap = createServer((request, response) => {
    reached.push(request.url);
    response.end('{}');
  });
  beforeAll(async () => void (bot = await startBotWorld()));
  afterAll(() => Promise.all([bot.close(), closed(trap)]));

  /** How many sockets were opened while `act` ran; those of the bot's own, which may work in the background, left out. */
  const socketsOf = async (act: () => Promise<unknown>): Promise<number> => {
    const hook = jest.spyOn(Socket.prototype, 'connect');
    const own = [bot.world.sandbox.url, bot.world.url, bot.keys.url].map((url) => Number(new URL(url).port)).concat(bot.world.redis.port);
    const portOf = ([first]: readonly unknown[]): number => Number(z.looseObject({ port: z.unknown() }).parse([first].flat()[0]).port);
    try {
      await act();
      return hook.mock.calls.filter((call) => !own.includes(portOf(call))).length;
    } finally {
      hook.mockRestore();
    }
  };

  test('a signed activity with a hostile service URL is refused, and its conversation says nothing', async () => {
    const speak = async (serviceUrl: string): Promise<readonly [string, number]> => {
      const headers = { authorization: `Bearer ${sign(bot.keys.channel, channelClaims(serviceUrl))}` };
      const { status } = await postTo(bot.world.url, activityOf(bot.connector, randomUUID(), { text: 'hola', serviceUrl }), headers);
      return [serviceUrl, status];
    };
    const refused: (readonly [string, number])[] = [];
    const sockets = await socketsOf(async () => {
      for (const url of [...HOSTILE.filter(Boolean), ...MADE.filter((_, at) => at % 8 === 0)]) refused.push(await speak(url));
    });
    expect(refused.filter(([, status]) => status !== 400 && status !== 403)).toEqual([]);
    expect(sockets).toBe(0);
    expect(bot.connector.sendings).toEqual([]);
  });

  test('even where a hostile place was kept, no socket is opened to it', async () => {
    const own = {
      application: { type: 'MultiTenant', id: APP_ID, password: 'x' },
      credentials: fakeCredentials,
      maySend: serviceUrls([bot.connector.url]),
    } as const;
    const speak = connector(own);
    const place = {
      channelId: 'webchat',
      conversation: { id: 'c', isGroup: false, name: '', conversationType: '' },
      user: { id: 'u', name: '' },
      bot: { id: 'b', name: '' },
    };
    const hola = { type: 'message', text: 'hola' } as const;
    expect(await socketsOf(() => speak({ ...place, serviceUrl: bot.connector.url }, hola))).toBeGreaterThan(0); // the hook sees what leaves
    expect(
      await socketsOf(async () => {
        for (const serviceUrl of HOSTILE) expect(await speak({ ...place, serviceUrl }, hola)).toEqual({ gaveUp: 'the service URL is not allowed' });
      }),
    ).toBe(0);
    // Nor by the second door, right before the wire.
    const blind = connector({ ...own, maySend: once(serviceUrls([bot.connector.url])) });
    expect(await socketsOf(async () => void (await blind({ ...place, serviceUrl: 'http://127.0.0.1:6379' }, hola)))).toBe(0);
  });

  test('a redirect is not followed, and is given up', async () => {
    const trapUrl = await listening(trap);
    const chat = randomUUID();
    bot.connector.refuse({ status: 307, headers: { location: `${trapUrl}/stolen` } });
    await bot.post(activityOf(bot.connector, chat, { text: 'hola' }));
    await bot.post(activityOf(bot.connector, chat, { text: 'gracias' }));
    expect((await bot.connector.hear(chat, 1))[0]?.text).toContain('Con gusto');
    expect(reached).toEqual([]);
  });

  test('a file that a customer sends is not fetched', async () => {
    const trapped = createServer(() => reached.push('file'));
    const contentUrl = `${await listening(trapped)}/invoice.pdf`;
    const chat = randomUUID();
    await bot.post(
      activityOf(bot.connector, chat, { text: 'mira', attachments: [{ name: 'invoice.pdf', contentType: 'application/pdf', contentUrl }] }),
    );
    expect(await bot.connector.hear(chat, 1)).toHaveLength(1);
    expect(reached).toEqual([]);
    await closed(trapped);
  });
});

/** Says yes the first time, and what is true from then on. */
function once(maySend: (url: string) => boolean): (url: string) => boolean {
  let isFirst = true;
  return (url) => {
    if (!isFirst) return maySend(url);
    isFirst = false;
    return true;
  };
}
