import { encodeCursor } from "#domain/cursor.ts";
import type { Output } from "#contract/operations.ts";
import { asTime, figure, type Figure } from "../system/figure.ts";
import { get, rateOf } from "../system/load.ts";
import { inPairs, type Slice } from "../system/pairs.ts";
import type { Stage } from "../system/stage.ts";
import type { Row } from "./row.ts";

type Page = Output<"auditEvent.list">;
type Filter = Readonly<Record<string, string>>;

/** Every filter of the screen, common and rare, and pairs of them. */
function filtersOf({ filled: { audited } }: Stage): Readonly<Record<string, Filter>> {
  const [, someone, another] = audited.members;
  const actorId = someone?.person.id ?? "";
  const span = { from: "2025-03-01T00:00:00.000Z", to: "2025-04-01T00:00:00.000Z" };
  return {
    none: {},
    person: { actorId },
    "rare action": { action: "organization.updated" },
    "common action": { action: "invitation.sent" },
    "two actions": { action: "member.removed,organization.updated" },
    target: { targetId: another?.id ?? "" },
    "date range": span,
    "common text": { text: "invitation" },
    "rare text": { text: (another?.person.name ?? "").slice(0, 9) },
    "text of nobody": { text: "zzyzx" },
    "action in a date range": { ...span, action: "organization.updated" },
    "person and action": { actorId, action: "member.removed" },
    "text in a date range": { ...span, text: (another?.person.name ?? "").slice(0, 9) },
  };
}

const queryOf = ({ action, ...rest }: Filter): string => {
  const query = new URLSearchParams(rest);
  for (const one of action?.split(",") ?? []) query.append("action", one);
  return query.toString();
};

/** The revision below which the last page of the filter lies: its 51st event from the beginning. */
async function deepestOf({ serverUrl, filled: { token, audited } }: Stage, filter: Filter): Promise<number> {
  const newer = encodeCursor("audit", [0]);
  const url = `${serverUrl}/v1/organizations/${audited.id}/audit-events?${queryOf({ ...filter, newer })}`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const { items } = (await answer.json()) as Page;
  return (items[0]?.revision ?? 0) + 1;
}

/** The audit page under every filter against its hand-written SQL, and its deepest page against its first. */
export const auditPages: Row = async (stage, { pairs, seconds }) => {
  const { serverUrl, peerUrl, filled } = stage;
  const { token, audited } = filled;
  const slice =
    (url: string, path: string): Slice =>
    (time) =>
      rateOf({ url, token, requests: [get(path)], connections: 4 }, time);
  const figures: Figure[] = [];
  const pace = { pairs, seconds: Math.min(seconds, 1) };
  for (const [name, filter] of Object.entries(filtersOf(stage))) {
    const path = `/v1/organizations/${audited.id}/audit-events?`;
    const first = slice(serverUrl, path + queryOf(filter));
    const byHand = slice(
      peerUrl,
      `/organizations/${audited.id}/audit-events?${new URLSearchParams(filter).toString()}`,
    );
    const compared = asTime(await inPairs(first, byHand, pace));
    figures.push(figure(`audit page, ${name}`, "ms", "its SQL by hand", compared, { atMost: 3 }));
    const older = encodeCursor("audit", [await deepestOf(stage, filter)]);
    const deepest = slice(serverUrl, path + queryOf({ ...filter, older }));
    const depth = asTime(await inPairs(deepest, first, pace));
    figures.push(figure(`deepest audit page, ${name}`, "ms", "its first page", depth, { atMost: 2 }));
  }
  return figures;
};
