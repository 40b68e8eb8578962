import type { DesktopState } from "#contract/desktop.ts";
import type { AuditEvent, ChainReport } from "#contract/entities/auditEvent.ts";
import "#renderer/features/audit/routes.tsx";
import { renderSection } from "#test/renderer/features/renderSection.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { anAuditEvent, anOrganization, idOf } from "#test/support/fixtures.ts";

/** An event of an invented log. */
export const event = (revision: number, change: Partial<AuditEvent> = {}) =>
  anAuditEvent({
    revision,
    id: idOf(3000 + revision),
    at: `2026-11-01T09:00:0${revision}.000Z`,
    action: "member.roleChanged",
    target: { type: "member", id: idOf(1002), name: "Dana" },
    before: { role: "member", status: "active" },
    after: { role: "admin", status: "active" },
    ...change,
  });

/** What the server says of a chain that holds. */
export const intact: ChainReport = {
  intact: true,
  events: 3,
  head: "0".repeat(64),
  brokenAt: null,
  problem: null,
  fromColumns: false,
  checkedAt: "2026-11-01T14:05:00.000Z",
};

/** The audit log of an organization in a page of its own. */
export async function show(rest = "audit", handlers: Handlers = {}, role = "owner", start: Partial<DesktopState> = {}) {
  const organization = anOrganization({
    timeZone: "America/New_York",
    me: { memberId: idOf(1001), role, ends: false },
  });
  const bridge = fakeBridge(
    {
      "auditEvent.list": ({ newer }) =>
        newer === undefined
          ? { items: [event(3), event(2), event(1)], older: null, newer: "after3", total: 3 }
          : { items: [event(4)], older: "x", newer: "after4", total: 4 },
      "auditEvent.verify": () => intact,
      ...handlers,
    },
    start,
  );
  return { bridge, ...(await renderSection(organization, bridge, rest)) };
}
