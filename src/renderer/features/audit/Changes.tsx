import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { useNamingPolicy } from "#renderer/app/events/useNamingPolicy.ts";
import classes from "./Audit.module.css";
import { changesOf } from "./changes.ts";
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
  const valueOf = useDetailValue(useNamingPolicy(organization, [event]));
  // What says nothing on either side, such as an empty list, is no change to whoever reads it.
  const changes = changesOf(event)
    .map((change) => ({
      ...change,
      was: valueOf(change.field, change.before),
      is: valueOf(change.field, change.after),
    }))
    .filter(({ was, is }) => was !== null || is !== null);
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
            <Side told={change.was} tag={change.changed ? "del" : "span"} />
            <Side told={change.is} tag={change.changed ? "ins" : "span"} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideProps {
  readonly told: string | null;
  readonly tag: "del" | "ins" | "span";
}

function Side({ told, tag: Tag }: SideProps) {
  const { t } = useTranslation("audit");
  if (told === null) {
    return <td className={classes["quiet"]}>{t("drawer.nothing")}</td>;
  }
  return (
    <td dir="auto">
      <Tag>{told}</Tag>
    </td>
  );
}
