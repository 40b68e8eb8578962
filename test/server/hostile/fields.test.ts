import { operationNames } from "#contract/operations.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attempts, isValid } from "./attempts.ts";
import { inTurns, startProbe, type Probe } from "./probe.ts";

/** Every field of every operation, filled with what an attacker writes. The contract itself says what is valid. */
let probe: Probe;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(async () => probe.stop());

/** Only refused calls: they leave nothing behind. */
test.each(operationNames)("%s refuses what its declaration refuses, and changes nothing", async (name) => {
  const refused = attempts(probe, name).filter((one) => !isValid(name, one));
  const before = await probe.stored();
  await inTurns(refused, async ({ request, field, value }) => {
    const { status } = await probe.send(request);
    expect(status >= 400 && status < 500, `${name} ${field}=${JSON.stringify(value).slice(0, 60)}: ${status}`).toBe(
      true,
    );
  });
  expect(await probe.stored()).toBe(before);
});
