import { generateKeyPairSync } from "node:crypto";
import { sealingUnder } from "#server/accounts/sealing.ts";
import { openFeedHub } from "#server/feed/hub.ts";
import { createLog } from "#server/log.ts";
import { handlers } from "#server/operations/handlers.ts";
import { workOffReview } from "#server/reviews/work.ts";
import { openListener } from "#server/storage/listen.ts";
import { openPools } from "#server/storage/pools.ts";

/** Carries a review out in a process of its own, which a test can kill at any moment. */
const [databaseUrl = "", organizationId = "", reviewId = ""] = process.argv.slice(2);
const pools = openPools(databaseUrl);
const listener = await openListener(databaseUrl);
const services = {
  pools,
  listener,
  feed: await openFeedHub(listener),
  sealing: sealingUnder(Buffer.alloc(32, 7)),
  signingKey: { key: generateKeyPairSync("ed25519").privateKey, rotations: [] },
  log: createLog("silent"),
  publicUrl: "http://orgdesk.test",
};
// Its lease is over before it begins, so that the test need not wait for its end.
const options = { budget: 60_000, leaseSeconds: -60 };
await workOffReview(services, handlers, { organization_id: organizationId, id: reviewId }, options);
process.exit(0);
