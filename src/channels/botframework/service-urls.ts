/**
 * One place that replies may go to: `https://smba.trafficmanager.net`, `https://*.botframework.com` (its subdomains of any depth),
 * `http://127.0.0.1:5000`, `http://localhost:*` (any port).
 */
export const SERVICE_URL = /^(https?):\/\/(\*\.)?([a-z\d](?:[a-z\d.-]*[a-z\d])?)(?::(\d{1,5}|\*))?$/;

/** Where Azure's channels listen, all of them under names that nobody else can register. */
export const AZURE_SERVICE_URLS: readonly string[] = ['https://*.botframework.com', 'https://smba.trafficmanager.net'];

/** A name, or four numbers: no brackets, no empty label. */
const HOST = /^[a-z\d-]+(\.[a-z\d-]+)*$/;
/** Longest service URL, in characters. */
const URL_CHARACTERS = 500;

/** Whether replies may be sent there. Every URL is read as `fetch` reads it, so there is no second opinion about its host. */
export type MaySend = (url: string) => boolean;

/** @param allowed as {@link SERVICE_URL} says; anything else in it allows nothing */
export function serviceUrls(allowed: readonly string[]): MaySend {
  const rules = allowed.flatMap((entry) => {
    const [, scheme, wild, host = '', port = ''] = SERVICE_URL.exec(entry) ?? [];
    return scheme ? [{ protocol: `${scheme}:`, wild: wild !== undefined, host, port: port === DEFAULT_PORTS[scheme] ? '' : port }] : [];
  });
  return (text) => {
    // A parser forgives white space, control characters and backslashes; a channel never writes them.
    if (text.length > URL_CHARACTERS || !/^https?:\/\/[\x21-\x7e]+$/.test(text) || text.includes('\\') || !URL.canParse(text)) return false;
    const { protocol, hostname, port, username, password } = new URL(text);
    if (username || password || !HOST.test(hostname)) return false;
    return rules.some(
      (rule) =>
        rule.protocol === protocol &&
        (rule.wild ? hostname.endsWith(`.${rule.host}`) : hostname === rule.host) &&
        (rule.port === '*' || rule.port === port),
    );
  };
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { https: '443', http: '80' };
