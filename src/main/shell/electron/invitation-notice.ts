import type { DesktopEvent } from "#contract/desktop.ts";
import type { Reminder } from "#domain/review/schedule.ts";

export interface Notice {
  readonly title: string;
  readonly body: string;
}

const dueIn: Readonly<Record<Reminder, string>> = {
  soon: "It is due in a week",
  due: "It is due today",
  overdue: "It is overdue",
};

/** What the system shows when an event deserves the person's attention outside the window. */
export function noticeOf(event: DesktopEvent): Notice | null {
  if (event.type !== "feed") return null;
  if (event.event.type === "invited") {
    return { title: "New invitation", body: `${event.event.organizationName} invites you to join` };
  }
  if (event.event.type === "adminDemoted") {
    const { organizationName, byName, memberName, toRoleName } = event.event;
    return { title: `Role change in ${organizationName}`, body: `${byName} made ${memberName} ${toRoleName}` };
  }
  if (event.event.type === "reviewDue") {
    const { organizationName, reminder } = event.event;
    return { title: `Access review of ${organizationName}`, body: dueIn[reminder] };
  }
  if (event.event.type !== "approvalRequested") return null;
  const { organizationName, requesterName, memberName, roleName } = event.event;
  return { title: `Approval in ${organizationName}`, body: `${requesterName} asks to make ${memberName} ${roleName}` };
}
