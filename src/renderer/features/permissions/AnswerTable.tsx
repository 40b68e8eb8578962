import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { PermissionAnswer } from "#contract/entities/permission.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { answerOf } from "./answers.ts";
import { Mark } from "./Mark.tsx";
import type { Role, Row, Section } from "./matrix.ts";
import classes from "./Matrix.module.css";
import { useReasonText } from "./useReasonText.ts";
import { WhoCan } from "./WhoCan.tsx";

interface AnswerTableProps {
  readonly organization: Organization;
  readonly roles: readonly Role[];
  readonly member: Member;
  readonly sections: readonly Section[];
  readonly answers: readonly PermissionAnswer[];
}

/** Every permission with whether this person has it, and why. */
export function AnswerTable({ organization, roles, member, sections, answers }: AnswerTableProps) {
  const { t } = useTranslation("permissions");
  if (sections.length === 0) return <EmptyState text={t("nothingFound")} />;
  return (
    <table className={classes["matrix"]} data-person aria-label={t("person.label", { name: member.name })}>
      <thead>
        <tr>
          <th scope="col" className={classes["corner"]}>
            {t("permission")}
          </th>
          <th scope="col" className={classes["column"]}>
            {t("person.result")}
          </th>
          <th scope="col" className={classes["reasonColumn"]}>
            {t("person.why")}
          </th>
        </tr>
      </thead>
      {sections.map((section) => (
        <tbody key={section.title}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={classes["section"]}>
              {section.title}
            </th>
          </tr>
          {section.rows.map((row) => (
            <AnswerRow
              key={row.key}
              row={row}
              organization={organization}
              roles={roles}
              member={member}
              answers={answers}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface AnswerRowProps {
  readonly organization: Organization;
  readonly roles: readonly Role[];
  readonly member: Member;
  readonly row: Row;
  readonly answers: readonly PermissionAnswer[];
}

function AnswerRow({ organization, roles, member, row, answers }: AnswerRowProps) {
  const { t } = useTranslation("permissions");
  const reasonText = useReasonText(organization, member);
  const answer = answerOf(row, answers);
  return (
    <tr>
      <th scope="row" className={classes["rowHead"]}>
        <WhoCan organizationId={organization.id} row={row} roles={roles} tabIndex={0} />
      </th>
      <td className={classes["answer"]}>
        <Mark allowed={answer.allowed} />
        <span aria-hidden="true">{answer.allowed ? t("person.allowed") : t("person.refused")}</span>
      </td>
      <td className={classes["reason"]}>{reasonText(row, answer)}</td>
    </tr>
  );
}
