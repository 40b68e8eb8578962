import { browserShellOptions } from "#main/shell/browser/options.ts";
import { expect, test } from "vitest";

const defaults = { port: 0, open: true, json: false, dataDir: null, server: null };

test.each([
  [[], defaults],
  [["--json"], { ...defaults, json: true, open: false }],
  [["--no-open", "--port", "4000"], { ...defaults, open: false, port: 4000 }],
  [["--data-dir", "/tmp/x"], { ...defaults, dataDir: "/tmp/x" }],
  [["--server", "http://127.0.0.1:4000/"], { ...defaults, server: "http://127.0.0.1:4000" }],
  [["--server", "orgdesk.example"], { ...defaults, server: "https://orgdesk.example" }],
])("%j", (args, expected) => {
  expect(browserShellOptions(args)).toEqual(expected);
});

test.each([
  [["--port", "x"]],
  [["--port", "70000"]],
  [["--server", "http://intranet.example"]],
  [["--unknown"]],
  [["file"]],
])("%j is answered with a sentence", (args) => {
  expect(browserShellOptions(args)).toMatch(/ Options: --port/);
});
