import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Policy } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { useNamingPolicy } from "#renderer/app/events/useNamingPolicy.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import classes from "./Audit.module.css";
import { changesOf, type Change, type Value } from "./changes.ts";
import { useDetailName } from "./useDetailName.ts";

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
  const format = useFormat();
  const value = change[side];
  if (value === undefined || value === null || value === "") {
    return <td className={classes["quiet"]}>{t("drawer.nothing")}</td>;
  }
  const Tag = !change.changed ? "span" : side === "before" ? "del" : "ins";
  return (
    <td dir="auto">
      <Tag>{valueText(change.field, value, policy, format.dateTime)}</Tag>
    </td>
  );
}

const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function valueText(field: string, value: NonNullable<Value>, policy: Policy, time: (iso: string) => string): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value !== "string") return typeof value === "object" ? JSON.stringify(value) : String(value);
  if (field === "role" || field === "requestedRole") return nameOfRole(policy, value);
  return moment.test(value) ? time(value) : value;
}
