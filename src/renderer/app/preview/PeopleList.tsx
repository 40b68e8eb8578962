import { UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonChange } from "#contract/entities/change.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import classes from "./Preview.module.css";
import { personTitle } from "./titles.ts";

/** So many are told one by one; the rest are counted. */
const told = 100;

interface PeopleListProps {
  readonly organization: Organization;
  /** The first of them, by name. */
  readonly people: readonly PersonChange[];
  readonly total: number;
  readonly nameOf: (role: string) => string;
}

/** What becomes of each person, one line each, for those who want to know. */
export function PeopleList({ organization, people, total, nameOf }: PeopleListProps) {
  const { t } = useTranslation("preview");
  const [opened, setOpened] = useState(false);
  const listId = useId();
  const shown = people.slice(0, told);
  if (shown.length === 0) return null;
  return (
    <div>
      <UnstyledButton
        className={classes["each"]}
        aria-expanded={opened}
        aria-controls={listId}
        onClick={() => setOpened(!opened)}
      >
        <IconChevronRight size={14} aria-hidden="true" data-opened={opened} />
        {t("each.title", { count: total })}
      </UnstyledButton>
      {opened ? (
        <ul data-scrolls id={listId} className={classes["people"]} aria-label={t("each.title", { count: total })}>
          {shown.map((person) => (
            <li key={person.memberId}>
              <span>{personTitle(t, nameOf, person)}</span>
              <Details organization={organization} person={person} />
            </li>
          ))}
          {total > shown.length ? (
            <li className={classes["rest"]}>{t("each.rest", { count: total - shown.length })}</li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}

/** Counted here: what is gained and lost stands above, for all who change alike. */
function Details({ organization, person }: { readonly organization: Organization; readonly person: PersonChange }) {
  const { t } = useTranslation("preview");
  const nouns = nounsOfPolicy(policyFor(organization));
  const { workspacesGainedTotal: gained, workspacesLostTotal: lost, sessions } = person;
  const words = [
    ...(gained > 0 ? [t("each.gained", { ...nouns, count: gained })] : []),
    ...(lost > 0 ? [t("each.lost", { ...nouns, count: lost })] : []),
    ...(sessions > 0 ? [t("each.sessions", { count: sessions })] : []),
  ];
  return words.length === 0 ? null : <span className={classes["rest"]}>{words.join(" · ")}</span>;
}
