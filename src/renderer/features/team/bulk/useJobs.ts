import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { useBridge } from "#renderer/bridge/bridge.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { factsOf, lastingOwnersAfter, willAllow } from "../judging.ts";
import type { InvitationRow, MemberRow } from "../people.ts";
import type { Job } from "./job.ts";

/** The jobs of a selection: ordinary commands, each with the one that takes it back. */
export function useJobs(organization: Organization) {
  const { t } = useTranslation("team");
  const { t: words } = useTranslation("members");
  const bridge = useBridge();
  const organizationId = organization.id;

  const changeRoles = (rows: readonly MemberRow[], to: string): Job => {
    const role = nameOfRole(policyFor(organization), to);
    const give = (memberId: string, role: string) => () =>
      bridge.call("member.changeRole", { organizationId, memberId, role });
    return {
      title: t("bulk.changing", { count: rows.length, role }),
      doneText: (count) => t("bulk.changed", { count, role }),
      undo: { title: t("bulk.restoring"), doneText: (count) => t("bulk.restored", { count }) },
      items: rows.map(({ member }) => {
        const back = { kind: "changeRole", target: { ...factsOf(member), role: to }, to: member.role } as const;
        const returns = willAllow(organization, back, lastingOwnersAfter(organization, member, member.role, to));
        return {
          id: member.id,
          name: member.name,
          run: give(member.id, to),
          ...(returns ? { undo: give(member.id, member.role) } : {}),
        };
      }),
    };
  };

  const remove = (rows: readonly MemberRow[]): Job => ({
    title: t("bulk.removing", { count: rows.length }),
    doneText: (count) => t("bulk.removed", { count, organization: organization.name }),
    undo: { title: t("bulk.reinstating"), doneText: (count) => t("bulk.reinstated", { count }) },
    items: rows.map(({ member }) => {
      const input = { organizationId, memberId: member.id };
      const back = { kind: "reinstate", target: factsOf(member), role: member.role } as const;
      const returns = willAllow(organization, back, organization.lastingOwners);
      return {
        id: member.id,
        name: member.name,
        run: () => bridge.call("member.remove", input),
        ...(returns ? { undo: () => bridge.call("member.reinstate", input) } : {}),
      };
    }),
  });

  const deactivate = (rows: readonly MemberRow[]): Job => ({
    title: words("bulk.running", { count: rows.length }),
    doneText: (count) => words("bulk.done", { count }),
    undo: { title: words("bulk.undoing"), doneText: (count) => words("bulk.undone", { count }) },
    items: rows.map(({ member }) => {
      const input = { organizationId, memberId: member.id };
      return {
        id: member.id,
        name: member.name,
        run: () => bridge.call("member.deactivate", input),
        undo: () => bridge.call("member.reactivate", input),
      };
    }),
  });

  const invitationItems = (rows: readonly InvitationRow[], name: "invitation.resend" | "invitation.revoke") =>
    rows.map(({ invitation }) => {
      const input = { organizationId, invitationId: invitation.id };
      return {
        id: invitation.id,
        name: invitation.email,
        run: () => bridge.call(name, input),
        ...(name === "invitation.revoke" ? { undo: () => bridge.call("invitation.reinstate", input) } : {}),
      };
    });

  const resend = (rows: readonly InvitationRow[]): Job => ({
    title: t("bulk.resending", { count: rows.length }),
    doneText: (count) => t("bulk.resent", { count }),
    items: invitationItems(rows, "invitation.resend"),
  });

  const revoke = (rows: readonly InvitationRow[]): Job => ({
    title: t("bulk.revoking", { count: rows.length }),
    doneText: (count) => t("bulk.revoked", { count }),
    undo: { title: t("bulk.restoringInvitations"), doneText: (count) => t("bulk.restoredInvitations", { count }) },
    items: invitationItems(rows, "invitation.revoke"),
  });
  return { changeRoles, deactivate, remove, resend, revoke };
}
