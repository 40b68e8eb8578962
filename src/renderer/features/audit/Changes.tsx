import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Policy } from "#domain/policy/policy.ts";
import { useNamingPolicy } from "#renderer/app/events/useNamingPolicy.ts";
import classes from "./Audit.module.css";
import { changesOf, type Change } from "./changes.ts";
import { useDetailName } from "./useDetailName.ts";
import { useDetailValue } from "./useDetailValue.ts";

interface ChangesProps {
  readonly event: AuditEvent;
  readonly organization: Organization;
}

/** Before and after beside each other, what differs marked in words and colour. */
export function Changes({ event, organization }: ChangesProps) {
  const { t } = useTranslation("audit");
  const nameOf = useDetailName();
  const changes = changesOf(event);
  const policy = useNamingPolicy(organization, [event]);
  if (changes.length === 0) return <p className={classes["quiet"]}>{t("drawer.noChanges")}</p>;
  return (
    <table className={classes["changes"]}>
      <thead>
        <tr>
          <th scope="col">{t("drawer.field")}</th>
          <th scope="col">{t("drawer.before")}</th>
          <th scope="col">{t("drawer.after")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field} data-changed={change.changed || undefined}>
            <th scope="row">
              {nameOf(change.field)}
              {change.changed ? <VisuallyHidden>({t("drawer.changed")})</VisuallyHidden> : null}
            </th>
            <Side change={change} side="before" policy={policy} />
            <Side change={change} side="after" policy={policy} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideProps {
  readonly change: Change;
  readonly side: "before" | "after";
  readonly policy: Policy;
}

function Side({ change, side, policy }: SideProps) {
  const { t } = useTranslation("audit");
  const told = useDetailValue(policy)(change.field, change[side]);
  if (told === null) {
    return <td className={classes["quiet"]}>{t("drawer.nothing")}</td>;
  }
  const Tag = !change.changed ? "span" : side === "before" ? "del" : "ins";
  return (
    <td dir="auto">
      <Tag>{told}</Tag>
    </td>
  );
}
