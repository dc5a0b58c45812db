import type { Call, Family, Route } from './reply';

export type Match =
  | { readonly kind: 'route'; readonly family: Family; readonly route: Route; readonly params: Call['params'] }
  /** The path exists, the method does not. */
  | { readonly kind: 'method'; readonly family: Family; readonly allow: string }
  | { readonly kind: 'none'; readonly family: Family };

/** Finds the route of a request. The last family takes what no other prefix claims; HEAD is answered as GET. */
export function matcher(families: readonly Family[]): (method: string, path: string) => Match {
  const last = families.at(-1);
  if (last === undefined) throw new Error('no routes');
  return (method, path) => {
    const family = families.find((candidate) => path.startsWith(candidate.prefix)) ?? last;
    const found = family.routes.flatMap((route) => {
      const params = fit(route.path, path);
      return params === undefined ? [] : [{ route, params }];
    });
    const hit = found.find(({ route }) => route.method === (method === 'HEAD' ? 'GET' : method));
    if (hit !== undefined) return { kind: 'route', family, ...hit };
    if (found.length > 0) return { kind: 'method', family, allow: found.map(({ route }) => route.method).join(', ') };
    return { kind: 'none', family };
  };
}

/** Doubled slashes count as one: some clients join a base path that ends in one with a path that begins with one. */
const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

function fit(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = partsOf(pattern);
  const given = partsOf(path);
  const open = wanted.at(-1) === '*';
  if (open ? given.length < wanted.length : given.length !== wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index];
    if (part === '*') params['rest'] = given.slice(index).join('/');
    else if (part.startsWith(':')) params[part.slice(1)] = value ?? '';
    else if (part !== value) return undefined;
  }
  return params;
}
