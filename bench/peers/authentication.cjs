const { ConfigurationBotFrameworkAuthentication } = require('botbuilder');
const { AuthenticationConfiguration } = require('botframework-connector');

/** The SDK's own check of inbound tokens, with its keys from PEER_KEYS; none when that is not set. Outbound tokens are made up: no cloud is asked. */
exports.authentication = ({ PEER_KEYS: keys, PEER_APP: app, PEER_TENANT: tenant } = process.env) => {
  if (!keys) return new ConfigurationBotFrameworkAuthentication({});
  const credentials = {
    isValidAppId: async (id) => id === app,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) => {
        request.headers.set('authorization', 'Bearer bench');
        return request;
      },
    }),
  };
  const settings = {
    ...{ MicrosoftAppId: app, MicrosoftAppTenantId: tenant, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 'none' },
    ...{ ToChannelFromBotLoginUrl: 'https://login.invalid', ToChannelFromBotOAuthScope: 'https://api.botframework.com' },
    ...{ ToBotFromChannelTokenIssuer: 'https://api.botframework.com', OAuthUrl: 'https://token.invalid' },
    ...{ ToBotFromChannelOpenIdMetadataUrl: keys, ToBotFromEmulatorOpenIdMetadataUrl: keys, ValidateAuthority: 'false', CallerId: '' },
  };
  return new ConfigurationBotFrameworkAuthentication(settings, credentials, new AuthenticationConfiguration());
};
