import { chaos } from './run';

const [kills = '30', seed = '1', isJson = '', minutes = 'Infinity'] = process.argv.slice(2);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

chaos({ kills: Number(kills), seed: Number(seed), minutes: Number(minutes), say }).then(
  (report) => {
    if (isJson) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    else {
      const { hit, violations, losses, ...sums } = report;
      process.stdout.write('kills at'.padEnd(32) + ['bot', 'redis', 'both', 'link'].map((cut) => cut.padStart(7)).join('') + '\n');
      for (const [point, cuts] of Object.entries(hit)) {
        const row = (['bot', 'redis', 'both', 'link'] as const).map((cut) => String(cuts[cut] ?? 0).padStart(7));
        process.stdout.write(`${point.padEnd(32)}${row.join('')}\n`);
      }
      for (const [name, sum] of Object.entries(sums)) process.stdout.write(`${name.padEnd(32)}${String(sum).padStart(7)}\n`);
      if (report.kills < Number(kills)) process.stdout.write(`Of ${kills} kills ${report.kills} were run: ${minutes} minutes were over.\n`);
      process.stdout.write(`ledger lost: ${losses.join(', ')}\nviolations ${violations.length}\n${violations.map((each) => `  ${each}\n`).join('')}`);
    }
    process.exitCode = report.violations.length > 0 ? 1 : 0;
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
