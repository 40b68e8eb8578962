import { once } from "node:events";
import { eventually } from "#test/support/eventually.ts";
import { describe, expect, test } from "vitest";
import { memoryFiles, testDesktop } from "../support/desktop.ts";
import { organizationId, signedIn } from "../support/people.ts";
import { breakConnection, stubServer } from "../support/stub-server.ts";
import { password, wholeServer } from "../support/whole-server.ts";

describe("audit export", () => {
  test("writes the file and tells how many events it holds", async () => {
    const files = memoryFiles();
    const server = await wholeServer();
    const desktop = testDesktop({ exportFiles: files.files });
    await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
    await desktop.call("session.signIn", { email: "ada@example.com", password });
    expect(await desktop.call("auditExport.start", { organizationId, format: "csv" })).toMatchObject({ ok: true });
    await eventually(() =>
      expect(desktop.events).toContainEqual(expect.objectContaining({ status: "done", written: 2, total: 2 })),
    );
    expect([...files.finished.values()]).toEqual(['revision,name\n2,"a\nb"\n1,c\n']);
  });

  test("a broken or cancelled one leaves no file", async () => {
    const files = memoryFiles();
    const server = await stubServer({
      "session.signIn": async () => signedIn(),
      "auditEvent.export": async (request, reply) => {
        if (request.url.includes("format=csv")) return breakConnection(reply, "revision\n1\n");
        reply.hijack();
        reply.raw.writeHead(200, { "x-total-count": "9" });
        reply.raw.write("{}\n");
        return await once(reply.raw, "close");
      },
    });
    const desktop = testDesktop({ exportFiles: files.files });
    await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
    await desktop.call("session.signIn", { email: "ada@example.com", password });
    await desktop.call("auditExport.start", { organizationId, format: "csv" });
    await eventually(() =>
      expect(desktop.events).toContainEqual(expect.objectContaining({ status: "failed", file: null })),
    );
    const started = await desktop.call("auditExport.start", { organizationId, format: "json" });
    const exportId = started.ok ? started.value.exportId : "";
    expect(await desktop.call("auditExport.cancel", { exportId })).toMatchObject({ value: { cancelled: true } });
    await eventually(() =>
      expect(desktop.events).toContainEqual(expect.objectContaining({ exportId, status: "cancelled" })),
    );
    expect(files.discarded).toHaveLength(2);
    expect(files.finished.size).toBe(0);
    expect(await desktop.call("auditExport.cancel", { exportId })).toMatchObject({ value: { cancelled: false } });
  });

  test("ends with the sign-in of whoever began it, and leaves no file", async () => {
    const files = memoryFiles();
    const server = await stubServer({
      "session.signIn": async () => signedIn(),
      "auditEvent.export": async (_, reply) => {
        reply.hijack();
        reply.raw.writeHead(200, { "x-total-count": "9" });
        reply.raw.write("{}\n");
        return await once(reply.raw, "close");
      },
    });
    const desktop = testDesktop({ exportFiles: files.files });
    await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
    await desktop.call("session.signIn", { email: "ada@example.com", password });
    const started = await desktop.call("auditExport.start", { organizationId, format: "json" });
    const exportId = started.ok ? started.value.exportId : "";
    await desktop.call("session.signOut", { everywhere: false });
    await eventually(() =>
      expect(desktop.events).toContainEqual(expect.objectContaining({ exportId, status: "cancelled" })),
    );
    expect([files.discarded.length, files.finished.size]).toEqual([1, 0]);
  });
});
