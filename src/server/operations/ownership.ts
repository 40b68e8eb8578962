import type { OwnershipOffer } from "#contract/entities/ownership.ts";
import { transferLife } from "#domain/ownership.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import { admitThen } from "../invitations/seat-waiting.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import { mailEnded, mailTransferred, partiesOf } from "../ownership/letters.ts";
import { transferTarget } from "../ownership/target.ts";
import { handOver, refuseLeavingOwn } from "../ownership/transfer.ts";
import { newId } from "../storage/ids.ts";
import {
  endOf,
  insertTransfer,
  offersTo,
  pendingTransfer,
  transferById,
  transferOf,
  updateTransfer,
  type TransferRow,
} from "../storage/queries/ownership-transfers.ts";
import { invalid } from "./invalid.ts";
import { factsOf, target } from "./member-target.ts";

/** The offer of a command, still open under the organization's lock. */
async function openTransfer(context: OrganizationContext, transferId: string): Promise<TransferRow> {
  const { db, organization, policy, caller } = context;
  const row = found(await transferById(db, organization.id, transferId), "ownershipTransfer");
  const over = row.status !== "pending" || endOf(policy, row, caller.now) !== null;
  return over ? refuse({ kind: "conflict", code: "transferOver" }) : row;
}

/** The same for the person it was made to; for anybody else it does not exist. */
async function offerToMe(context: OrganizationContext, transferId: string): Promise<TransferRow> {
  const { db, organization, me } = context;
  const row = await transferById(db, organization.id, transferId);
  if (row?.to_member_id !== me.memberId) return refuse({ kind: "notFound", what: "ownershipTransfer" });
  return openTransfer(context, transferId);
}

/** An earlier offer stands in the way only while it can be taken; one that cannot ends here, with its event. */
async function clearTheWay({ db, organization, policy, caller }: OrganizationContext): Promise<AuditEntry[]> {
  const earlier = await pendingTransfer(db, organization.id);
  if (earlier === undefined) return [];
  const status = endOf(policy, earlier, caller.now);
  if (status === null) return refuse({ kind: "conflict", code: "transferPending" });
  await updateTransfer(db, earlier, { status, ended_at: caller.now });
  const action = status === "expired" ? "ownership.expired" : "ownership.cancelled";
  return [{ action, target: transferTarget(earlier), before: { status: "pending" }, after: { status } }];
}

/** Ends an offer without a transfer. */
async function end(context: OrganizationContext, row: TransferRow, status: "declined" | "cancelled") {
  const { db, organization, caller } = context;
  await updateTransfer(db, row, { status, ended_at: caller.now });
  await mailEnded(db, organization.name, row, status);
  return {
    events: [{ target: transferTarget(row), before: { status: "pending" }, after: { status } }] as const,
    output: () => transferOf(row),
  };
}

/** What the offer is made for: a preview of it that only told of an offer would tell nothing. */
async function acceptance(context: OrganizationContext, row: TransferRow): Promise<AuditEntry[]> {
  const [handedOver, ...others] = (await handOver(context, row)).events;
  return [{ ...handedOver, action: "ownership.transferred" }, ...others];
}

export const ownershipHandlers = {
  "ownership.listOffered": async ({ services, account, caller }) => {
    const rows = await offersTo(services.pools.system, account.id);
    return {
      items: rows.flatMap((row): OwnershipOffer[] => {
        const policy = storedPolicy(row);
        if (!policy.preset.ownershipTransfer || endOf(policy, row, caller.now) !== null) return [];
        return [{ ...transferOf(row), organizationName: row.organization_name, preset: policy.preset.key }];
      }),
    };
  },
  "ownership.get": async ({ db, organization, policy, caller }) => {
    const row = await pendingTransfer(db, organization.id);
    const open = row !== undefined && endOf(policy, row, caller.now) === null;
    return { transfer: open ? transferOf(row) : null };
  },
  "ownership.startTransfer": async (context, { toMemberId, formerOwner }) => {
    const { db, account, organization, me, caller } = context;
    const member = await target(context, toMemberId);
    context.require({ kind: "transfer", target: factsOf(member) });
    if (member.id === me.memberId) invalid("toMemberId", "yourself", "Choose somebody else");
    refuseLeavingOwn(context, account.id, formerOwner);
    const ended = await clearTheWay(context);
    const id = newId();
    await insertTransfer(db, {
      organization_id: organization.id,
      id,
      from_member_id: me.memberId,
      to_member_id: member.id,
      to_account_id: member.account_id,
      former_owner: formerOwner,
      created_at: caller.now,
      expires_at: new Date(caller.now.getTime() + transferLife),
    });
    const row = found(await transferById(db, organization.id, id), "ownershipTransfer");
    const facts = { organizationName: organization.name, fromName: account.name };
    const expiresAt = row.expires_at.toISOString();
    await enqueueLetter(db, { letter: "ownershipOffered", ...partiesOf(row).to, ...facts, formerOwner, expiresAt });
    const after = { status: "pending", formerOwner, expiresAt };
    const accepted = context.rehearsal ? await acceptance(context, row) : [];
    return {
      events: [{ target: transferTarget(row), before: null, after }, ...ended, ...accepted],
      output: () => transferOf(row),
    };
  },
  "ownership.acceptTransfer": async (context, { transferId }) => {
    const { db, organization, caller } = context;
    context.require({ kind: "takeOver" });
    const row = await offerToMe(context, transferId);
    refuseLeavingOwn(context, row.from_account_id, row.former_owner);
    await updateTransfer(db, row, { status: "accepted", ended_at: caller.now });
    await mailTransferred(db, organization.name, row);
    return {
      ...(await handOver(context, row)),
      ...admitThen(context, transferOf(row)),
    };
  },
  "ownership.declineTransfer": async (context, { transferId }) => {
    context.require({ kind: "takeOver" });
    return end(context, await offerToMe(context, transferId), "declined");
  },
  "ownership.cancelTransfer": async (context, { transferId }) =>
    end(context, await openTransfer(context, transferId), "cancelled"),
} satisfies Partial<Handlers>;
