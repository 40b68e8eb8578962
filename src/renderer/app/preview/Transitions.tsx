import { useTranslation } from "react-i18next";
import type { Transition } from "#contract/entities/change.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { Effect } from "./Effect.tsx";
import classes from "./Preview.module.css";
import { groupTitle } from "./titles.ts";

interface TransitionsProps {
  readonly organization: Organization;
  readonly transitions: readonly Transition[];
  readonly nameOf: (role: string) => string;
}

/** What several people gain and lose, told once for those who change alike; the highest roles first. */
export function Transitions({ organization, transitions, nameOf }: TransitionsProps) {
  const { t } = useTranslation("preview");
  if (transitions.length === 0) return null;
  const policy = policyFor(organization);
  const rankOf = ({ from, to }: Transition) => roleOf(policy, from ?? to ?? "")?.rank ?? 0;
  return (
    <ul className={classes["effects"]}>
      {transitions
        .toSorted((a, b) => rankOf(b) - rankOf(a))
        .map((transition) => (
          <Effect
            key={JSON.stringify(transition)}
            organization={organization}
            title={groupTitle(t, nameOf, transition)}
            gained={transition.gained}
            lost={transition.statusTo === "active" ? transition.lost : []}
          />
        ))}
    </ul>
  );
}
