import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter } from "node:path";
import { inRoot } from "./paths.mjs";
import { refuse } from "./say.mjs";

const oldest = 24;

/** The path of a Node that runs this project: the one among the dependencies, or the one running now. */
export function node24() {
  const bundled = bundledNode();
  if (existsSync(bundled) && major(versionOf(bundled)) >= oldest) return bundled;
  if (major(process.version) >= oldest) return process.execPath;
  return refuse(
    `Orgdesk needs Node ${oldest}, which cannot be installed through npm on this system; this is Node ${process.version}. ` +
      `Install Node ${oldest} from nodejs.org and run this command again.`,
  );
}

/**
 * The environment in which the project's tools find that Node and each other. They choose NODE_ENV themselves:
 * tests and development servers behave differently under an inherited `production`.
 */
export function toolEnvironment() {
  const { NODE_ENV: _, ...env } = process.env;
  return { ...env, PATH: [inRoot("node_modules/.bin"), env.PATH].join(delimiter) };
}

function bundledNode() {
  const { platform, arch } = process;
  return platform === "win32"
    ? inRoot(`node_modules/node-win-${arch}/bin/node.exe`)
    : inRoot(`node_modules/node-${platform}-${arch}/bin/node`);
}

function versionOf(node) {
  return spawnSync(node, ["--version"], { encoding: "utf8" }).stdout ?? "";
}

export function major(version) {
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);
}
