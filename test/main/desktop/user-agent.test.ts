import { expect, it } from "vitest";
import { userAgentOf } from "#main/desktop/user-agent.ts";

it.each([
  ["browser", "linux", "Orgdesk 0.1.0, Linux, browser shell"],
  ["electron", "darwin", "Orgdesk 0.1.0, macOS, desktop"],
  ["electron", "win32", "Orgdesk 0.1.0, Windows, desktop"],
  ["browser", "freebsd", "Orgdesk 0.1.0, freebsd, browser shell"],
] as const)("names the program, the system and the shell: %s on %s", (shell, platform, expected) => {
  expect(userAgentOf({ shell, version: "0.1.0" }, platform)).toBe(expected);
});
