import { describe, expect, it } from "vitest";
import {
  checkTally,
  closingLine,
  playwrightTally,
  runnerTally,
  secondTries,
  sum,
  vitestTally,
} from "../../scripts/support/report.mjs";

const vitestReport = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };

describe("a Vitest report", () => {
  it("counts pending and to-do tests as skipped", () => {
    expect(vitestTally(vitestReport)).toEqual({ passed: 3, failed: 0, skipped: 2 });
  });

  it("counts a file that could not be loaded as one failure", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    expect(vitestTally({ ...vitestReport, testResults }).failed).toBe(1);
  });

  it("counts a failed hook, which leaves its tests skipped, as one failure", () => {
    const testResults = [{ status: "failed", assertionResults: [{ status: "passed" }, { status: "skipped" }] }];
    expect(vitestTally({ ...vitestReport, testResults }).failed).toBe(1);
  });

  it("does not count a file with a failed test twice", () => {
    const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
    expect(vitestTally({ ...vitestReport, numFailedTests: 1, testResults }).failed).toBe(1);
  });
});

describe("a Playwright report", () => {
  it("adds flaky tests to the passed and errors outside tests to the failed", () => {
    const stats = { expected: 4, flaky: 1, unexpected: 2, skipped: 3 };
    expect(playwrightTally({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 3 });
  });
});

describe("a runner", () => {
  const green = { passed: 2, failed: 0, skipped: 0 };
  const cases = [
    { what: "keeps its counts when it ended well", code: 0, tally: green, failed: 0 },
    { what: "fails when it wrote no report", code: 0, tally: undefined, failed: 1 },
    { what: "fails when it ran no test", code: 0, tally: { passed: 0, failed: 0, skipped: 0 }, failed: 1 },
    { what: "fails when it ended badly without a failed test", code: 1, tally: green, failed: 1 },
    { what: "keeps its failures when it ended badly", code: 1, tally: { ...green, failed: 4 }, failed: 4 },
  ];
  it.each(cases)("$what", ({ code, tally, failed }) => {
    expect(runnerTally(code, tally).failed).toBe(failed);
  });
});

describe("second tries", () => {
  it("names what passed only then, of either runner", () => {
    const vitest = "at the second try: test/server/x.test.ts > removes a member";
    const playwright = "  ✓  12 [browser-shell] › test/e2e/team.spec.ts:9:1 › team (retry #1) (4.1s)";
    const others = ["   ✓ invites 12ms", "  ✘  3 team.spec.ts (retry #1) (4.1s)"];
    expect(secondTries([vitest, ...others, playwright].join("\n"))).toEqual([vitest, playwright]);
  });
});

describe("the closing line", () => {
  it("adds up every step", () => {
    const total = sum([checkTally(0), checkTally(1), { passed: 10, failed: 2, skipped: 5 }]);
    expect(closingLine(total)).toBe("11 passed, 3 failed, 5 skipped");
  });
});
