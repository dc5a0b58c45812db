import type { Server } from 'restify';

/** `GET /healthz`: the process lives. `GET /readyz`: it can keep a message, so it may get some; 503 while it drains or Redis is away. */
export function health(server: Server, isReady: () => boolean): void {
  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'ok' });
  });
  server.get('/readyz', async (_request, response) => {
    const ready = isReady();
    response.send(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' });
  });
}
