import { expect, it } from "vitest";
import { parseTestOptions, stepNames } from "../../scripts/support/options.mjs";

it("runs every step without options", () => {
  expect(parseTestOptions([])).toEqual({ steps: stepNames });
});

it.each([[["--only", "server,unit"]], [["--only=server, unit"]]])(
  "runs the chosen steps in their own order: %j",
  (args) => {
    expect(parseTestOptions(args)).toEqual({ steps: ["unit", "server"] });
  },
);

it.each([
  [["--only", "integration"], 'There is no test step "integration".'],
  [["--only"], "These options are not known: --only."],
  [["--fast"], "These options are not known: --fast."],
  [["unit"], "These options are not known: unit."],
])("explains %j", (args, sentence) => {
  expect(parseTestOptions(args)).toEqual({ problem: expect.stringContaining(sentence) });
});
