import { parseArgs } from "node:util";

/** The steps of `npm test`, in the order in which they run. */
export const stepNames = ["format", "lint", "typecheck", "build", "unit", "server", "renderer", "browser"];

const usage = `Use: npm test -- [--only ${stepNames.join(",")}]`;

/** Which steps to run: all, or those of `--only`. Answers `{ steps }` or `{ problem }`, a sentence. */
export function parseTestOptions(args) {
  const parsed = read(args);
  if (parsed === undefined) return { problem: `These options are not known: ${args.join(" ")}. ${usage}` };
  if (parsed.only === undefined) return { steps: stepNames };
  const wanted = parsed.only.split(",").map((name) => name.trim());
  const unknown = wanted.find((name) => !stepNames.includes(name));
  if (unknown !== undefined) return { problem: `There is no test step "${unknown}". ${usage}` };
  return { steps: stepNames.filter((name) => wanted.includes(name)) };
}

function read(args) {
  try {
    return parseArgs({ args, options: { only: { type: "string" } } }).values;
  } catch {
    return undefined;
  }
}
