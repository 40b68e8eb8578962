import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PlannedRoles } from "#contract/entities/plan.ts";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { givesRoles } from "./change.ts";
import { CostCell, OwnersCell, SeatsCell } from "./ImpactCells.tsx";
import { IncludedCell } from "./IncludedCell.tsx";
import type { PlanKind } from "./planDraft.ts";
import { RoleCell } from "./RoleCell.tsx";
import type { PlanRow } from "./usePlanRows.ts";
import { VerdictCell } from "./VerdictCell.tsx";

interface ColumnsInput {
  readonly kind: PlanKind;
  readonly roles: PlannedRoles;
  readonly onRoles: (change: (roles: PlannedRoles) => PlannedRoles) => void;
  readonly onToggle: (organizationId: string) => void;
  /** Whether any of the organizations knows what a seat costs. */
  readonly priced: boolean;
}

/** An organization of the plan: in or out, the role there, the verdict, and what it means for seats, money, owners. */
export function useDraftColumns({ kind, roles, onRoles, onToggle, priced }: ColumnsInput) {
  const { t } = useTranslation("people");
  return useMemo((): readonly TableColumn<PlanRow>[] => {
    const role: TableColumn<PlanRow> = {
      id: "role",
      header: t("plans.column.role"),
      cell: ({ organization }) => <RoleCell organization={organization} roles={roles} onRoles={onRoles} />,
      width: 150,
      grow: 0,
      priority: 1,
    };
    const cost: TableColumn<PlanRow> = {
      id: "cost",
      header: t("plans.column.cost"),
      cell: (row) => <CostCell row={row} />,
      value: ({ previewed }) => previewed?.cost?.ifAccepted.amount ?? null,
      width: 120,
      grow: 0,
      align: "end",
      priority: 3,
    };
    return [
      {
        id: "organization",
        header: t("plans.column.organization"),
        cell: (row) => <IncludedCell row={row} onToggle={onToggle} />,
        value: ({ organization }) => organization.name,
        width: 200,
        grow: 1,
        priority: 1,
      },
      ...(givesRoles(kind) ? [role] : []),
      {
        id: "outcome",
        header: t("plans.column.outcome"),
        cell: (row) => <VerdictCell row={row} />,
        value: ({ previewed }) =>
          previewed === undefined ? null : previewed.counts.fault * 1e6 + previewed.counts.nothing,
        width: 240,
        grow: 2,
        priority: 1,
      },
      {
        id: "seats",
        header: t("plans.column.seats"),
        cell: (row) => <SeatsCell row={row} />,
        value: ({ previewed }) => previewed?.seats.after.used ?? null,
        width: 120,
        grow: 0,
        align: "end",
        priority: 2,
      },
      ...(priced ? [cost] : []),
      {
        id: "owners",
        header: t("plans.column.owners"),
        cell: (row) => <OwnersCell row={row} />,
        value: ({ previewed }) => previewed?.ownersLeft ?? null,
        width: 110,
        grow: 0,
        align: "end",
        priority: 2,
      },
    ];
  }, [kind, roles, onRoles, onToggle, priced, t]);
}
