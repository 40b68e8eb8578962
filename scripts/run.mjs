// node scripts/run.mjs FILE [ARGUMENT…]: runs one of the project's programs on Node 24, installing first what is missing.
import { ensureInstalled } from "./support/install.mjs";
import { node24 } from "./support/node24.mjs";
import { run } from "./support/process.mjs";
import { refuse } from "./support/say.mjs";

const [file, ...args] = process.argv.slice(2);
if (file === undefined) refuse("Name the program to run: node scripts/run.mjs FILE [ARGUMENT…]");

await ensureInstalled();
const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? "production" };
const { code } = await run(node24(), ["--disable-warning=ExperimentalWarning", file, ...args], { env });
process.exitCode = code;
