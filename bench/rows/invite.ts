import type { Request } from "autocannon";
import type { SampleOrganization } from "#server/sample/agency.ts";
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

/** An invitation with its letter and audit event, against the same inserts by hand behind Fastify. */
export const invitations: Row = async ({ serverUrl, peerUrl, filled: { token, inviting: places } }, pace) => {
  const compared = await inPairs(
    (seconds) => rateOf({ url: serverUrl, token, requests: [inviting(places, "/v1", true)] }, seconds),
    (seconds) => rateOf({ url: peerUrl, token, requests: [inviting(places, "", false)] }, seconds),
    pace,
  );
  return [figure("invite with audit event", "req/s", "the same inserts by hand", compared, { atLeast: 0.6 })];
};
