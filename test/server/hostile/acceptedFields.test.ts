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

/** What the declaration lets through meets the rules and the database, which must not stumble over it. */
test.each(operationNames.filter((name) => name !== "feed.follow"))("%s stumbles over nothing", async (name) => {
  const accepted = attempts(probe, name).filter((one) => isValid(name, one));
  await inTurns(accepted, async ({ request, field, value }) => {
    const { status } = await probe.send(request);
    expect(status, `${name} ${field}=${JSON.stringify(value).slice(0, 60)}`).toBeLessThan(500);
  });
});
