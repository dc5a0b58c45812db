import { startSandbox, type TestSandbox } from '../support/sandbox';

/** JSON of an answer, as loosely as a test looks at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test asserts on whatever came
  readonly body: any;
}

export interface Client extends TestSandbox {
  get(path: string, init?: RequestInit): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** A GET below /tmf-api with a valid token. */
  tmf(path: string, headers?: Record<string, string>): Promise<Answer>;
  sendSms(parameters: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
}

export async function startClient(options: Parameters<typeof startSandbox>[0] = {}): Promise<Client> {
  const sandbox = await startSandbox(options);
  const { url, access } = sandbox;
  const get = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const answer = await fetch(url + path, init);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: jsonOr(text) };
  };
  const token = async (): Promise<string> => {
    const basic = Buffer.from(`${access.clientId}:${access.clientSecret}`).toString('base64');
    const body = new URLSearchParams({ grant_type: 'client_credentials' });
    const answer = await get('/oauth/token', { method: 'POST', headers: { authorization: `Basic ${basic}` }, body });
    return answer.body.access_token;
  };
  return {
    ...sandbox,
    get,
    post: (path, body, headers = {}) =>
      get(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }),
    tmf: async (path, headers = {}) => get(`/tmf-api${path}`, { headers: { authorization: `Bearer ${await token()}`, ...headers } }),
    sendSms: (parameters, headers = {}) => {
      const login = { username: access.smsUser, password: access.smsPassword, from: '2525' };
      return get(`/cgi-bin/sendsms?${new URLSearchParams({ ...login, ...parameters })}`, { headers });
    },
  };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
