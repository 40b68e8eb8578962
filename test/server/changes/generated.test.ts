import { changeNames } from "#contract/changes.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cases } from "../generated/cases.ts";
import { furnishScene, type HostileScene } from "../hostile/inputs.ts";
import { actionsAfter, standing } from "../teams.ts";
import { dumpOf } from "./dump.ts";
import { previewInput, previewOf } from "./previews.ts";

/** Every command on an organization: its preview leaves nothing behind and says what the command then does. */
let server: TestServer;
let scene: HostileScene;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

async function both(name: (typeof changeNames)[number], as: (scene: HostileScene) => Person) {
  scene = await furnishScene(server);
  const { organizationId } = scene;
  const before = await dumpOf(server);
  const preview = await previewOf(server, as(scene), organizationId, name, previewInput(name, scene));
  const kept = await dumpOf(server);
  return { preview, before, kept };
}

test.each(changeNames)("%s leaves nothing behind", async (name) => {
  const { preview, before, kept } = await both(name, ({ caller }) => caller);
  expect(preview.fault).toBeUndefined();
  expect(kept).toEqual(before);
});

/**
 * Not the one whose proof the preview does without: the real one is refused for it. Nor the start of a transfer, whose
 * preview tells what its acceptance does: the test beside this one accepts it.
 */
const proven = changeNames.filter((name) => name !== "deletion.request" && name !== "ownership.startTransfer");

test.each(proven)("%s does what its preview said", async (name) => {
  const { preview } = await both(name, ({ caller }) => caller);
  const { organizationId, caller } = scene;
  const { revision } = await standing(server, organizationId);
  const reply = await server.call(name, cases[name].input(scene), { as: caller });
  const { active_members: used, pending_invitations: pending, owners } = await standing(server, organizationId);
  const { requestId: _, ...fault } = reply.fault ?? {};
  expect(preview.value).toMatchObject({
    verdict: reply.fault === undefined ? { allowed: true } : { allowed: false, fault },
    events: await actionsAfter(server, organizationId, revision),
    seats: { after: { used, pending } },
    administrators: { afterTotal: owners },
  });
});
