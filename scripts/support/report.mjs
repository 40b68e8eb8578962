/** Counts of tests: `{ passed, failed, skipped }`. */
export const none = { passed: 0, failed: 0, skipped: 0 };

export function sum(tallies) {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    none,
  );
}

export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A file that fails without a failed test (an import error, a failed hook) counts as one failure. */
export function vitestTally(report) {
  const crashed = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + crashed.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Errors outside any test (a file that cannot be loaded, a failed global set-up) count as failures. */
export function playwrightTally(report) {
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/** What a step counts as, when its tool tells no more than its exit code. */
export function checkTally(exitCode) {
  return exitCode === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 };
}

/**
 * What a test runner's step counts as. A runner that wrote no report, that ran no test, or that ended badly
 * although every test it counted passed, is itself one failure.
 */
export function runnerTally(exitCode, tally) {
  if (tally === undefined || tally.passed + tally.failed + tally.skipped === 0) return { ...none, failed: 1 };
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** The lines of a runner's log that name a test which passed only at its second try. */
export function secondTries(log) {
  return log.split("\n").filter((line) => /^at the second try: |^\s*✓.*\(retry #\d+\)/.test(line));
}
