import type { DesktopEvent } from "#contract/desktop.ts";

export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** What the system shows when an event deserves the person's attention outside the window. */
export function noticeOf(event: DesktopEvent): Notice | null {
  if (event.type !== "feed" || event.event.type !== "invited") return null;
  return { title: "New invitation", body: `${event.event.organizationName} invites you to join` };
}
