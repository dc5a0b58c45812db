import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** The pages as the build leaves them, made now from the sources, in a folder of the test's own. */
export const buildAssets = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'pages-'));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.web.json'), '--outDir', dir, '--tsBuildInfoFile', join(dir, '.info')]);
  cpSync(join(ROOT, 'src/web'), dir, { recursive: true, filter: (from) => extname(from) !== '.ts' });
  mkdirSync(join(dir, 'vendor'), { recursive: true });
  copyFileSync(join(ROOT, 'node_modules/botframework-webchat/dist/webchat.js'), join(dir, 'vendor/webchat.js'));
  return dir;
};

export const removeAssets = (dir: string): void => rmSync(dir, { recursive: true, force: true });
