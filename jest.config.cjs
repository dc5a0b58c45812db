/** Tests run the TypeScript as it is; types are checked by `npm run check`. A few dependencies ship ES modules only: they are transformed too. */
const compilerOptions = {
  target: 'ES2022',
  module: 'CommonJS',
  moduleResolution: 'Node10',
  esModuleInterop: true,
  allowJs: true,
  isolatedModules: true,
};

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  setupFilesAfterEnv: ['<rootDir>/test/support/no-lucky-guess.ts'],
  transform: { '^.+\\.(ts|js|mjs)$': ['ts-jest', { tsconfig: compilerOptions, transpilation: true, diagnostics: false }] },
  transformIgnorePatterns: ['/node_modules/(?!(@scure|@noble|otplib|@otplib)/)'],
  testPathIgnorePatterns: ['/node_modules/', '\\.live\\.test\\.ts$'], // those need a real gateway: see the head of each
  moduleNameMapper: { '^(.*/botframework/connector)\\.js$': '$1' }, // loaded late: what is imported so is named by its built file
  testTimeout: 300_000, // for a machine that is several times slower than ours: whatever waits has a deadline of its own
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB', // a worker with more begins anew: one of two gigabytes takes longer to end than jest waits for it, and says so
};
