import type { SettingsStore } from "../../preferences/settings.ts";
import type { BrowserSite, BrowserSiteOptions } from "./site.ts";

/**
 * Opens the site at the port that was asked for, or else at that of the last start, and remembers where it is served
 * then: a port that was asked for is meant for that run alone.
 */
export async function atUsualPort(
  asked: number,
  settings: SettingsStore,
  open: (ports: Pick<BrowserSiteOptions, "port" | "usualPort">) => Promise<BrowserSite>,
): Promise<BrowserSite> {
  const site = await open({ port: asked, usualPort: settings.read().port });
  if (asked === 0) settings.write({ port: site.port });
  return site;
}
