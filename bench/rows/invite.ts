import type { Request } from "autocannon";
import type { SampleOrganization } from "#server/sample/agency.ts";
import { withBulkClient } from "#server/storage/bulk.ts";
import { figure } from "../system/figure.ts";
import { rateOf } from "../system/load.ts";
import { inPairs } from "../system/pairs.ts";
import type { Row } from "./row.ts";

let invited = 0;

/** A request that invites somebody new each time, one organization after the other. */
function inviting(organizations: readonly SampleOrganization[], prefix: string, many: boolean): Request {
  return {
    method: "POST",
    setupRequest: (request) => {
      invited += 1;
      const organization = organizations[invited % organizations.length];
      const email = `guest.${invited}@invited.example`;
      return {
        ...request,
        path: `${prefix}/organizations/${organization?.id ?? ""}/invitations`,
        headers: { ...request.headers, "content-type": "application/json" },
        body: JSON.stringify({ ...(many ? { emails: [email] } : { email }), role: "member" }),
      };
    },
  };
}

/** Often enough that nobody reaches 2,000 an hour meanwhile. */
const forgetEveryMs = 2000;

/** Does something while the server forgets what it counted: a bench invites more people than anybody may. */
async function unlimited<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  return await withBulkClient(databaseUrl, async (client) => {
    const forget = async () => await client.query("delete from rate_limits");
    const forgetting = setInterval(() => void forget(), forgetEveryMs);
    try {
      return await work();
    } finally {
      clearInterval(forgetting);
    }
  });
}

/** An invitation with its letter and audit event, against the same inserts by hand behind Fastify. */
export const invitations: Row = async (
  { databaseUrl, serverUrl, peerUrl, filled: { token, inviting: places } },
  pace,
) => {
  const ours = inviting(places, "/v1", true);
  const peers = inviting(places, "", false);
  const compared = await unlimited(databaseUrl, () =>
    inPairs(
      (seconds) => rateOf({ url: serverUrl, token, requests: [ours] }, seconds),
      (seconds) => rateOf({ url: peerUrl, token, requests: [peers] }, seconds),
      pace,
    ),
  );
  return [figure("invite with audit event", "req/s", "the same inserts by hand", compared, { atLeast: 0.6 })];
};
