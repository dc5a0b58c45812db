import { json, type Call, type Reply } from '../http/reply';
import { sameSecret } from '../http/secret';

/** The API user of the stand-in: `user/token:secret` as HTTP Basic. Without a token nobody is an agent. */
export interface ZendeskAccess {
  readonly zendeskUser?: string;
  readonly zendeskToken?: string;
}

/** Whether a call carries the API user's token. */
export function isAgent({ headers }: Call, { zendeskUser, zendeskToken }: ZendeskAccess): boolean {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (basic === undefined || !zendeskUser || !zendeskToken) return false;
  return sameSecret(Buffer.from(basic, 'base64').toString('utf8'), `${zendeskUser}/token:${zendeskToken}`);
}

const NAMES: Readonly<Record<number, string>> = { 404: 'RecordNotFound', 409: 'Conflict', 429: 'TooManyRequests', 503: 'ServiceUnavailable' };

/** An error as the REST API of Zendesk writes it. */
export function failure(status: number, message: string): Reply {
  return json(status, status === 401 ? { error: message } : { error: NAMES[status] ?? 'InvalidRequest', description: message });
}

/** 422 with what is wrong, field by field. */
export const invalid = (field: string, description: string): Reply =>
  json(422, { error: 'RecordInvalid', description: 'Record validation errors', details: { [field]: [{ description: `${field}: ${description}` }] } });

export const notFound = (): Reply => failure(404, 'Not found');
