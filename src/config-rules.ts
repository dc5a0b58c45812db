/** Variables by name, empty ones left out. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Half of what a service needs is a mistake that would be found by the first customer who pays. */
export function togetherRules(environment: Environment): string[] {
  return TOGETHER.flatMap((names) => {
    const missing = names.filter((name) => environment[name] === undefined);
    return missing.length === names.length ? [] : missing.map((name) => `${name}: is needed where ${names.filter((each) => environment[each] !== undefined).join(', ')} is set`); // prettier-ignore
  });
}
const TOGETHER = [
  ['DLOCAL_URL', 'DLOCAL_LOGIN', 'DLOCAL_TRANS_KEY', 'DLOCAL_SECRET_KEY'],
  ['YOURLS_URL', 'YOURLS_SIGNATURE'],
] as const;

/** Doors of their own. */
const SECRETS = [
  'STATE_SECRET',
  'OTP_PEPPER',
  'TOKEN_SECRET',
  'DIRECTLINE_SECRET',
  'SMS_REPORT_TOKEN',
  'METRICS_TOKEN',
  'INSIGHTS_TOKEN',
  'DLOCAL_SECRET_KEY',
  'ZENDESK_WEBHOOK_SECRET',
  'MESSENGER_APP_SECRET',
  'MESSENGER_VERIFY_TOKEN',
] as const;

/** What only production needs. */
export function productionRules(environment: Environment): string[] {
  if (environment['NODE_ENV'] !== 'production') return [];
  return [
    ...(environment['PUBLIC_URL']?.startsWith('https://') ? [] : ['PUBLIC_URL: production needs one, with https']),
    ...(environment['SANDBOX_URL'] ? ['SANDBOX_URL: the sandbox is not for production'] : []),
    ...(environment['CARE_CONTACT_ES'] ? [] : ['CARE_CONTACT_ES: customers must be told how to reach a person']),
    ...OUTSIDE.filter((name) => /^http:/i.test(environment[name] ?? '')).map((name) => `${name}: production needs https`),
    ...sharedSecrets(environment),
  ];
}
/** Services of others, reached over the internet with keys of ours. The operator's own may be reached as it likes. */
const OUTSIDE = ['DLOCAL_URL', 'ZENDESK_URL'] as const;

/** A secret that opens two doors: whoever learns it behind one has both, and neither can be changed alone. */
function sharedSecrets(environment: Environment): string[] {
  const parts = SECRETS.flatMap((name) => (environment[name] ?? '').split(',').map((value) => ({ name, value: value.trim() })));
  const twice = (value: string) => SECRETS.filter((name) => parts.some((part) => part.name === name && part.value === value));
  return parts.flatMap(({ name, value }) => {
    const others = value === '' ? [] : twice(value).filter((other) => SECRETS.indexOf(other) < SECRETS.indexOf(name));
    return others.map((other) => `${name}: has the value of ${other}; each needs its own`);
  });
}
