import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from 'restify';
import { z } from 'zod';
import { refuse } from '../../http/errors';

/** Of a manifest only what depends on where it is served; the rest is passed on as it is written. */
const Manifest = z.looseObject({ endpoints: z.array(z.looseObject({})).min(1), privacyUrl: z.string().optional() });
const FOLDER = 'manifests';

/**
 * `GET /manifests/<name>`: what other bots read to call this one, with this bot's own address and application in it. For everybody: it tells nothing
 * that a caller's first request would not. @throws at once when a manifest is malformed or missing
 */
export function skillManifests(server: Server, { assetsDir, origin, appId }: { assetsDir: string; origin: string; appId: string }): void {
  const folder = join(assetsDir, FOLDER);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const bodies = new Map(files.map((name) => [name, filled(readFileSync(join(folder, name), 'utf8'), origin, appId)]));
  server.get('/manifests/:name', async (request, response) => {
    const body = bodies.get(z.object({ name: z.string() }).parse(request.params).name);
    if (body === undefined) throw refuse(404, 'NotFound', 'There is no such manifest.');
    response.sendRaw(200, body, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, max-age=300' });
  });
}

function filled(text: string, origin: string, appId: string): string {
  const { endpoints, privacyUrl, ...rest } = Manifest.parse(JSON.parse(text));
  const own = endpoints.slice(0, 1).map((endpoint) => ({ ...endpoint, endpointUrl: `${origin}/api/messages`, msAppId: appId }));
  return JSON.stringify({ ...rest, ...(privacyUrl !== undefined && { privacyUrl: new URL(privacyUrl, origin).href }), endpoints: own }, null, 2);
}
