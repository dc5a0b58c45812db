/** The HTTP server alone: no bot, nothing remembered. */
const restify = require('restify');
const { listening } = require('./listening.cjs');

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  response.send(200, { activities: [{ type: 'message', text: request.body.text }] });
});
listening(server.server);
