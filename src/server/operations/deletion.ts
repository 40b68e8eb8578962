import { day } from "#domain/calendar/lengths.ts";
import { holdOf } from "#domain/deletion.ts";
import { overtakeAll } from "../approvals/close.ts";
import { confirm } from "../deletion/confirm.ts";
import { mailOwners } from "../deletion/letters.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { admitWaiting } from "../invitations/seat-waiting.ts";
import { enqueuePurge } from "../jobs/purge-job.ts";
import { certificatesOf, isSomebodysOnly, ownersOfTeam } from "../storage/queries/deletions.ts";
import { deletionFacts } from "../storage/queries/organization-facts.ts";
import { setHold } from "../storage/queries/organization-writes.ts";
import { loadOrganization } from "../storage/queries/organizations.ts";
import { inOrder } from "../storage/savepoint.ts";

async function tellOwners(
  { db, account, organization }: OrganizationContext,
  what: "scheduled" | "restored",
  purgeAt: Date,
): Promise<void> {
  const news = { organizationName: organization.name, byName: account.name, what, purgeAt: purgeAt.toISOString() };
  await mailOwners(db, await ownersOfTeam(db, organization.id), news);
}

/** Deleting an organization and bringing it back while it is held. The purge itself is a job. */
export const deletionHandlers = {
  "deletion.preview": async ({ db, organization, policy }) => {
    const facts = await deletionFacts(db, organization.id);
    return { ...facts, auditEvents: organization.revision, holdDays: holdOf(policy.preset.deletion) / day };
  },
  "deletion.request": async (context, { name, password }) => {
    const { db, services, account, organization, policy, caller, underLock, rehearsal } = context;
    await confirm(context, { name, password });
    const isPersonal = underLock?.personalOf !== null;
    if (isPersonal && (await isSomebodysOnly(services.pools.underLock, organization.id))) {
      refuse({ kind: "conflict", code: "ownOrganization" });
    }
    const purgeAt = new Date(caller.now.getTime() + holdOf(policy.preset.deletion));
    // Sent together: none of them waits for what another finds. A rehearsal writes no jobs, which nobody is told of.
    const overtaking = overtakeAll(context);
    const sent = setHold(db, organization.id, { at: caller.now, by: account.name, purgeAt });
    // Awaited with the events; were the requests to fail before, it must not end the server.
    sent.catch(() => undefined);
    const jobs = rehearsal
      ? []
      : [enqueuePurge(db, organization.id, purgeAt), tellOwners(context, "scheduled", purgeAt)];
    await inOrder([overtaking, ...jobs]);
    const overtaken = await overtaking;
    const target = { type: "organization", id: organization.id, name: organization.name } as const;
    const after = { status: "held", purgeAt: purgeAt.toISOString() };
    return {
      events: [{ target, before: { status: "active" }, after }, ...overtaken],
      sent,
      output: () => loadOrganization(db, account.id, organization.id),
      outputReads: true,
    };
  },
  "deletion.restore": async (context) => {
    const { db, account, organization, caller } = context;
    context.require({ kind: "restore" });
    const { purgeAt } = await deletionFacts(db, organization.id);
    if (purgeAt === null) return refuse({ kind: "conflict", code: "notHeld" });
    if (purgeAt <= caller.now) return refuse({ kind: "conflict", code: "holdOver" });
    await setHold(db, organization.id, null);
    await tellOwners(context, "restored", purgeAt);
    const target = { type: "organization", id: organization.id, name: organization.name } as const;
    return {
      events: [{ target, before: { status: "held" }, after: { status: "active" } }],
      output: async () => {
        // A seat may have become free while it was held.
        await admitWaiting(db, organization.id, { requestId: caller.requestId, at: caller.now });
        return loadOrganization(db, account.id, organization.id);
      },
    };
  },
  "deletion.listCertificates": async ({ services, account }) => ({
    items: await certificatesOf(services.pools.system, account.id),
  }),
} satisfies Partial<Handlers>;
