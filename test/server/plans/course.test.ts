import { newId } from "#server/storage/ids.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { memberIn, planPeople, planTeams, targets, type PlanPeople, type PlanTeams } from "./agency.ts";
import { start, valueOf, workOff, type PlanGiven } from "./plans.ts";

let server: TestServer;
let people: PlanPeople;
let teams: PlanTeams;

beforeAll(async () => {
  server = await startTestServer();
  people = await planPeople(server);
});
afterAll(async () => server.stop());
beforeEach(async () => {
  teams = await planTeams(server, people);
});

test("cancelling stops before the next item, resuming goes on with what failed too", async () => {
  const { manager, dana } = people;
  const { first, second } = teams;
  const planId = await start(server, manager, {
    change: { kind: "deactivate" },
    targets: targets(dana, first, second),
  });
  const cancelled = valueOf(await server.call("plan.cancel", { planId }, { as: manager }));
  expect(cancelled).toMatchObject({ status: "cancelled", counts: { cancelled: 2, waiting: 0 } });
  await workOff(server, planId);
  expect(await memberIn(server, first, dana)).toMatchObject({ status: "active" });
  valueOf(await server.call("plan.resume", { planId }, { as: manager }));
  await workOff(server, planId);
  expect(await memberIn(server, first, dana)).toMatchObject({ status: "deactivated" });
  expect(valueOf(await server.call("plan.cancel", { planId }, { as: manager })).status).toBe("finished");
  expect(valueOf(await server.call("plan.resume", { planId }, { as: manager })).status).toBe("finished");
});

test("nobody sees or stops another's plan", async () => {
  const { manager, dana } = people;
  const { first } = teams;
  const planId = await start(server, manager, { change: { kind: "remove" }, targets: targets(dana, first) });
  const one = { planId };
  for (const name of ["plan.get", "plan.items", "plan.cancel", "plan.resume", "plan.report"] as const) {
    expect((await server.call(name, one, { as: dana })).fault, name).toMatchObject({ kind: "notFound", what: "plan" });
  }
  expect(valueOf(await server.call("plan.list", {}, { as: dana })).items.map(({ id }) => id)).not.toContain(planId);
  expect(valueOf(await server.call("plan.list", {}, { as: manager })).items[0]).toMatchObject({
    id: planId,
    status: "running",
  });
});

test("a plan names the person where it is about one, however many organizations it touches", async () => {
  const { manager, dana, evan } = people;
  const { first, second } = teams;
  const one: PlanGiven = { change: { kind: "remove" }, targets: targets(dana, first, second) };
  const both: PlanGiven = { change: { kind: "remove" }, targets: [...targets(dana, first), ...targets(evan, second)] };
  const nobody: PlanGiven = {
    change: { kind: "remove" },
    targets: [{ ...targets(dana, first)[0]!, accountIds: [newId()] }],
  };
  const person = async (given: PlanGiven) => valueOf(await server.call("plan.start", given, { as: manager })).person;
  expect(await person(one)).toEqual({ name: dana.name, email: dana.email });
  expect(await person(both)).toBeNull();
  expect(await person(nobody)).toBeNull();
});

test("a start that is sent again is the same plan", async () => {
  const { manager, dana } = people;
  const { first } = teams;
  const given: PlanGiven = { change: { kind: "remove" }, targets: targets(dana, first) };
  const options = { as: manager, headers: { "idempotency-key": newId() } };
  const replies = await Promise.all([1, 2, 3].map(() => server.call("plan.start", given, options)));
  expect(new Set(replies.map((reply) => valueOf(reply).id)).size).toBe(1);
  const other = await server.call("plan.start", { ...given, change: { kind: "deactivate" } }, options);
  expect(other.fault).toMatchObject({ kind: "conflict", code: "idempotencyKeyReused" });
});

test("too many, nobody, or an address where nobody is added are refused as a whole", async () => {
  const { manager } = people;
  const { first } = teams;
  const { organizationId } = first;
  const many = Array.from({ length: 2_501 }, () => newId());
  const refused = async (given: PlanGiven) => {
    const [preview, started] = [
      await server.call("plan.preview", given, { as: manager }),
      await server.call("plan.start", given, { as: manager }),
    ];
    expect(preview.fault?.kind).toBe("invalid");
    expect(started.fault?.kind).toBe("invalid");
  };
  const remove = { kind: "remove" } as const;
  await refused({
    change: remove,
    targets: [
      { organizationId, accountIds: many },
      { organizationId, accountIds: many },
    ],
  });
  await refused({ change: remove, targets: [{ organizationId }] });
  await refused({ change: remove, targets: [{ organizationId, emails: ["a@example.com"] }] });
});
