/** A plain bot on the SDK: CloudAdapter, a waterfall, two stores saved after every turn. With PEER_KEYS it asks for tokens, as in production. */
const restify = require('restify');
const { ActivityHandler, CloudAdapter, ConversationState, MemoryStorage, UserState, ...core } = require('botbuilder');
const dialogs = require('botbuilder-dialogs');
const { authentication } = require('./authentication.cjs');
const { listening } = require('./listening.cjs');
const { naiveRedis } = require('./naive-redis.cjs');
const { waterfallForm } = require('./waterfall-form.cjs');

const storage = process.env.PEER_STORAGE === 'redis' ? naiveRedis(process.env.REDIS_URL) : new MemoryStorage();
const conversationState = new ConversationState(storage);
const userState = new UserState(storage);
const dialogState = conversationState.createProperty('dialog');
const ProfileDialog = waterfallForm({ ...core, ...dialogs }, userState.createProperty('profile'));
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

const adapter = new CloudAdapter(authentication());
adapter.onTurnError = async (_context, error) => process.send({ failed: String(error?.stack ?? error) });
const bot = new FormBot();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
listening(server.server);
