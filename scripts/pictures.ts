import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { chromium, type Page } from "@playwright/test";
import { chromiumArguments, findChromium } from "./support/chromium.mjs";

// Makes the README's pictures from the running application over the sample agency: `npm run build` comes first.

const root = path.resolve(import.meta.dirname, "..");
const pictures = path.join(root, "docs/pictures");
const children: ChildProcess[] = [];

/** Starts a built program and gives its first line of standard output, which is JSON. */
async function program(name: string, args: readonly string[]): Promise<Record<string, string>> {
  const child = spawn(process.execPath, [path.join(root, "out/main", `${name}.js`), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) =>
      resolve(JSON.parse(line) as Record<string, string>),
    );
    child.once("exit", (code) => (code === 0 ? undefined : reject(new Error(`${name} ended with ${code}`))));
  });
}

async function stopAll(): Promise<void> {
  const running = children.filter((child) => child.exitCode === null);
  await Promise.all(
    running.map(async (child) => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    }),
  );
}

async function visit(page: Page, section: string): Promise<void> {
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: section }).click();
  await page.getByRole("heading", { level: 1, name: section }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(600);
}

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

const folder = await mkdtemp(path.join(tmpdir(), "orgdesk-pictures-"));
const data = path.join(folder, "server");
try {
  await mkdir(pictures, { recursive: true });
  const { email = "", password = "" } = await program("sample", ["--data-dir", data]);
  const server = await program("server", ["--port", "0", "--data-dir", data, "--log-level", "warn"]);
  const shell = await program("browser", [
    "--json",
    "--data-dir",
    path.join(folder, "desktop"),
    "--server",
    server["url"] ?? "",
  ]);
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: chromiumArguments(),
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    colorScheme: "light",
  });
  const page = await context.newPage();
  await page.goto(shell["url"] ?? "");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await visit(page, "Overview");
  await take(page, "overview");
  await visit(page, "Team");
  await take(page, "team");
  await visit(page, "Roles & permissions");
  await take(page, "permissions");
  await page.emulateMedia({ colorScheme: "dark" });
  await visit(page, "Audit log");
  await take(page, "audit-log-dark");
  await visit(page, "Overview");
  await page.keyboard.press("Control+k");
  await page.waitForTimeout(500);
  await take(page, "palette-dark");
  await browser.close();
} finally {
  await stopAll();
  await rm(folder, { recursive: true, force: true });
}
