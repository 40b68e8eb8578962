import type { ContactFields, MemberContact } from "#contract/entities/memberDetails.ts";
import { notificationKinds } from "#domain/memberNotifications.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { contactColumns, detailsOf, writeDetails } from "../storage/queries/member-details.ts";
import { cleaned, invalid } from "./invalid.ts";
import { factsOf, target, targetOf } from "./member-target.ts";

const fields = ["phone", "jobTitle", "department"] as const satisfies readonly (keyof ContactFields)[];

/** A change names the revision that it was made on: what somebody else wrote since is not lost unseen. */
function requireRevision(stored: number, given: number): void {
  if (stored !== given) refuse({ kind: "conflict", code: "stateMoved" });
}

const nothingToChange = () => invalid("", "nothingToChange", "Nothing differs from what is stored");

type Given = { readonly [Field in keyof ContactFields]?: string | undefined };

function merged(current: MemberContact, given: Given): ContactFields {
  const value = (field: (typeof fields)[number], max: number) =>
    cleaned(field, given[field] ?? current[field], { max, optional: true });
  return { phone: value("phone", 40), jobTitle: value("jobTitle", 100), department: value("department", 100) };
}

/**
 * What is kept of a member. These are personal data, and audit events cannot be taken back: they say what was changed
 * and by whom, never the content.
 */
export const memberDetailsHandlers = {
  "member.updateDetails": async (context, { memberId, revision, ...given }) => {
    const { db, organization } = context;
    const member = await target(context, memberId);
    context.require({ kind: "editDetails", target: factsOf(member) });
    const { contact } = await detailsOf(db, organization.id, member.id);
    requireRevision(contact.revision, revision);
    const next = merged(contact, given);
    const changed = fields.filter((field) => next[field] !== contact[field]);
    if (changed.length === 0) nothingToChange();
    await writeDetails(db, organization.id, member.id, contactColumns(next, revision + 1));
    return {
      events: [{ target: targetOf(member), before: null, after: { fields: [...changed] } }],
      output: () => ({ ...next, revision: revision + 1 }),
    };
  },
  "member.updateNotes": async (context, { memberId, revision, text: raw }) => {
    const { db, organization } = context;
    const member = await target(context, memberId);
    context.require({ kind: "keepNotes", target: factsOf(member) });
    const { notes } = await detailsOf(db, organization.id, member.id);
    requireRevision(notes.revision, revision);
    const text = cleaned("text", raw, { max: 4000, multiline: true, optional: true });
    if (text === notes.text) nothingToChange();
    await writeDetails(db, organization.id, member.id, { notes: text, notes_revision: revision + 1 });
    return {
      events: [{ target: targetOf(member), before: null, after: { fields: ["notes"] } }],
      output: () => ({ text, revision: revision + 1 }),
    };
  },
  "member.updateNotifications": async (context, { muted: given }) => {
    const { db, organization, caller } = context;
    const member = await target(context, context.me.memberId);
    const muted = notificationKinds.filter((kind) => given.includes(kind));
    await writeDetails(db, organization.id, member.id, { muted, notifications_set_at: caller.now });
    return {
      events: [{ target: targetOf(member), before: null, after: { fields: ["notifications"] } }],
      output: () => ({ muted }),
    };
  },
} satisfies Partial<Handlers>;
