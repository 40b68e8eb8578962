import { isOwnerClass } from "#domain/policy/policy.ts";
import { confirmPassword } from "../accounts/confirm-password.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { endGuard, endOf, guardById, guardsOfOwner } from "../storage/queries/lockout-guards.ts";

/** Confirming that a change of ownership locked nobody out. Undoing it early is the inverse of the change itself. */
export const lockoutHandlers = {
  "lockout.listPending": async ({ services, account }) => ({
    items: await guardsOfOwner(services.pools.system, account.id),
  }),
  "lockout.confirm": async (context, { guardId, password }) => {
    const { db, organization, policy, me, caller } = context;
    const guard = found(await guardById(db, organization.id, guardId), "lockoutGuard");
    // To whoever is no owner it does not exist, as in their list.
    if (!isOwnerClass(policy, me.role)) return refuse({ kind: "notFound", what: "lockoutGuard" });
    await confirmPassword(context, "lockout.confirm", password);
    if (guard.state !== "pending") return refuse({ kind: "conflict", code: "guardOver" });
    const end = endOf(guard, caller.now);
    // Whoever waits for the time that was told finds it kept, however late it is undone.
    if (end !== null) return refuse({ kind: "conflict", code: end === "reverted" ? "guardLate" : "guardOver" });
    await endGuard(db, guard, "confirmed", caller.now);
    return {
      events: [
        {
          target: { type: "member", id: guard.member_id, name: guard.name },
          before: { state: "pending" },
          after: { state: "confirmed" },
        },
      ],
      output: () => ({ guardId }),
    };
  },
} satisfies Partial<Handlers>;
