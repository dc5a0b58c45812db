import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';
import functionLength from './scripts/lint/function-length.mjs';

const MAX_FILE_LINES = 200;
const MAX_FUNCTION_LINES = 30;

/** What customers read, and what the demo is made of: long because there is much of it. */
const DATA_FILES = ['src/**/texts.ts', 'src/**/texts/**', 'src/domain/countries/**', 'src/sandbox/seed/**'];

/** Why waterfalls and prompts are banned: what happened in a conversation is state by names, never a step index; docs/adr says more. */
const WATERFALLS = {
  name: 'botbuilder-dialogs',
  importNames: [
    'WaterfallDialog',
    'WaterfallStepContext',
    'ComponentDialog',
    'Prompt',
    'ActivityPrompt',
    'AttachmentPrompt',
    'ChoicePrompt',
    'ConfirmPrompt',
    'DateTimePrompt',
    'NumberPrompt',
    'OAuthPrompt',
    'TextPrompt',
    'DialogManager',
    'runDialog',
  ],
  message: 'A skill is written in the words of dialogs/engine/skill.ts.',
};
const STATE = {
  name: 'botbuilder',
  importNames: ['AutoSaveStateMiddleware', 'BotState', 'BotStateSet', 'ConversationState', 'MemoryStorage', 'PrivateConversationState', 'UserState'],
  message: 'State is committed once, with its replies, by the mailbox.',
};
const PROCESS = { name: 'node:process', message: 'Only config.ts reads the environment, and only main.ts is a process.' };

const NOW = [
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'The time is given, so that a test can choose it.'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'The time is given, so that a test can choose it.'],
];
const CHANCE = [
  [
    'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    'Ids derive from conversation and number; codes and secrets come from node:crypto.',
  ],
];
const forbid = (...lists) => ['error', ...lists.flat().map(([selector, message]) => ({ selector, message }))];

const languageOptions = {
  parserOptions: { project: ['./tsconfig.json', './tsconfig.web.json'], tsconfigRootDir: import.meta.dirname },
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{mjs,cjs}'],
    ...eslint.configs.recommended,
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'fetch',
          'AbortSignal',
          'URL',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'performance',
          'module',
          'require',
          'WebSocket',
          'structuredClone',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions,
    plugins: { ours: { rules: { 'function-length': functionLength } } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Ports are closures: nothing here has a `this` to lose. What implements one may have nothing to wait for.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
      'max-lines': ['error', { max: MAX_FILE_LINES, skipBlankLines: true, skipComments: true }],
      'ours/function-length': ['error', { max: MAX_FUNCTION_LINES }],
      'no-restricted-imports': ['error', { paths: [WATERFALLS, STATE, PROCESS] }],
      'no-restricted-globals': ['error', { name: 'process', message: PROCESS.message }],
    },
  },
  // What the browser gives back is less certain than its types say.
  { files: ['src/web/**/*.ts'], rules: { '@typescript-eslint/no-unnecessary-condition': 'off' } },
  { files: DATA_FILES, rules: { 'max-lines': 'off', 'ours/function-length': 'off' } },
  { files: ['src/config.ts', 'src/main.ts', 'src/sandbox/main.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    // Where a skill's types are erased (erased.ts is the one file that may say `any`), its values go through the engine unseen.
    files: ['src/dialogs/engine/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['src/domain/**/*.ts', 'src/dialogs/**/*.ts'], rules: { 'no-restricted-syntax': forbid(NOW, CHANCE) } },
  { files: ['src/state/otp*/**', 'src/state/otp*'], rules: { 'no-restricted-syntax': forbid(CHANCE) } },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // A test reads foreign JSON as what it says it is: when it lies, the test fails.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
    },
  },
);
