import { delimiter, join } from "node:path";
import { expect, it } from "vitest";
import { chromiumArguments, findChromium } from "../../scripts/support/chromium.mjs";

const only =
  (...present: string[]) =>
  (path: string) =>
    present.includes(path);
const env = { PATH: ["/usr/local/bin", "/usr/bin"].join(delimiter) };
const edge = join("C:\\Program Files", "Microsoft\\Edge\\Application\\msedge.exe");
const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

it.each([
  ["linux", env, ["/usr/bin/chromium"], "/usr/bin/chromium"],
  ["linux", env, ["/usr/bin/chromium", "/usr/bin/google-chrome"], "/usr/bin/google-chrome"],
  ["linux", { ...env, ORGDESK_CHROMIUM: "/opt/chrome" }, ["/usr/bin/chromium", "/opt/chrome"], "/opt/chrome"],
  ["linux", env, [], undefined],
  ["darwin", env, [mac], mac],
  ["win32", { PROGRAMFILES: "C:\\Program Files" }, [edge], edge],
] as const)("finds a browser on %s", (platform, environment, present, found) => {
  expect(findChromium(platform, environment, only(...present))).toBe(found);
});

it("gives up the sandbox as root alone", () => {
  expect(chromiumArguments(true)).toContain("--no-sandbox");
  expect(chromiumArguments(false)).not.toContain("--no-sandbox");
});
