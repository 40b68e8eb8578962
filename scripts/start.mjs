// npm start [-- --browser] [-- ARGUMENT…]: installs and builds what is missing, then opens Orgdesk.
import { ensureBuilt } from "./support/build.mjs";
import { electronExecutable, electronProblem } from "./support/electron.mjs";
import { ensureInstalled } from "./support/install.mjs";
import { node24, toolEnvironment } from "./support/node24.mjs";
import { packageProgram } from "./support/packages.mjs";
import { inRoot, root } from "./support/paths.mjs";
import { run } from "./support/process.mjs";
import { refuse, say } from "./support/say.mjs";
import { chooseShell } from "./support/shell.mjs";

const given = process.argv.slice(2);

await ensureInstalled();
const node = node24();
await build();
const { shell, because } = await chooseShell({
  browserWanted: given.includes("--browser"),
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  env: process.env,
  electronProblem,
});
if (because !== undefined) say(`Opening Orgdesk in a browser window, because ${because}.`);
process.exitCode = await open(shell);

async function build() {
  const code = await ensureBuilt(async () => {
    say("Building Orgdesk …");
    const { code, stoppedBy } = await run(node, [packageProgram("electron-vite"), "build", "--logLevel", "warn"], {
      env: toolEnvironment(),
      stdio: ["ignore", 2, 2],
    });
    if (stoppedBy !== undefined) process.exit(code || 130);
    return code;
  });
  if (code !== 0) refuse("Orgdesk could not be built: the message is above.", 1);
}

async function open(shell) {
  const args = given.filter((argument) => argument !== "--browser");
  // Editors that are Electron programs themselves hand this variable down to their terminals.
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const env = { ...inherited, NODE_ENV: process.env.NODE_ENV ?? "production" };
  const { code } =
    shell === "electron"
      ? await run(electronExecutable(), [root, ...args], { env })
      : await run(node, ["--disable-warning=ExperimentalWarning", inRoot("out/main/browser.js"), ...args], { env });
  return code;
}
