import type { Bridge } from "#contract/bridge.ts";
import { csvLine } from "#renderer/app/files/csv.ts";
import { readPages } from "#renderer/app/files/readPages.ts";
import type { Writing, Written } from "#renderer/app/files/writing.ts";
import { isOfInvitations, keepsInvitation, type TeamFilters } from "../filters.ts";
import { invitationRow, memberRow, type TeamRow } from "../people.ts";
import { invitationsInput, membersInput } from "../reading.ts";

/** The longest page that the contract allows. */
const page = 200;

export interface ExportWork extends Writing {
  readonly bridge: Bridge;
  readonly organizationId: string;
  readonly filters: TeamFilters;
  /** Whether invitations may be read. */
  readonly invites: boolean;
  readonly header: readonly string[];
  readonly cells: (row: TeamRow) => readonly string[];
}

/** Everybody whom the filters leave as CSV, read page by page; invitations first, as on the screen. */
export async function exportTeam(work: ExportWork): Promise<Written> {
  const { bridge, organizationId, filters, invites } = work;
  const { status } = filters;
  const parts = [csvLine(work.header)];
  let count = 0;
  const write = (rows: readonly TeamRow[]) => {
    parts.push(...rows.map((row) => csvLine(work.cells(row))));
    count += rows.length;
    work.onProgress(count);
  };
  if (invites && (status === null || isOfInvitations(status))) {
    const input = invitationsInput(organizationId, filters, page);
    const fault = await readPages(
      work,
      (at) => bridge.call("invitation.list", { ...input, ...at }),
      (items) => write(items.filter((invitation) => keepsInvitation(filters, invitation)).map(invitationRow)),
    );
    if (fault) return { status: "failed", fault };
  }
  if (!isOfInvitations(status)) {
    const input = membersInput(organizationId, filters, page);
    const fault = await readPages(
      work,
      (at) => bridge.call("member.list", { ...input, ...at }),
      (items) => write(items.map(memberRow)),
    );
    if (fault) return { status: "failed", fault };
  }
  return work.signal.aborted ? { status: "cancelled" } : { status: "done", csv: parts.join(""), count };
}
