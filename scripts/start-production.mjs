import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command, ROOT, Stop } from './terminal.mjs';

const HELP = `
npm run start:production

Starts the bot alone, from the environment as it is: no sandbox, no private Redis, nothing under .data, no .env. It refuses to start while
something is missing, and says what. Build first: npm run build. The variables: README.`;

/** The bot takes this process' place as far as Node allows: the same terminal, the same signals, the same exit code. */
async function main() {
  const program = join(ROOT, 'dist/main.js');
  if (!existsSync(program)) throw new Stop('It is not built yet. Please type:\n\n  npm run build\n');
  const env = { ...process.env, NODE_ENV: 'production' };
  const bot = spawn(process.execPath, ['--enable-source-maps', program], { cwd: ROOT, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => bot.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  process.exitCode = await new Promise((resolve) => bot.once('exit', (code) => resolve(code ?? 1)));
}

await command(HELP, {}, main);
