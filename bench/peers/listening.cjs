/** Connections wait while others are measured. */
const KEEP_ALIVE_MS = 600_000;

/** Tells the bench where a peer listens. */
exports.listening = (server) => {
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send({ listening: server.address().port }));
};
