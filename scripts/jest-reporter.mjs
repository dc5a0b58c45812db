import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Quiet while all is green: prints what a test file that failed reports, and whatever was written to the console. The totals go to the file
 * that `TEST_TOTALS` names: `scripts/test.mjs` says them.
 */
export default class QuietReporter {
  onTestResult(_test, { failureMessage, testFilePath, console: said }) {
    const file = relative(process.cwd(), testFilePath);
    if (said?.length) process.stdout.write(`\n${file} wrote:\n${said.map(({ message }) => `  ${message}`).join('\n')}\n`);
    if (failureMessage) process.stdout.write(`\n${file}\n${failureMessage}\n`);
  }

  /** A file that could not be run at all counts as one failure. */
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const totals = { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
    if (process.env.TEST_TOTALS) writeFileSync(process.env.TEST_TOTALS, JSON.stringify(totals));
  }
}
