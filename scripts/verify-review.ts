import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { verdictOf } from "#server/reviews/verdict.ts";

const usage = "Name one file: npm run verify-review FILE [-- --key FINGERPRINT]";

// npm run verify-review FILE [-- --key FINGERPRINT]: whether the evidence of an access review is what a server signed.
const asked = given();
if (asked === null) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  const bytes = await readFile(asked.file).catch(() => null);
  const { ok, lines } = bytes === null ? unread(asked.file) : await verdictOf(bytes, asked.key);
  process.stdout.write(`${lines.join("\n")}\n`);
  process.exitCode = ok ? 0 : 1;
}

/** What was asked for; null where it cannot be told. */
function given() {
  try {
    const { values, positionals } = parseArgs({ options: { key: { type: "string" } }, allowPositionals: true });
    const [file, ...others] = positionals;
    return file === undefined || others.length > 0 ? null : { file, key: values.key ?? null };
  } catch {
    return null;
  }
}

function unread(name: string) {
  return { ok: false, lines: [`${name} cannot be read.`] };
}
