import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PermissionMatrix } from "#contract/entities/permission.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { permissionsOf } from "./answers.ts";
import { PersonAnswers } from "./PersonAnswers.tsx";
import type { View } from "./view.ts";

interface PersonViewProps {
  readonly organization: Organization;
  readonly matrix: PermissionMatrix;
  readonly view: View;
  readonly onChange: (part: Partial<View>) => void;
  readonly memberId: string;
}

/** What one person can do here, asked in one call. */
export function PersonView({ organization, matrix, view, onChange, memberId }: PersonViewProps) {
  const { t } = useTranslation("permissions");
  const organizationId = organization.id;
  const questions = useMemo(
    () => permissionsOf(matrix).map((permission) => ({ memberId, permission })),
    [matrix, memberId],
  );
  const person = useOperation("member.get", { organizationId, memberId });
  const check = useOperation("permission.checkMany", { organizationId, questions });
  const back = () => onChange({ person: null });
  const fault = person.error ?? check.error;
  if (person.data && check.data) {
    return (
      <PersonAnswers
        organization={organization}
        matrix={matrix}
        member={person.data.member}
        answers={check.data.answers}
        search={view.search}
        onSearch={(search) => onChange({ search })}
        onBack={back}
      />
    );
  }
  const backButton = (
    <Button variant="default" onClick={back}>
      {t("person.close")}
    </Button>
  );
  if (fault?.kind === "notFound" || fault?.kind === "invalid") {
    return <EmptyState text={t("person.unknown")} action={backButton} />;
  }
  if (fault) {
    return (
      <ErrorState
        fault={fault}
        onRetry={() => {
          person.refetch();
          check.refetch();
        }}
      />
    );
  }
  return <Loading page="content" lines={12} />;
}
