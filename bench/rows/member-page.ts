import type { Output } from "#contract/operations.ts";
import type { SampleOrganization } from "#server/sample/agency.ts";
import { figure } from "../system/figure.ts";
import { get, rateOf, type Asking } from "../system/load.ts";
import { inPairs, type Slice } from "../system/pairs.ts";
import type { Stage } from "../system/stage.ts";
import type { Row } from "./row.ts";

type Page = Output<"member.list">;

interface Middle {
  readonly cursor: string;
  readonly name: string;
  readonly id: string;
}

/** Walks to the middle of the team, for the position that a real reader would have there. */
async function middleOf({ serverUrl, filled: { token } }: Stage, { id, members }: SampleOrganization): Promise<Middle> {
  let page: Page | undefined;
  for (let seen = 0; seen < members.length / 2; seen += page.items.length) {
    const query = new URLSearchParams({ limit: "200", ...(page?.next ? { cursor: page.next } : {}) });
    const answer = await fetch(`${serverUrl}/v1/organizations/${id}/members?${query.toString()}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    page = (await answer.json()) as Page;
  }
  const last = page?.items.at(-1);
  if (!page?.next || last === undefined) throw new Error("The team has no middle");
  return { cursor: page.next, name: last.name.toLowerCase(), id: last.id };
}

/** The first page and one from the middle, in turn: ours and the one by hand. */
async function askingFor(stage: Stage, organization: SampleOrganization): Promise<{ ours: Slice; peer: Slice }> {
  const middle = await middleOf(stage, organization);
  const { token } = stage.filled;
  const ours = `/v1/organizations/${organization.id}/members`;
  const peer = `/organizations/${organization.id}/members`;
  const slice =
    (asking: Asking): Slice =>
    (seconds) =>
      rateOf(asking, seconds);
  const place = new URLSearchParams({ name: middle.name, after: middle.id }).toString();
  return {
    ours: slice({ url: stage.serverUrl, token, requests: [get(ours), get(`${ours}?cursor=${middle.cursor}`)] }),
    peer: slice({ url: stage.peerUrl, token, requests: [get(peer), get(`${peer}?${place}`)] }),
  };
}

/** Pages of 50 members out of 1,000 and out of 100,000, against one query by hand. */
export const memberPages: Row = async (stage, pace) => {
  const small = await askingFor(stage, stage.filled.small);
  const large = await askingFor(stage, stage.filled.large);
  const byHand = "one query by hand";
  return [
    figure("50 of 1,000 members", "req/s", byHand, await inPairs(small.ours, small.peer, pace), { atLeast: 0.6 }),
    figure("50 of 100,000 members", "req/s", byHand, await inPairs(large.ours, large.peer, pace), { atLeast: 0.6 }),
    figure("100,000 against 1,000 members", "req/s", "ours of 1,000", await inPairs(large.ours, small.ours, pace), {
      atLeast: 1 / 1.2,
    }),
  ];
};
