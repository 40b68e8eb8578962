import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import type { Answer } from "#contract/answer.ts";
import type { CallGiven, CallGivens, CallName, CallOutput } from "#contract/bridge.ts";
import type { DesktopEvent } from "#contract/desktop.ts";
import { createDesktop, type Desktop, type DesktopOptions } from "#main/desktop/desktop.ts";
import type { ExportFiles } from "#main/exports/export-files.ts";
import { createSettings } from "#main/preferences/settings.ts";
import { memorySecrets } from "./secrets.ts";
import { collectingLogger, type CollectingLogger } from "./logger.ts";

export interface TestDesktop extends Desktop {
  readonly events: DesktopEvent[];
  readonly log: CollectingLogger;
  call<Name extends CallName>(
    name: Name,
    input: CallGiven<Name>,
    given?: CallGivens,
  ): Promise<Answer<CallOutput<Name>>>;
}

/** A folder that ends with the test; PostgreSQL's user gets through it when the test runs as root. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "orgdesk-desktop-"));
  chmodSync(folder, 0o711);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A whole desktop without a shell; stops with the test. */
export function testDesktop(options: Partial<DesktopOptions> = {}): TestDesktop {
  const log = collectingLogger();
  const events: DesktopEvent[] = [];
  const desktop = createDesktop({
    shell: "browser",
    version: "0.0.0",
    settings: createSettings({ store: {} }),
    secrets: memorySecrets(),
    logger: log,
    userData: testFolder(),
    programs: { server: "server.js", sample: "sample.js" },
    snapshotProgram: join(import.meta.dirname, "../../../src/main/snapshot/worker/main.ts"),
    startProgram: () => {
      throw new Error("This test starts no program");
    },
    exportFiles: memoryFiles().files,
    ...options,
  });
  desktop.subscribe((event) => events.push(event));
  onTestFinished(async () => await desktop.stop());
  return {
    ...desktop,
    events,
    log,
    call: async <Name extends CallName>(name: Name, input: CallGiven<Name>, given: CallGivens = {}) =>
      (await desktop.answer(name, input, given)) as Answer<CallOutput<Name>>,
  };
}

export interface MemoryFiles {
  readonly files: ExportFiles;
  readonly finished: Map<string, string>;
  readonly discarded: string[];
}

/** Exports kept in variables. */
export function memoryFiles(): MemoryFiles {
  const finished = new Map<string, string>();
  const discarded: string[] = [];
  const files: ExportFiles = {
    create: async (name) => {
      const chunks: Buffer[] = [];
      const stream = new PassThrough();
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      return {
        stream,
        finish: async () => {
          finished.set(name, Buffer.concat(chunks).toString("utf8"));
          return `/files/${name}`;
        },
        discard: async () => void discarded.push(name),
      };
    },
  };
  return { files, finished, discarded };
}
