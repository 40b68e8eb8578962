import { readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";

/** The script behind a package's command, to be run by Node itself: the same on every system. */
export function packageProgram(name, command = name) {
  const { bin } = JSON.parse(readFileSync(inRoot("node_modules", name, "package.json"), "utf8"));
  return inRoot("node_modules", name, typeof bin === "string" ? bin : bin[command]);
}
