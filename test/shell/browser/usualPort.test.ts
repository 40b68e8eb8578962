import { expect, test } from "vitest";
import { createSettings } from "#main/preferences/settings.ts";
import { atUsualPort } from "#main/shell/browser/usual-port.ts";

const site = { origin: "", launchUrl: () => "", close: async () => {} };

/** Where a start asks to be served, of a shell whose system would give it port 50001. */
async function start(asked: number, settings: ReturnType<typeof createSettings>) {
  let wanted: number | null = null;
  await atUsualPort(asked, settings, async ({ port, usualPort = null }) => {
    wanted = port === 0 ? usualPort : port;
    return { ...site, port: wanted ?? 50_001 };
  });
  return wanted;
}

test("a start takes the port of the last one, and one that was asked for stays for that run alone", async () => {
  const settings = createSettings({ store: {} });
  expect(await start(0, settings)).toBeNull();
  expect(await start(50_002, settings)).toBe(50_002);
  expect(await start(0, settings)).toBe(50_001);
});
