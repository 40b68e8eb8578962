import { CloseButton, SegmentedControl, Tooltip } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { PermissionAnswer, PermissionMatrix } from "#contract/entities/permission.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import { RoleBadge } from "#renderer/ui/people/RoleBadge.tsx";
import { SearchField } from "#renderer/ui/form/SearchField.tsx";
import { answerOf } from "./answers.ts";
import { AnswerTable } from "./AnswerTable.tsx";
import { countRows, keepRows, matches, type Row } from "./matrix.ts";
import classes from "./Permissions.module.css";

interface PersonAnswersProps {
  readonly organization: Organization;
  readonly matrix: PermissionMatrix;
  readonly member: Member;
  readonly answers: readonly PermissionAnswer[];
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onBack: () => void;
}

const choices = ["all", "allowed", "refused"] as const;

/** The person, how much they can do, and every permission with its answer and reason. */
export function PersonAnswers(props: PersonAnswersProps) {
  const { organization, matrix, member, answers, search, onSearch, onBack } = props;
  const { t } = useTranslation("permissions");
  const [show, setShow] = useState<(typeof choices)[number]>("all");
  const role = roleOf(policyFor(organization), member.role);
  const allowed = (row: Row) => answerOf(row, answers).allowed;
  const sections = keepRows(keepRows(matrix.sections, matches(search)), (row) =>
    show === "all" ? true : allowed(row) === (show === "allowed"),
  );
  const count = countRows(keepRows(matrix.sections, allowed));
  return (
    <>
      <div className={classes["person"]}>
        <PersonName
          id={member.accountId}
          name={member.name}
          detail={member.email}
          isYou={member.id === organization.me.memberId}
          layout="stacked"
          size={32}
        />
        <RoleBadge name={role?.name ?? member.role} owner={role?.ownerClass === true} />
        <span className={classes["count"]}>
          {t("person.can", { name: member.name, count, total: countRows(matrix.sections) })}
        </span>
        <Tooltip label={t("person.close")}>
          <CloseButton aria-label={t("person.close")} onClick={onBack} />
        </Tooltip>
      </div>
      <div className={classes["toolbar"]}>
        <SearchField label={t("search")} value={search} onChange={onSearch} />
        <SegmentedControl
          size="xs"
          value={show}
          onChange={(value) => setShow(value)}
          data={choices.map((value) => ({ value, label: t(`person.show.${value}`) }))}
        />
      </div>
      <div className={classes["scroller"]}>
        <AnswerTable
          organization={organization}
          roles={matrix.roles}
          member={member}
          sections={sections}
          answers={answers}
        />
      </div>
    </>
  );
}
