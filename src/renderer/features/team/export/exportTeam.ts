import type { Answer } from "#contract/answer.ts";
import type { Bridge } from "#contract/bridge.ts";
import type { Fault } from "#contract/fault.ts";
import type { TeamFilters } from "../filters.ts";
import { invitationRow, memberRow, type TeamRow } from "../people.ts";
import { invitationsInput, membersInput } from "../reading.ts";
import { csvLine } from "#renderer/app/files/csv.ts";

/** The longest page that the contract allows. */
const page = 200;

export interface ExportWork {
  readonly bridge: Bridge;
  readonly organizationId: string;
  readonly filters: TeamFilters;
  /** Whether invitations may be read. */
  readonly invites: boolean;
  readonly header: readonly string[];
  readonly cells: (row: TeamRow) => readonly string[];
  readonly onProgress: (written: number) => void;
  readonly signal: AbortSignal;
}

export type ExportResult =
  | { readonly status: "done"; readonly csv: string; readonly count: number }
  | { readonly status: "cancelled" }
  | { readonly status: "failed"; readonly fault: Fault };

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Everybody whom the filters leave as CSV, read page by page; invitations first, as on the screen. */
export async function exportTeam(work: ExportWork): Promise<ExportResult> {
  const { bridge, organizationId, filters, invites } = work;
  const { roles, status } = filters;
  const parts = [csvLine(work.header)];
  let count = 0;
  const write = (rows: readonly TeamRow[]) => {
    parts.push(...rows.map((row) => csvLine(work.cells(row))));
    count += rows.length;
    work.onProgress(count);
  };
  if (invites && (status === null || status === "pending")) {
    const input = invitationsInput(organizationId, filters, page);
    const fault = await readAll(
      work.signal,
      (at) => bridge.call("invitation.list", { ...input, ...at }),
      (items) => write(items.filter(({ role }) => roles.length === 0 || roles.includes(role)).map(invitationRow)),
    );
    if (fault) return { status: "failed", fault };
  }
  if (status !== "pending") {
    const input = membersInput(organizationId, filters, page);
    const fault = await readAll(
      work.signal,
      (at) => bridge.call("member.list", { ...input, ...at }),
      (items) => write(items.map(memberRow)),
    );
    if (fault) return { status: "failed", fault };
  }
  return work.signal.aborted ? { status: "cancelled" } : { status: "done", csv: parts.join(""), count };
}

async function readAll<Item>(
  signal: AbortSignal,
  read: (at: { cursor?: string }) => Promise<Answer<PageOf<Item>>>,
  take: (items: readonly Item[]) => void,
): Promise<Fault | null> {
  let next: string | null | undefined;
  while (next !== null && !signal.aborted) {
    const answer = await read(next === undefined ? {} : { cursor: next });
    if (!answer.ok) return answer.fault;
    take(answer.value.items);
    next = answer.value.next;
  }
  return null;
}
