import type { ContactFields, MemberContact, MemberNotes } from "#contract/entities/memberDetails.ts";
import { notificationKinds, type NotificationKind } from "#domain/memberNotifications.ts";
import { sql, type Selectable, type Updateable } from "kysely";
import type { Db } from "../database.ts";
import type { MemberDetailsTable } from "../tables/member.ts";
import { hasAccess } from "../access-now.ts";

/** What is kept of a member, as an operation answers it; who may see which part is the caller's to decide. */
export interface StoredDetails {
  readonly contact: MemberContact;
  readonly notes: MemberNotes;
  readonly muted: readonly NotificationKind[];
}

/** A member of whom nothing was written yet has empty details. */
export async function detailsOf(db: Db, organizationId: string, memberId: string): Promise<StoredDetails> {
  const row = await db
    .selectFrom("member_details")
    .select(["phone", "job_title", "department", "contact_revision", "notes", "notes_revision", "muted"])
    .where("organization_id", "=", organizationId)
    .where("member_id", "=", memberId)
    .executeTakeFirst();
  return storedDetailsOf(row);
}

type DetailColumn = "phone" | "job_title" | "department" | "contact_revision" | "notes" | "notes_revision" | "muted";
type DetailRow = { readonly [Column in DetailColumn]: Selectable<MemberDetailsTable>[Column] | null };

export const storedDetailsOf = (row: DetailRow | undefined): StoredDetails => ({
  contact: {
    phone: row?.phone ?? "",
    jobTitle: row?.job_title ?? "",
    department: row?.department ?? "",
    revision: row?.contact_revision ?? 0,
  },
  notes: { text: row?.notes ?? "", revision: row?.notes_revision ?? 0 },
  muted: notificationKinds.filter((kind) => row?.muted?.includes(kind)),
});

type Set = Omit<Updateable<MemberDetailsTable>, "organization_id" | "member_id">;

/** Writes some of a member's details, whether or not there were any. */
export async function writeDetails(db: Db, organizationId: string, memberId: string, set: Set): Promise<void> {
  await db
    .insertInto("member_details")
    .values({ organization_id: organizationId, member_id: memberId, ...set })
    .onConflict((conflict) => conflict.columns(["organization_id", "member_id"]).doUpdateSet(set))
    .execute();
}

export const contactColumns = ({ phone, jobTitle, department }: ContactFields, revision: number): Set => ({
  phone,
  job_title: jobTitle,
  department,
  contact_revision: revision,
});

/** What a new member's checklist depends on; undefined for whoever is no active member. */
export async function onboardingFacts(db: Db, organizationId: string, accountId: string) {
  return db
    .selectFrom("members as m")
    .innerJoin("accounts as a", "a.id", "m.account_id")
    .leftJoin("member_details as d", (join) =>
      join.onRef("d.organization_id", "=", "m.organization_id").onRef("d.member_id", "=", "m.id"),
    )
    .select(["m.id", "m.joined_at", "a.time_zone", "d.phone", "d.job_title", "d.department"])
    .select(["d.notifications_set_at", "d.onboarding_seen", "d.onboarding_dismissed_at"])
    .where("m.organization_id", "=", organizationId)
    .where("m.account_id", "=", accountId)
    .where(hasAccess("m"))
    .executeTakeFirst();
}

/** Notes a step of a checklist as seen. */
export async function noteSeen(db: Db, organizationId: string, memberId: string, step: string): Promise<void> {
  await db
    .insertInto("member_details")
    .values({ organization_id: organizationId, member_id: memberId, onboarding_seen: [step] })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "member_id"]).doUpdateSet({
        onboarding_seen: sql<
          string[]
        >`array(select distinct unnest(array_append(member_details.onboarding_seen, ${step}::text)))`,
      }),
    )
    .execute();
}
