import { createHash } from "node:crypto";
import { connect } from "node:net";
import { finished } from "node:stream/promises";
import { describe, expect, test } from "vitest";
import { cookieOf, get, launchPath, testSite } from "./testSite.ts";

describe("launching", () => {
  test("exchanges the token for a cookie and leads to a clean address", async () => {
    const site = await testSite();
    const reply = await get(site, launchPath(site));
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe("/");
    expect(reply.headers["set-cookie"]).toEqual([
      expect.stringMatching(/^orgdesk-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/),
    ]);
    expect(reply.headers["cache-control"]).toBe("no-store");
  });

  test("is not done by asking for the head alone", async () => {
    const site = await testSite();
    const path = launchPath(site);
    expect((await get(site, path, {}, "HEAD")).status).toBe(405);
    expect((await get(site, path)).status).toBe(303);
  });

  test("a token works once, for one of many that try at the same time", async () => {
    const site = await testSite();
    const path = launchPath(site);
    const replies = await Promise.all(Array.from({ length: 10 }, async () => await get(site, path)));
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await get(site, path)).status).toBe(401);
  });

  test.each(["/launch", "/launch?token=", "/launch?token=guess"])("%s opens nothing", async (path) => {
    const site = await testSite();
    site.launchUrl();
    const reply = await get(site, path);
    expect(reply.status).toBe(401);
    expect(reply.headers).not.toHaveProperty("set-cookie");
  });

  test("several windows, each with its own token", async () => {
    const site = await testSite();
    const cookies = [await cookieOf(site), await cookieOf(site)];
    expect(cookies[0]).not.toBe(cookies[1]);
    for (const cookie of cookies) expect((await get(site, "/", { cookie })).status).toBe(200);
  });
});

describe("the page", () => {
  test("comes with its bridge and strict headers", async () => {
    const site = await testSite();
    const reply = await get(site, "/", { cookie: await cookieOf(site) });
    const [, script = ""] = /<script>(.*?)<\/script>\s*<script type="module" src="\/assets/s.exec(reply.text) ?? [];
    expect(script).toMatch(/^\(\(\) => \{\n"use strict";\n\/\/ bridge\n/);
    const digest = createHash("sha256").update(script).digest("base64");
    const policy = `default-src 'none'; script-src 'self' 'sha256-${digest}'; style-src`;
    expect(reply.headers["content-security-policy"]).toContain(policy);
    expect(reply.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(reply.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
    });
  });

  test("serves its files, and itself for places inside the application", async () => {
    const site = await testSite();
    const cookie = await cookieOf(site);
    const asset = await get(site, "/assets/app-1a2b.js", { cookie });
    expect([asset.status, asset.text]).toEqual([200, "// app"]);
    expect(asset.headers["cache-control"]).toContain("immutable");
    expect(asset.headers["content-security-policy"]).toContain("script-src 'self';");
    expect((await get(site, "/organizations/7/team", { cookie })).text).toContain("page");
    expect((await get(site, "/missing.js", { cookie })).status).toBe(404);
  });

  test.each([
    "/../secret.json",
    "/assets/../../secret.json",
    "/%2e%2e/secret.json",
    "/%2e%2e%2fsecret.json",
    "/..%2fsecret.json",
    "/..%5csecret.json",
    "/assets/..\\..\\secret.json",
    "//etc/passwd",
    "/%00.json",
    "/.hidden.js",
    "/%zz.js",
    "/secret.json%00.html",
  ])("%s leads nowhere", async (path) => {
    const site = await testSite();
    const reply = await get(site, path, { cookie: await cookieOf(site) });
    expect(reply.text).not.toMatch(/^(secret|hidden|root:)/);
    expect([400, 404]).toContain(reply.status);
  });
});

describe("who is refused", () => {
  test.each([
    ["no cookie", {}, 401],
    ["a wrong cookie", { cookie: "orgdesk=guess" }, 401],
    ["another host", { host: "orgdesk.attacker.example" }, 403],
    ["a name for this computer", { host: "localhost:80" }, 403],
    ["a foreign page", { origin: "https://attacker.example" }, 403],
    ["a page without an origin", { origin: "null" }, 403],
    ["another port of this computer", { origin: "http://127.0.0.1:1" }, 403],
    ["a foreign page's navigation", { "sec-fetch-site": "cross-site" }, 403],
    ["another port's navigation", { "sec-fetch-site": "same-site" }, 403],
  ])("%s", async (_, headers: Record<string, string>, status) => {
    const site = await testSite();
    const cookie = await cookieOf(site);
    const given = status === 401 ? headers : { cookie, ...headers };
    for (const path of ["/", "/assets/app-1a2b.js"]) {
      expect((await get(site, path, given)).status).toBe(status);
    }
  });

  test("other methods", async () => {
    const site = await testSite();
    const cookie = await cookieOf(site);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"]) {
      expect((await get(site, "/", { cookie }, method)).status).toBe(405);
    }
  });

  test("an address of another site in the request line", async () => {
    const site = await testSite();
    const reply = await get(site, "http://attacker.example/", { cookie: await cookieOf(site) });
    expect(reply.status).toBe(400);
  });

  test("a request from another network address finds nothing listening", async () => {
    const site = await testSite();
    const port = Number(new URL(site.origin).port);
    await expect(
      new Promise((resolve, reject) => connect(port, "::1").once("connect", resolve).once("error", reject)),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^E/) });
  });
});

test("a finished export is downloaded once, by a window of ours", async () => {
  const site = await testSite();
  const cookie = await cookieOf(site);
  const file = await site.downloads.create("audit-log.csv");
  file.stream.end("revision\n1\n");
  await finished(file.stream);
  const path = await file.finish();
  expect((await get(site, path)).status).toBe(401);
  const reply = await get(site, path, { cookie });
  expect([reply.status, reply.text]).toEqual([200, "revision\n1\n"]);
  expect(reply.headers["content-disposition"]).toBe('attachment; filename="audit-log.csv"');
  expect((await get(site, path, { cookie })).text).not.toContain("revision");
});

test("a start takes the port of the last one where it is free, and any other where it is not", async () => {
  const first = await testSite();
  const beside = await testSite({ usualPort: first.port });
  expect(beside.port).not.toBe(first.port);
  await first.close();
  const next = await testSite({ usualPort: first.port });
  expect(next.port).toBe(first.port);
});
