import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { digestOf } from "./digest.mjs";
import { withLock } from "./lock.mjs";
import { inRoot, root } from "./paths.mjs";

const sources = [
  "src",
  "resources",
  "electron.vite.config.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.base.json",
];
const stamp = inRoot("out/.built-from");

/** Builds `out/` through `build` (which answers an exit code) unless it was built from these very sources. */
export async function ensureBuilt(build) {
  return await withLock("build", async () => {
    const digest = digestOf(root, sources);
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return 0;
    rmSync(stamp, { force: true });
    const code = await build();
    if (code === 0) {
      mkdirSync(inRoot("out"), { recursive: true });
      writeFileSync(stamp, digest);
    }
    return code;
  });
}
