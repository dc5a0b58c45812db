import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { BackendFailure } from '../../domain/failure';
import { exchange, jsonOf, type Fetch } from '../../integrations/http/exchange';
import type { Sent } from '../../state/outbox';
import type { Reference } from './references';
import type { Spoken } from './render';
import type { MaySend } from './service-urls';

type Authentication = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
/** What the SDK gets our outbound tokens from; undefined: MSAL, with the bot's own secret. */
export type Credentials = NonNullable<Authentication[1]>;
type HttpClient = NonNullable<NonNullable<Authentication[4]>['httpClient']>;
type Request = Parameters<HttpClient['sendRequest']>[0];
type Response = Awaited<ReturnType<HttpClient['sendRequest']>>;

/** The bot's application, as Azure knows it. */
export interface Application {
  readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  readonly id: string;
  readonly password?: string | undefined;
  readonly tenant?: string | undefined;
}

export interface ConnectorParts {
  readonly application: Application;
  readonly credentials?: Credentials | undefined;
  readonly maySend: MaySend;
  readonly fetch?: Fetch;
}

/** Says one activity into a conversation, through the SDK's adapter. Never throws. */
export type Speak = (reference: Reference, activity: Spoken) => Promise<Sent>;

/** For one sending, ms. Two of them end within the lease of the right to send. */
const DEADLINE_MS = 4_500;
/** Longest pause that a channel may ask for, ms. */
const PAUSE_MS = 120_000;
/** Clients kept: one for each service URL and audience. */
const CLIENTS = 200;
/** Refusals that pass: slow down, a token that has just run out, a conversation that is being changed. */
const PASSING: readonly number[] = [401, 408, 412, 425, 429];

/** Why an activity is not there, on its way out through the SDK. Not an error of the SDK's own, so its pipeline does not try again: the outbox does. */
class Undelivered extends Error {
  override readonly name = 'Undelivered';
  constructor(readonly sent: Exclude<Sent, 'delivered'>) {
    super('not delivered');
  }
}

/** The SDK's CloudAdapter, as the way out. It never sees a request that came in. */
export function connector(parts: ConnectorParts): Speak {
  const { id, type, password = '', tenant = '' } = parts.application;
  const settings = { MicrosoftAppId: id, MicrosoftAppType: type, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenant };
  const adapter = new CloudAdapter(new KeptClients(settings, parts.credentials, undefined, undefined, { httpClient: httpClient(parts) }));
  return async ({ audience, ...reference }, activity) => {
    if (!parts.maySend(reference.serviceUrl)) return { gaveUp: 'the service URL is not allowed' };
    try {
      await adapter.continueConversationAsync(id, reference, audience ?? BOT_CONNECTOR, async (context) => {
        Reflect.deleteProperty(context.activity, 'id'); // made up by the SDK; we would answer what nobody said
        await context.sendActivity({ ...activity });
      });
      return 'delivered';
    } catch (error) {
      // Of anybody else's error only its kind is told: what it says may quote a secret.
      return error instanceof Undelivered ? error.sent : { retry: `before sending: ${error instanceof Error ? error.name : 'unknown'}` };
    }
  };
}

const BOT_CONNECTOR = 'https://api.botframework.com';

type Identity = Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0];
type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type Client = ReturnType<Factory['create']>;

/** The SDK builds two clients anew for every turn; here they are built once for each place that replies go to. */
class KeptClients extends ConfigurationBotFrameworkAuthentication {
  private readonly clients = new Map<string, Client>();
  private tokens: ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']> | undefined;

  override createConnectorFactory(identity: Identity): Factory {
    return {
      create: (serviceUrl, audience) =>
        this.kept(`${audience} ${serviceUrl}`, () => super.createConnectorFactory(identity).create(serviceUrl, audience)),
    };
  }

  override createUserTokenClient(identity: Identity) {
    return (this.tokens ??= super.createUserTokenClient(identity));
  }

  private kept(name: string, create: () => Client): Client {
    const client = this.clients.get(name) ?? create();
    this.clients.delete(name);
    this.clients.set(name, client);
    client.catch(() => this.clients.delete(name));
    const [oldest] = this.clients.keys();
    if (this.clients.size > CLIENTS && oldest !== undefined) this.clients.delete(oldest);
    return client;
  }
}

/** The SDK's requests by the built-in `fetch`: its pool of connections, a deadline, no redirects, and nowhere but where replies may go. */
const httpClient = ({ maySend, fetch }: ConnectorParts): HttpClient => ({
  sendRequest: async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'POST' || !maySend(url.origin)) throw new Undelivered({ gaveUp: 'the service URL is not allowed' });
    const outgoing = { method: 'POST', url, headers: request.headers.rawHeaders(), body: String(request.body) } as const;
    const answer = await exchange('connector', outgoing, AbortSignal.timeout(DEADLINE_MS), fetch).catch((error: unknown) => {
      throw new Undelivered(failure(error));
    });
    if (answer.status < 200 || answer.status >= 300) throw new Undelivered(refusal(answer.status, answer.headers.get('retry-after')));
    return accepted(request, answer.body);
  },
});

function failure(error: unknown): Exclude<Sent, 'delivered'> {
  if (!(error instanceof BackendFailure)) return { retry: 'no answer' };
  return error.kind === 'contract' ? { gaveUp: 'an answer that is none' } : { retry: error.kind };
}

function refusal(status: number, retryAfter: string | null): Exclude<Sent, 'delivered'> {
  if (status < 500 && !PASSING.includes(status)) return { gaveUp: `status ${status}` };
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : undefined;
  return { retry: `status ${status}`, ...(seconds !== undefined && { afterMs: Math.min(seconds * 1_000, PAUSE_MS) }) };
}

/** Taken is taken: a body that the SDK could not read must not make it look like a failure, and the reply go out twice. */
function accepted(request: Request, body: string): Response {
  const headers = request.headers.clone();
  for (const name of headers.headerNames()) headers.remove(name);
  headers.set('content-type', 'application/json');
  const read = jsonOf(body);
  const id = typeof read === 'object' && read !== null && 'id' in read && typeof read.id === 'string' ? read.id : '';
  return { request, headers, status: 200, bodyAsText: JSON.stringify({ id }) };
}
