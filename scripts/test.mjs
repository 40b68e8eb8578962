// npm test [-- --only STEP,…]: installs what tests need, runs every step, and ends with one line over all of them.
import { readFileSync, rmSync } from "node:fs";
import { ensureInstalled } from "./support/install.mjs";
import { parseTestOptions } from "./support/options.mjs";
import { inRoot } from "./support/paths.mjs";
import { closingLine, secondTries, sum } from "./support/report.mjs";
import { refuse } from "./support/say.mjs";
import { runStep } from "./support/steps.mjs";

const shownLines = 400;

const { steps, problem } = parseTestOptions(process.argv.slice(2));
if (problem !== undefined) refuse(problem);

await ensureInstalled();
// Named by time and process, so that two runs at once keep apart.
const folder = inRoot("test-results", `${new Date().toISOString().replaceAll(":", "-")}-${process.pid}`);
const tallies = [];
for (const name of steps) tallies.push(await reported(name));

const total = sum(tallies);
if (total.failed === 0) rmSync(folder, { recursive: true, force: true });
else console.log(`\nFull output, reports and traces are in ${folder}`);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function reported(name) {
  const started = Date.now();
  console.log(`${name} …`);
  const { tally, log } = await runStep(name, folder);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (tally.failed > 0) console.log(tail(log));
  for (const line of secondTries(readFileSync(log, "utf8"))) console.log(line);
  console.log(`${tally.failed > 0 ? "✗" : "✓"} ${name}: ${closingLine(tally)} (${seconds} s)`);
  return tally;
}

function tail(file) {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const cut = lines.length > shownLines ? [`… ${lines.length - shownLines} lines before`] : [];
  return [...cut, ...lines.slice(-shownLines)].join("\n");
}
