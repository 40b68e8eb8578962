import { generateKeyPairSync } from "node:crypto";
import { z } from "zod";
import type { SampleOrganization } from "#server/sample/agency.ts";
import { sealingUnder } from "#server/accounts/sealing.ts";
import { createLog } from "#server/log.ts";
import { openFeedHub } from "#server/feed/hub.ts";
import { dispatcher, type Dispatch } from "#server/dispatch/dispatch.ts";
import type { Services } from "#server/dispatch/services.ts";
import { handlers } from "#server/operations/handlers.ts";
import { workOffPlan } from "#server/plans/work.ts";
import { newId } from "#server/storage/ids.ts";
import { openListener } from "#server/storage/listen.ts";
import { openPools } from "#server/storage/pools.ts";
import { figure } from "../system/figure.ts";
import { inPairs, type Slice } from "../system/pairs.ts";
import type { Stage } from "../system/stage.ts";
import type { Row } from "./row.ts";

const Started = z.object({ id: z.string() });

/** Roles in turn, so that every round changes everybody. */
function nextRole(): () => string {
  let round = 0;
  return () => ((round += 1) % 2 === 0 ? "member" : "admin");
}

interface Work {
  readonly call: (name: Parameters<Dispatch>[0], input: object) => Promise<unknown>;
  readonly services: Services;
  readonly places: readonly SampleOrganization[];
  readonly role: () => string;
}

/** Members but the first, who owns the organization, and the last, whom the row about revocation removes. */
const lowly = ({ members }: SampleOrganization) => members.slice(1, -1);

/** Items a second of plans over all places, one plan after the other. */
const byPlan =
  ({ call, services, places, role }: Work): Slice =>
  async (seconds) => {
    let done = 0;
    const started = performance.now();
    while (performance.now() - started < seconds * 1000) {
      const change = { kind: "changeRole", roles: { byPreset: { agency: role() } } };
      const targets = places.map((place) => ({
        organizationId: place.id,
        accountIds: lowly(place).map(({ person }) => person.id),
      }));
      const { id } = Started.parse(await call("plan.start", { change, targets }));
      while ((await workOffPlan(services, handlers, id, { budget: 60_000 })) !== "nothing");
      done += targets.reduce((sum, { accountIds }) => sum + accountIds.length, 0);
    }
    return (done * 1000) / (performance.now() - started);
  };

/** The same commands a second, one after the other. */
const oneByOne =
  ({ call, places, role }: Work): Slice =>
  async (seconds) => {
    let done = 0;
    const started = performance.now();
    while (performance.now() - started < seconds * 1000) {
      const to = role();
      for (const place of places) {
        for (const { id: memberId } of lowly(place)) {
          await call("member.changeRole", { organizationId: place.id, memberId, role: to });
          done += 1;
        }
      }
    }
    return (done * 1000) / (performance.now() - started);
  };

async function openServices(databaseUrl: string): Promise<Services & { close: () => Promise<void> }> {
  const pools = openPools(databaseUrl);
  const listener = await openListener(databaseUrl);
  const feed = await openFeedHub(listener);
  const close = async () => {
    feed.close();
    await listener.close();
    await pools.close();
  };
  const signingKey = { key: generateKeyPairSync("ed25519").privateKey, rotations: [] };
  const sealing = sealingUnder(Buffer.alloc(32, 7));
  return { pools, listener, feed, signingKey, sealing, log: createLog("silent"), publicUrl: "http://localhost", close };
}

/** A plan over 16 organizations against the same commands in a loop, both without HTTP. */
export const plans: Row = async ({ databaseUrl, filled: { token, inviting } }: Stage, pace) => {
  const services = await openServices(databaseUrl);
  try {
    const dispatch = dispatcher(services, handlers);
    const call: Work["call"] = async (name, input) => {
      const caller = {
        requestId: newId(),
        address: newId(),
        userAgent: "bench",
        token,
        idempotencyKey: null,
        basis: null,
      };
      const answer = await dispatch(name, input, { ...caller, now: new Date() });
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.fault)}`);
      return answer.value;
    };
    // Starting is limited by the hour, which a benchmark fills in seconds.
    const unlimited: Work["call"] = async (name, input) => {
      await services.pools.system.deleteFrom("rate_limits").execute();
      return call(name, input);
    };
    const work = { call, services, places: inviting, role: nextRole() };
    const compared = await inPairs(byPlan({ ...work, call: unlimited }), oneByOne(work), pace);
    return [
      figure("plan over many organizations", "items/s", "the same commands in a loop", compared, { atLeast: 0.5 }),
    ];
  } finally {
    await services.close();
  }
};
