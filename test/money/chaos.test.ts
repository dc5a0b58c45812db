import { chaos } from './chaos/run';

/** `npm run chaos -- --kills 10000` does the same for hours; the figures are in docs/money.md. */
const KILLS = 30;

test(`${KILLS} kills of bot, Redis and links in the middle of money: nobody is charged twice, and everybody is told the truth`, async () => {
  const report = await chaos({ kills: KILLS, seed: 7 });
  expect(report.violations).toEqual([]);
  expect(report.kills).toBe(KILLS);
  expect(report.charged).toBeGreaterThan(3); // else nothing was at stake; a machine with nothing else to do charges ten times as much meanwhile
  expect(report.done).toBe(report.charged);
  expect(Object.keys(report.hit).length).toBeGreaterThan(2); // not only while it drains, and at any time
  expect(report.losses).toHaveLength(3);
}, 900_000);
