export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

export interface PlaywrightReport {
  stats: { expected: number; flaky: number; unexpected: number; skipped: number };
  errors: unknown[];
}

export declare const none: Tally;
export declare function sum(tallies: Tally[]): Tally;
export declare function closingLine(tally: Tally): string;
export declare function vitestTally(report: VitestReport): Tally;
export declare function playwrightTally(report: PlaywrightReport): Tally;
export declare function checkTally(exitCode: number): Tally;
export declare function runnerTally(exitCode: number, tally: Tally | undefined): Tally;
export declare function secondTries(log: string): string[];
