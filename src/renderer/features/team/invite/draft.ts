import { create } from "zustand";
import type { CalendarDay } from "#domain/calendar/calendarDay.ts";
import { personal } from "#renderer/app/drafts/personal.ts";
import { noAccessDraft, type AccessDraft } from "#renderer/app/workspaces/access.ts";

/** What somebody has written but not sent yet. */
export interface InviteDraft {
  readonly list: string;
  /** Null: the preset's first choice. */
  readonly role: string | null;
  readonly message: string;
  /** What they get on joining, for roles that do not see every workspace. */
  readonly access: AccessDraft;
  /** The last day of their access; null for no end. */
  readonly lastDay: CalendarDay | null;
}

export const emptyDraft: InviteDraft = { list: "", role: null, message: "", access: noAccessDraft, lastDay: null };

interface Drafts {
  readonly byOrganization: Readonly<Record<string, InviteDraft>>;
}

const useDrafts = personal(create<Drafts>()(() => ({ byOrganization: {} })));

/**
 * The draft of an organization's invitations; closing the dialog by accident loses nothing. Once sent, role and access
 * stay for the next, whom nobody shall give an end that was meant for these.
 */
export function useInviteDraft(organizationId: string) {
  const draft = useDrafts((state) => state.byOrganization[organizationId]) ?? emptyDraft;
  const change = (part: Partial<InviteDraft>) => set(organizationId, { ...draft, ...part });
  return { draft, change, clear: () => set(organizationId, { ...draft, list: "", message: "", lastDay: null }) };
}

/** Puts addresses below what is on the list already. */
export function addToInviteDraft(organizationId: string, emails: readonly string[]): void {
  const draft = useDrafts.getState().byOrganization[organizationId] ?? emptyDraft;
  const list = draft.list.trimEnd();
  const missing = emails.filter((email) => !list.includes(email));
  set(organizationId, { ...draft, list: [...(list === "" ? [] : [list]), ...missing].join("\n") });
}

function set(organizationId: string, draft: InviteDraft): void {
  useDrafts.setState(({ byOrganization }) => ({ byOrganization: { ...byOrganization, [organizationId]: draft } }));
}
