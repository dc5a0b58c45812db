import type { z } from 'zod';
import type { Call, Reply, Route } from '../http/reply';
import { refusal } from './guard';

/** A control that shows something. */
export const get = (path: string, handle: Route['handle']): Route => ({ method: 'GET', path, handle });
/** A control that changes something. */
export const post = (path: string, handle: Route['handle']): Route => ({ method: 'POST', path, handle });

/** Hands the body (of a POST, JSON) or the query (of a GET) to `handle` once it is what `schema` says; else a 400 that names what is not. */
export function reading<T>(schema: z.ZodType<T>, handle: (value: T, call: Call) => Reply): Route['handle'] {
  return (call) => {
    const given = call.method === 'POST' ? parseJson(call) : Object.fromEntries(call.query);
    const read = schema.safeParse(given);
    if (read.success) return handle(read.data, call);
    const issues = read.error.issues.slice(0, 10).map(({ path, message }) => ({ path: path.join('.'), message }));
    return refusal(400, 'The request is not what this route takes.', issues);
  };
}

/** An empty body counts as `{}`, what is no JSON as nothing. */
function parseJson({ body }: Call): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
