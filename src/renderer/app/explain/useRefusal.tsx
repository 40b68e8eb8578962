import { useCallback, type ReactNode } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import type { Act } from "#domain/policy/decision.ts";
import { useDecide, type Verdict } from "#renderer/bridge/decision.ts";
import { questionOf } from "./question.ts";
import { Why } from "./Why.tsx";

/** Why an act would be refused, in a sentence and at length; nothing for what may be done. */
export interface Refusal {
  readonly reason: string | null;
  readonly explanation?: ReactNode;
}

/** What a control says whose act this verdict refuses. Offline nobody could be asked for more. */
export function refusalOf(organization: Organization, act: Act, verdict: Verdict): Refusal {
  const { sentence: reason } = verdict;
  if (verdict.allowed || verdict.reason.code === "offline") return { reason };
  return {
    reason,
    explanation: <Why organization={organization} question={questionOf(act)} sentence={verdict.sentence} />,
  };
}

/** Judges acts for the entries of menus and lists, each with what it would say. */
export function useRefusal(organization: Organization): (act: Act) => Refusal {
  const decide = useDecide(organization);
  return useCallback((act) => refusalOf(organization, act, decide(act)), [decide, organization]);
}
