/** Lets a test fork a TypeScript file as a process of its own: `fork(file, { execArgv: ['--require', register] })`. */
/* global __dirname */
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { version } = require('typescript/package.json');

/** What any process transpiled before, by its content: loading TypeScript and using it costs each fork seconds otherwise. */
const CACHE = join(__dirname, '../../node_modules/.cache/register');

/** What the bot loads late is named by its built file. */
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...from) => {
  try {
    return resolve(request, ...from);
  } catch (error) {
    if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error;
    return resolve(request.slice(0, -'.js'.length), ...from);
  }
};

require.extensions['.ts'] = (module, filename) => {
  const source = readFileSync(filename, 'utf8');
  const cached = join(CACHE, `${createHash('sha256').update(`${version}\0${filename}\0${source}`).digest('hex')}.js`);
  module._compile(read(cached) ?? kept(cached, transpiled(filename, source)), filename);
};

function transpiled(fileName, source) {
  const { ModuleKind, ScriptTarget, transpileModule } = require('typescript');
  const compilerOptions = { target: ScriptTarget.ES2022, module: ModuleKind.CommonJS, esModuleInterop: true, inlineSourceMap: true };
  return transpileModule(source, { fileName, compilerOptions }).outputText;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whole or not at all, whoever else writes the same; where nothing can be written, the next one does it again. */
function kept(file, text) {
  try {
    mkdirSync(CACHE, { recursive: true });
    const own = `${file}.${process.pid}`;
    writeFileSync(own, text);
    renameSync(own, file);
  } catch {
    // read-only: as before
  }
  return text;
}
