import { generateKeyPairSync } from "node:crypto";
import { sealingUnder } from "#server/accounts/sealing.ts";
import { createLog } from "#server/log.ts";
import { handlers } from "#server/operations/handlers.ts";
import { workOffPlan } from "#server/plans/work.ts";
import { openFeedHub } from "#server/feed/hub.ts";
import { openListener } from "#server/storage/listen.ts";
import { openPools } from "#server/storage/pools.ts";

/** Works a plan off in a process of its own, which a test can kill at any moment. */
const [databaseUrl = "", planId = ""] = process.argv.slice(2);
const pools = openPools(databaseUrl);
const listener = await openListener(databaseUrl);
const feed = await openFeedHub(listener);
const signingKey = { key: generateKeyPairSync("ed25519").privateKey, rotations: [] };
const sealing = sealingUnder(Buffer.alloc(32, 7));
const services = {
  sealing,
  signingKey,
  pools,
  listener,
  feed,
  log: createLog("silent"),
  publicUrl: "http://orgdesk.test",
};
process.stdout.write("started\n");
await workOffPlan(services, handlers, planId, { budget: 60_000, leaseSeconds: 1 });
process.exit(0);
