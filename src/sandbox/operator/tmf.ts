import type { Books } from '../books';
import type { Clock } from '../clock';
import type { Call, Family, Reply } from '../http/reply';
import { catalogue } from './catalogue';
import { tmfError } from './collection';
import { inventory } from './inventory';
import type { Tokens } from './oauth';
import { prepaidCore } from './prepaid';

/** The operator's TM Forum v4 interfaces, behind a bearer token. */
export function tmForum(books: Books, clock: Clock, tokens: Tokens): Family {
  return {
    prefix: '/tmf-api/',
    routes: [...prepaidCore(books, clock), ...inventory(clock), ...catalogue(clock)],
    guard: (call) => guard(call, tokens),
    failure: tmfError,
  };
}

function guard(call: Call, tokens: Tokens): Reply | undefined {
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(call.headers.authorization ?? '')?.[1];
  if (token !== undefined && tokens.valid(token)) return undefined;
  return tmfError(401, 'A valid bearer token is needed.', { 'www-authenticate': 'Bearer realm="sandbox"' });
}
