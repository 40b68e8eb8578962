import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { verdictOf } from "#server/reviews/verdict.ts";

// npm run verify-review FILE [-- --key FINGERPRINT]: whether the evidence of an access review is what a server signed.
const { values, positionals } = parseArgs({ options: { key: { type: "string" } }, allowPositionals: true });
const [file, ...others] = positionals;
if (file === undefined || others.length > 0) {
  process.stderr.write("Name one file: npm run verify-review FILE [-- --key FINGERPRINT]\n");
  process.exitCode = 2;
} else {
  const bytes = await readFile(file).catch(() => null);
  const { ok, lines } = bytes === null ? unread(file) : await verdictOf(bytes, values.key ?? null);
  process.stdout.write(`${lines.join("\n")}\n`);
  process.exitCode = ok ? 0 : 1;
}

function unread(name: string) {
  return { ok: false, lines: [`${name} cannot be read.`] };
}
