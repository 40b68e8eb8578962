import type { Generated } from "kysely";

/** What an organization keeps of a member; no row means nothing yet. */
export interface MemberDetailsTable {
  organization_id: string;
  member_id: string;
  phone: Generated<string>;
  job_title: Generated<string>;
  department: Generated<string>;
  /** Grows with every change of the contact fields. */
  contact_revision: Generated<number>;
  notes: Generated<string>;
  /** Grows with every change of the notes. */
  notes_revision: Generated<number>;
  /** The kinds of mail that the member does not want. */
  muted: Generated<string[]>;
  notifications_set_at: Date | null;
  onboarding_seen: Generated<string[]>;
  onboarding_dismissed_at: Date | null;
}

/** When a membership ends by itself; null where it does not. */
export interface AccessEndColumns {
  access_until: Date | null;
}
