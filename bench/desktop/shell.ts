import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Bridge } from "#contract/bridge.ts";
import type { Page } from "@playwright/test";
import { startChild } from "../system/child.ts";
import { startChromium } from "../system/page.ts";

declare global {
  interface Window {
    readonly orgdesk: Bridge;
  }
}

export interface Opened {
  readonly page: Page;
  readonly stop: () => Promise<void>;
}

/** The built desktop in the browser shell, signed in, its snapshot whole. */
export async function openDesktop(
  serverUrl: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Opened> {
  const folder = await mkdtemp(path.join(tmpdir(), "orgdesk-bench-desktop-"));
  const shell = await startChild("out/main/browser.js", ["--json", "--data-dir", folder, "--server", serverUrl], null);
  const browser = await startChromium();
  const stop = async () => {
    await browser.close();
    await shell.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(shell.url);
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    const whole = page.evaluate(snapshotIsWhole);
    await page.getByRole("button", { name: "Sign in" }).click();
    await whole;
    return { page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Until every organization is kept. */
async function snapshotIsWhole(): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = window.orgdesk.subscribe((event) => {
      if (event.type !== "snapshot" || event.organizations === 0) return;
      if (event.filled < event.organizations || event.expected > 0) return;
      end();
      resolve();
    });
  });
}
