/**
 * The product as it is, in its own process and from its own environment, with one more skill: the form that the peers ask too. Where it has an
 * application, its outbound tokens are made up, as the peers' are: no cloud is asked.
 */
require('../../dist/loading');
const app = require('../../dist/app');
const registry = require('../../dist/dialogs/skills');
const { form } = require('./form.cjs');

const product = registry.skills;
registry.skills = (ports) => [...product(ports), form];

const { createApp } = app;
const credentials = {
  isValidAppId: async (id) => id === process.env.MICROSOFT_APP_ID,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request) => {
      request.headers.set('authorization', 'Bearer bench');
      return request;
    },
  }),
};
app.createApp = (config, log, clock, outside) => createApp(config, log, clock, { ...outside, credentials });

require('../../dist/main');
