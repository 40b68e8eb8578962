import type { Reporter } from "vitest/node";

/** Names every test that passed only at its second try, for the end of the run (`scripts/support/report.mjs`). */
export const namesSecondTries: Reporter = {
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky === true)
      console.log(`at the second try: ${test.module.relativeModuleId} > ${test.fullName}`);
  },
};
