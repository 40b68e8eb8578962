import { execFile, spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { leftFree } from "#contract/leftFree.ts";
import { testFolder } from "../support/desktop.ts";
import { rowsOfLine } from "./support/fillLines.ts";
import { organizationId } from "./support/rows.ts";

const program = join(import.meta.dirname, "support/fullDiskProcess.ts");
const onSmallDisk = join(import.meta.dirname, "support/smallDiskProcess.ts");
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

const mounting = 'mount -t tmpfs -o "size=$1" none "$2" && shift 2 && exec "$@"';
const alone = ["--user", "--map-root-user", "--mount", "sh", "-c", mounting, "sh"];
/** For `unshare`: a command with a disk of its own, of so many bytes, at a folder. */
const withDisk = (size: number, folder: string, command: readonly string[]) => [
  ...alone,
  String(size),
  folder,
  ...command,
];
const canMount =
  process.platform === "linux" && spawnSync("unshare", withDisk(1_000_000, tmpdir(), ["true"])).status === 0;

test.skipIf(!canMount)(
  "a fill for which there is no room takes none that is left to others, gives its own back, and comes once there is more",
  { timeout: 180_000 },
  async () => {
    const folder = testFolder();
    const command = [process.execPath, onSmallDisk, folder, String(leftFree + 400_000_000)];
    const { stdout } = await promisify(execFile)("unshare", withDisk(leftFree + 60_000_000, folder, command));
    expect(JSON.parse(stdout)).toEqual({
      outcomes: ["whole", "full", "full", "whole"],
      kept: [[organizationId, rowsOfLine]],
      spared: true,
      givenBack: true,
    });
  },
);
