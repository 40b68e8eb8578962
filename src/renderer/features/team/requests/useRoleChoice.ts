import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { RoleKey } from "#domain/policy/preset.ts";
import { refusalOf, type Refusal } from "#renderer/app/explain/useRefusal.tsx";
import { useDecide } from "#renderer/bridge/decision.ts";
import { faultText } from "#renderer/ui/page/faultText.ts";
import { factsOf } from "../judging.ts";
import { useOpenRequests } from "./useOpenRequests.ts";

/** How the reader can give a role: at once or by asking an owner. `refused` says why not, without a reason when they can. */
export interface RoleChoice {
  readonly by: "change" | "request";
  readonly refused: Refusal;
}

/** Judges giving a role to a member: whoever needs an approval for it is offered to ask instead of being refused. */
export function useRoleChoice(organization: Organization): (member: Member, to: RoleKey) => RoleChoice {
  const { t: common } = useTranslation();
  const decide = useDecide(organization);
  const open = useOpenRequests(organization);
  return useCallback(
    (member, to) => {
      const target = factsOf(member);
      const act = { kind: "changeRole", target, to } as const;
      const change = decide(act);
      if (change.allowed || change.reason.code !== "needsApproval") {
        return { by: "change", refused: refusalOf(organization, act, change) };
      }
      const asking = { kind: "requestRole", target, to } as const;
      const asked = decide(asking);
      if (!asked.allowed) return { by: "request", refused: refusalOf(organization, asking, asked) };
      const pending = open.has(member.id) ? faultText(common, { kind: "conflict", code: "requestPending" }) : null;
      return { by: "request", refused: { reason: pending } };
    },
    [common, decide, open, organization],
  );
}
