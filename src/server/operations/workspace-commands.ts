import type { WorkspaceDetails } from "#contract/entities/workspace.ts";
import { isSlug, nextSlug, slugOf } from "#domain/slug.ts";
import { statusAfter, type WorkspaceAct, type WorkspaceStatus } from "#domain/workspaces.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { newId } from "../storage/ids.ts";
import {
  deleteWorkspace,
  insertWorkspace,
  slugsLike,
  updateWorkspace,
  type WorkspaceRow,
} from "../storage/queries/workspaces.ts";
import { loadWorkspace, withItsPeople } from "../workspaces/viewer.ts";
import { cleaned, invalid } from "./invalid.ts";

const fallbackSlug = "workspace";

const targetOf = ({ id, name }: Pick<WorkspaceRow, "id" | "name">) => ({ type: "workspace", id, name }) as const;

type Given = { readonly [Field in keyof WorkspaceDetails]?: WorkspaceDetails[Field] | undefined };

/** The given details as they are stored, or `invalid`. */
function cleanDetails({ name, slug, description }: Given): Partial<WorkspaceDetails> {
  if (slug !== undefined && !isSlug(slug)) invalid("slug", "unknown", "This short name is reserved; choose another");
  return {
    ...(name === undefined ? {} : { name: cleaned("name", name, { max: 100 }) }),
    ...(slug === undefined ? {} : { slug }),
    ...(description === undefined
      ? {}
      : { description: cleaned("description", description, { max: 1000, multiline: true, optional: true }) }),
  };
}

/** The organization's lock is held, so that no other can take the slug meanwhile. */
async function freeSlug({ db, organization }: OrganizationContext, name: string): Promise<string> {
  const base = slugOf(name, fallbackSlug);
  return nextSlug(base, await slugsLike(db, organization.id, base));
}

const done = (context: OrganizationContext, row: WorkspaceRow, change: Pick<AuditEntry, "before" | "after">) => ({
  events: [{ target: targetOf(row), ...change }] as const,
  output: () => withItsPeople(context, row),
  outputReads: true as const,
});

/** The same of a change that leaves the name as it is, so that its event need not wait for it. */
const changed = (
  context: OrganizationContext,
  current: WorkspaceRow,
  set: Parameters<typeof updateWorkspace>[2],
  change: Pick<AuditEntry, "before" | "after">,
) => {
  const sent = updateWorkspace(context.db, current, { ...set, updated_at: context.caller.now });
  return {
    events: [{ target: targetOf(current), ...change }] as const,
    sent,
    output: async () => withItsPeople(context, await sent),
    outputReads: true as const,
  };
};

/** The workspace and the status that the act leads to; refused where it does not stand as the act needs it. */
async function moving(
  context: OrganizationContext,
  id: string,
  act: Exclude<WorkspaceAct, "delete">,
): Promise<{ row: WorkspaceRow; status: WorkspaceStatus }> {
  const row = await loadWorkspace(context, id);
  const status = statusAfter(row.status, act, row.suspended_at !== null);
  if (status === null || status === "deleted") return refuse({ kind: "conflict", code: "workspaceStatus" });
  return { row, status };
}

export const workspaceCommandHandlers = {
  "workspace.create": async (context, input) => {
    const { db, organization, caller } = context;
    const { name = input.name, slug, description = "" } = cleanDetails(input);
    const row = await insertWorkspace(db, {
      organization_id: organization.id,
      id: newId(),
      name,
      slug: slug ?? (await freeSlug(context, name)),
      description,
      created_at: caller.now,
      updated_at: caller.now,
      // Its own event is the next one.
      revision: organization.revision + 1,
    });
    return done(context, row, { before: null, after: { name, slug: row.slug, description } });
  },
  "workspace.update": async (context, { workspaceId, name, slug, description }) => {
    const { db, caller } = context;
    const current = await loadWorkspace(context, workspaceId);
    const details = cleanDetails({ name, slug, description });
    const fields = (Object.keys(details) as (keyof WorkspaceDetails)[]).filter(
      (field) => details[field] !== current[field],
    );
    if (fields.length === 0) invalid("", "nothingToChange", "Nothing differs from what is stored");
    const of = (values: Partial<WorkspaceDetails>) =>
      Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
    const row = await updateWorkspace(db, current, { ...details, updated_at: caller.now });
    return done(context, row, { before: of(current), after: of(details) });
  },
  "workspace.suspend": async (context, { workspaceId, reason: raw }) => {
    const reason = cleaned("reason", raw, { max: 500, multiline: true, optional: true });
    const { row, status } = await moving(context, workspaceId, "suspend");
    const set = { status, suspended_at: context.caller.now, suspended_reason: reason };
    return changed(context, row, set, { before: { status: row.status }, after: { status, reason } });
  },
  "workspace.reactivate": async (context, { workspaceId }) => {
    const { row, status } = await moving(context, workspaceId, "reactivate");
    const before = { status: row.status, reason: row.suspended_reason };
    return changed(context, row, { status, suspended_at: null, suspended_reason: "" }, { before, after: { status } });
  },
  "workspace.archive": async (context, { workspaceId }) => {
    const { row, status } = await moving(context, workspaceId, "archive");
    const set = { status, archived_at: context.caller.now };
    return changed(context, row, set, { before: { status: row.status }, after: { status } });
  },
  "workspace.restore": async (context, { workspaceId }) => {
    const { row, status } = await moving(context, workspaceId, "restore");
    return changed(context, row, { status, archived_at: null }, { before: { status: row.status }, after: { status } });
  },
  "workspace.delete": async (context, { workspaceId }) => {
    const row = await loadWorkspace(context, workspaceId);
    const workspace = await withItsPeople(context, row);
    const removed = await deleteWorkspace(context.db, row);
    const { name, slug, status } = row;
    return {
      events: [{ target: targetOf(row), before: { name, slug, status }, after: null }],
      output: () => ({ workspace, removed }),
    };
  },
} satisfies Partial<Handlers>;
