import { asTime, figure } from "../system/figure.ts";
import { get, post, rateOf, type Asking } from "../system/load.ts";
import { inPairs, type Slice } from "../system/pairs.ts";
import type { Row } from "./row.ts";

const askers = 16;

/**
 * What a change would do, why something may not be done, and who can, at 200 organizations of 1,000 members: against a
 * page of the team, as one person waits for each. Previews of one organization take its lock in turn, so 16 askers of
 * one measure the queue as well.
 */
export const previews: Row = async ({ serverUrl, filled: { token, small } }, pace) => {
  const of = `/v1/organizations/${small.id}`;
  const memberId = small.members.at(-1)?.id ?? "";
  const slice =
    (requests: Asking["requests"], connections = 1): Slice =>
    (seconds) =>
      rateOf({ url: serverUrl, token, requests, connections }, seconds);
  const pages = [get(`${of}/members`)];
  const page = slice(pages);
  const change = { operation: "member.remove", input: { memberId } };
  const suspension = {
    operation: "workspace.suspend",
    input: { workspaceId: await createWorkspace(serverUrl, token, of) },
  };
  const deletion = { operation: "deletion.request", input: {} };
  const preview = [post(`${of}/changes/preview`, { change })];
  const asked: readonly (readonly [string, Slice])[] = [
    ["preview of a removal", slice(preview)],
    ["preview of suspending a workspace", slice([post(`${of}/changes/preview`, { change: suspension })])],
    ["preview of deleting the organization", slice([post(`${of}/changes/preview`, { change: deletion })])],
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
  const queued = asTime(await inPairs(slice(preview, askers), slice(pages, askers), pace));
  const what = `preview, ${askers} askers of one organization`;
  return [...figures, figure(what, "ms", `page of 50 members, ${askers} askers`, queued, { atMost: 3 })];
};

async function createWorkspace(serverUrl: string, token: string, of: string): Promise<string> {
  const response = await fetch(new URL(`${of}/workspaces`, serverUrl), {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ name: `Measured ${Date.now()}` }),
  });
  if (!response.ok) throw new Error(`Creating a workspace was answered with ${response.status}`);
  return ((await response.json()) as { id: string }).id;
}
