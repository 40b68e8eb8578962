import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { testFolder } from "../support/desktop.ts";
import { organizationId } from "./support/rows.ts";

const program = join(import.meta.dirname, "support/fullDiskProcess.ts");
/** Of 512 bytes: five megabytes, in which one of the two organizations has room. */
const mostBlocks = 10_000;

test.skipIf(process.platform === "win32")(
  "a disk that takes no more costs nothing of what is stored, and what is small is still written",
  async () => {
    const { stdout } = await promisify(execFile)("sh", [
      "-c",
      `ulimit -f ${mostBlocks}; exec "$0" "$@"`,
      process.execPath,
      program,
      testFolder(),
    ]);
    expect(JSON.parse(stdout)).toEqual({ outcomes: ["whole", "refused", "whole"], kept: [organizationId] });
  },
);
