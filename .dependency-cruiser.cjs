/** Who may import whom. The reasons stand in the comments of the rules; `test/architecture.test.ts` proves that each one catches something. */
const BOT = '^src/(?!sandbox/|domain/)';
const PACKAGE = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;
const SKILLS_AND_LOGIN = '^src/dialogs/(skills|login|care)/';
const DRAWER = '(^|/)(util|utils|helper|helpers|common)(/|\\.ts$)';

module.exports = {
  forbidden: [
    {
      name: 'domain-imports-nothing-of-ours',
      comment: 'Pure values: bot and sandbox share them, and nothing else.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^src/', pathNot: '^src/domain/' },
    },
    {
      name: 'skills-see-ports-and-engine',
      comment: 'A skill is written in the words of dialogs/engine, about values of domain, against the ports of what it needs.',
      severity: 'error',
      from: { path: `${SKILLS_AND_LOGIN}([^/]+)/` },
      to: { path: '^src/', pathNot: ['^src/domain/', '^src/dialogs/engine/', '^src/integrations/[^/]+/port\\.ts$', '^src/dialogs/$1/$2/'] },
    },
    {
      name: 'skills-see-ports-as-types',
      comment: 'A port is a shape; what fills it is chosen in app.ts.',
      severity: 'error',
      from: { path: '^src/dialogs/' },
      to: { path: '^src/integrations/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-skill-imports-another',
      comment: 'A skill can be removed by deleting its folder and its line in skills/index.ts.',
      severity: 'error',
      from: { path: `${SKILLS_AND_LOGIN}([^/]+)/` },
      to: { path: SKILLS_AND_LOGIN, pathNot: '^src/dialogs/$1/$2/' },
    },
    {
      name: 'skills-know-no-machinery',
      comment: 'No framework, no store, no server: a skill says what, never how.',
      severity: 'error',
      from: { path: SKILLS_AND_LOGIN },
      to: { path: [PACKAGE('botbuilder[^/]*', 'botframework-[^/]*', 'ioredis', 'restify', 'pino', 'ws'), '/client\\.ts$'] },
    },
    {
      name: 'botbuilder-behind-few-files',
      comment: 'botbuilder is final and archived: a move to its successor touches these places.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/dialogs/engine/flow\\.ts$', '^src/dialogs/root\\.ts$', '^src/channels/', '^src/app\\.ts$'] },
      to: { path: PACKAGE('botbuilder[^/]*', 'botframework-[^/]*') },
    },
    {
      name: 'redis-behind-state',
      comment: 'What is remembered, and how, is decided in one place.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/state/' },
      to: { path: PACKAGE('ioredis') },
    },
    {
      name: 'spend-keys-are-minted-by-the-ledger',
      comment: 'The right to move money comes from the journal alone; everybody else may only pass it on.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/state/ledger\\.ts$' },
      to: { path: '^src/domain/spending/key\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'bot-and-sandbox-share-domain-only',
      comment: 'The sandbox stands for an operator: the bot may know it by its contracts alone.',
      severity: 'error',
      from: { path: BOT },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'sandbox-imports-nothing-of-the-bot',
      comment: 'The sandbox stands for an operator: it knows no more of the bot than an operator would.',
      severity: 'error',
      from: { path: '^src/sandbox/' },
      to: { path: '^src/', pathNot: ['^src/sandbox/', '^src/domain/'] },
    },
    {
      name: 'integrations-know-no-conversation',
      comment: 'A client of a backend neither remembers nor talks.',
      severity: 'error',
      from: { path: '^src/integrations/' },
      to: { path: '^src/(state|dialogs|channels|http)/' },
    },
    {
      name: 'state-knows-no-conversation',
      comment: 'What is remembered does not know what is said, nor where. It may fill a port, and need one.',
      severity: 'error',
      from: { path: '^src/state/' },
      to: { path: '^src/(dialogs|channels|http|integrations)/', pathNot: '^src/integrations/[^/]+/port\\.ts$' },
    },
    {
      name: 'pages-stand-alone',
      comment: 'What a browser loads shares no code with a server.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/', pathNot: '^src/web/' },
    },
    {
      name: 'servers-load-no-page-code',
      comment: 'Server code cannot run what is made for a browser.',
      severity: 'error',
      from: { path: '^src/(?!web/)' },
      to: { path: '^src/web/' },
    },
    { name: 'no-cycles', comment: 'Parts that need each other are one part.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-drawers',
      comment: 'A name that says nothing collects everything.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: DRAWER, pathNot: 'node_modules' },
    },
    {
      name: 'no-drawers-from',
      comment: 'The same, for a file that nobody imports yet.',
      severity: 'error',
      from: { path: DRAWER },
      to: {},
    },
    {
      name: 'only-what-ships',
      comment: 'What runs in production is among the dependencies.',
      severity: 'error',
      from: { path: '^src/(?!web/)' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown'], dependencyTypesNot: ['type-only', 'aliased'], pathNot: '^src/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
