import { useTranslation } from "react-i18next";
import type { Person } from "#contract/entities/people.ts";
import { OrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import type { Managed } from "../managed.ts";
import { currentOf } from "./people.ts";
import classes from "./People.module.css";

interface OrganizationStackProps {
  readonly person: Person;
  readonly byId: ReadonlyMap<string, Managed>;
}

const shown = 3;
const namedAtMost = 12;

/** The one organization by its name; several as the first pictures and a count, with their names on hover. */
export function OrganizationStack({ person, byId }: OrganizationStackProps) {
  const { t } = useTranslation("people");
  const current = currentOf(person).flatMap(({ organizationId }) => byId.get(organizationId) ?? []);
  const more = current.length > namedAtMost ? ` ${t("plans.draft.more", { count: current.length - namedAtMost })}` : "";
  const names = current.slice(0, namedAtMost).map(({ name }) => name);
  const [only] = current;
  if (only === undefined) return <span className={classes["quiet"]}>–</span>;
  return (
    <span className={classes["stack"]} data-tip={current.length > 1 ? names.join(", ") + more : undefined}>
      <span className={classes["pictures"]}>
        {current.slice(0, shown).map((organization) => (
          <OrganizationAvatar key={organization.id} organization={organization} size={20} />
        ))}
      </span>
      <Truncate>{current.length === 1 ? only.name : t("organizations", { count: current.length })}</Truncate>
    </span>
  );
}
