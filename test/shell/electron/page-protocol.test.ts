import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answerPage } from "#main/shell/electron/page-protocol.ts";
import { expect, test } from "vitest";
import { testFolder } from "../../main/support/desktop.ts";

function page(html = "<html>page</html>"): string {
  const folder = testFolder();
  const renderer = join(folder, "renderer");
  mkdirSync(renderer);
  writeFileSync(join(renderer, "index.html"), html);
  writeFileSync(join(folder, "secret.json"), "secret");
  return renderer;
}

/** A request as Electron hands it over; a `Request` of Node would hide forbidden headers. */
const ask = async (url: string, folder: string, method = "GET", origin?: string) => {
  const headers = new Headers(origin === undefined ? {} : { origin });
  return await answerPage(
    Object.create(new Request("http://x/"), {
      url: { value: url },
      method: { value: method },
      headers: { value: headers },
    }),
    folder,
  );
};

test("our page, with strict headers", async () => {
  const response = await ask("app://orgdesk/", page());
  expect(await response.text()).toBe("<html>page</html>");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(response.headers.has("access-control-allow-origin")).toBe(false);
});

test("scripts that stand in our page may run, and no others that are written into one", async () => {
  const own = `<script>first();</script><script type="module" src="./a.js"></script><script>second();</script>`;
  const response = await ask("app://orgdesk/", page(own));
  const [first, second] = ["first();", "second();"].map((text) => createHash("sha256").update(text).digest("base64"));
  const policy = response.headers.get("content-security-policy");
  expect(policy).toContain(`script-src 'self' 'sha256-${first}' 'sha256-${second}'; style-src`);
});

test.each([
  ["another host", "app://other/", "GET", undefined, 403],
  ["another scheme", "https://orgdesk/", "GET", undefined, 403],
  ["a foreign page", "app://orgdesk/", "GET", "https://attacker.example", 403],
  ["a page without origin", "app://orgdesk/", "GET", "null", 403],
  ["another method", "app://orgdesk/", "POST", undefined, 403],
  ["a path above the page", "app://orgdesk/..%2fsecret.json", "GET", undefined, 404],
  ["no such file", "app://orgdesk/missing.js", "GET", undefined, 404],
])("%s is refused", async (_, url, method, origin, status) => {
  const response = await ask(url, page(), method, origin);
  expect(response.status).toBe(status);
  expect(await response.text()).toBe("");
});
