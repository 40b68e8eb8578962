import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { decide } from "#domain/policy/decide.ts";
import type { Act, Reason } from "#domain/policy/decision.ts";
import { policyOf, type Policy } from "#domain/policy/policy.ts";
import { refusalText } from "#renderer/app/refusal.ts";
import { useOnline } from "./desktop.ts";

/** Whether the person may do something here; `sentence` says why not, and is null when they may. */
export type Verdict =
  | { readonly allowed: true; readonly sentence: null }
  | { readonly allowed: false; readonly reason: Reason | { readonly code: "offline" }; readonly sentence: string };

const allowed: Verdict = { allowed: true, sentence: null };

/** The same policy table as the server's, for what the person is about to do. */
export function useDecision(organization: Organization, act: Act): Verdict {
  return useDecide(organization)(act);
}

/** As `useDecision`, for lists, where each row asks. */
export function useDecide(organization: Organization): (act: Act) => Verdict {
  const { t } = useTranslation("frame");
  const online = useOnline();
  return useCallback(
    (act) => {
      const policy = policyFor(organization);
      const actor = { memberId: organization.me.memberId, role: organization.me.role, status: "active" } as const;
      const { lastingOwners, purgeAt } = organization;
      const decision = decide(policy, actor, act, { lastingOwners, held: purgeAt !== null });
      if (!decision.allowed) {
        const sentence = refusalText(t, decision.reason, { policy, role: actor.role });
        return { allowed: false, reason: decision.reason, sentence };
      }
      if (online || isReading(act)) return allowed;
      return { allowed: false, reason: { code: "offline" }, sentence: t("refusal.offline") };
    },
    [organization, online, t],
  );
}

/** The policy in force in an organization. */
export function policyFor(organization: Organization): Policy {
  const { preset, adminsDemoteAdmins, customRoles } = organization;
  return policyOf(preset, { switches: { adminsDemoteAdmins }, customRoles });
}

function isReading(act: Act): boolean {
  return act.kind === "use" && /\.view/.test(act.permission);
}
