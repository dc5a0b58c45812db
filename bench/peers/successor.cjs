/** The same bot on the SDK's successor and its dialogs, served by Node's own http as its adapter asks for little more. */
const { createServer } = require('node:http');
const { ActivityHandler, CloudAdapter, ConversationState, MemoryStorage, UserState } = require('@microsoft/agents-hosting');
const dialogs = require('@microsoft/agents-hosting-dialogs');
const { listening } = require('./listening.cjs');
const { naiveRedis } = require('./naive-redis.cjs');
const { waterfallForm } = require('./waterfall-form.cjs');

const storage = process.env.PEER_STORAGE === 'redis' ? naiveRedis(process.env.REDIS_URL) : new MemoryStorage();
const conversationState = new ConversationState(storage);
const userState = new UserState(storage);
const dialogState = conversationState.createProperty('dialog');
const ProfileDialog = waterfallForm(dialogs, userState.createProperty('profile'), false); // it writes choices into the text, and cannot show buttons
const dialog = new ProfileDialog();

class FormBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await dialogs.runDialog(dialog, context, dialogState);
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await conversationState.saveChanges(context);
    await userState.saveChanges(context);
  }
}

const adapter = new CloudAdapter({});
adapter.onTurnError = async (_context, error) => process.send({ failed: String(error?.stack ?? error) });
const bot = new FormBot();

/** What the adapter calls on Express' request and response. */
const express = (request, response, body) => {
  response.status = (code) => Object.assign(response, { statusCode: code });
  response.send = (sent) => {
    const text = typeof sent === 'string' ? sent : JSON.stringify(sent ?? {});
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Content-Length', Buffer.byteLength(text));
    response.end(text);
    return response;
  };
  return Object.assign(request, { body, user: { aud: '' } });
};
const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8').on('data', (part) => (text += part));
  request.on('end', () => {
    if (request.method !== 'POST') return response.writeHead(404).end();
    return void adapter.process(express(request, response, JSON.parse(text)), response, (context) => bot.run(context));
  });
});
listening(server);
