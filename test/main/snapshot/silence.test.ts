import { join } from "node:path";
import { PassThrough } from "node:stream";
import { createCustody } from "#main/snapshot/custody.ts";
import { createSnapshot } from "#main/snapshot/personal.ts";
import { expect, onTestFinished, test } from "vitest";
import { testFolder } from "../support/desktop.ts";
import { collectingLogger } from "../support/logger.ts";
import { memorySecrets } from "../support/secrets.ts";
import { idOf, organizationId } from "./support/rows.ts";

test("a fill that brings nothing any more is given up, so that others have its place", async () => {
  const custody = createCustody(memorySecrets(), "snapshot", testFolder());
  const snapshot = createSnapshot({
    custody,
    reviewCustody: () => custody,
    program: join(import.meta.dirname, "../../../src/main/snapshot/worker/main.ts"),
    logger: collectingLogger(),
    onRevival: () => undefined,
    silenceMs: 20,
  });
  onTestFinished(async () => snapshot.close());
  await snapshot.openFor(idOf(1));
  const body = new PassThrough();
  const given = { window: { days: 90, mostEvents: 10 }, after: null, body };
  expect(await snapshot.fill(organizationId, given, () => undefined)).toBe("server");
  expect(body.destroyed).toBe(true);
});
