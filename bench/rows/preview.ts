import { asTime, figure } from "../system/figure.ts";
import { get, post, rateOf, type Asking } from "../system/load.ts";
import { inPairs, type Slice } from "../system/pairs.ts";
import type { Row } from "./row.ts";

/**
 * What a change would do, why something may not be done, and who can: against a page of the team, as one person waits
 * for each. Previews of one organization take its lock in turn, so that many at once would measure the queue.
 */
export const previews: Row = async ({ serverUrl, filled: { token, small } }, pace) => {
  const of = `/v1/organizations/${small.id}`;
  const memberId = small.members.at(-1)?.id ?? "";
  const slice =
    (requests: Asking["requests"]): Slice =>
    (seconds) =>
      rateOf({ url: serverUrl, token, requests, connections: 1 }, seconds);
  const page = slice([get(`${of}/members`)]);
  const change = { operation: "member.remove", input: { memberId } };
  const asked: readonly (readonly [string, Slice])[] = [
    ["preview of a removal", slice([post(`${of}/changes/preview`, { change })])],
    [
      "explanation of a refusal",
      slice([post(`${of}/permissions/explain`, { memberId, question: { kind: "use", permission: "member.invite" } })]),
    ],
    ["who can, everywhere", slice([post("/v1/permissions/who-can", { permission: "billing.manage" })])],
  ];
  const figures = [];
  for (const [name, ours] of asked) {
    figures.push(figure(name, "ms", "page of 50 members", asTime(await inPairs(ours, page, pace)), { atMost: 3 }));
  }
  return figures;
};
