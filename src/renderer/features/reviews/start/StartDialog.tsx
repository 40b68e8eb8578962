import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { ReviewScope } from "#contract/entities/review.ts";
import { mostReviewed } from "#domain/review/items.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { plainNouns } from "#renderer/app/workspaces/policyNouns.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useDesktopEvent } from "#renderer/bridge/events.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { Dialog, DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { FaultNotice } from "#renderer/ui/page/FaultNotice.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import type { Fault } from "#contract/fault.ts";
import classes from "../Reviews.module.css";
import { OrganizationChoice } from "./OrganizationChoice.tsx";
import { useReviewable } from "./reviewable.ts";
import { forOthers, mostDays, scopeOf, useScopeDraft, type ScopeKind } from "./scope.ts";
import { ScopeFields } from "./ScopeFields.tsx";

interface StartDialogProps {
  /** Chosen at first; without it the organization used last. */
  readonly organizationId: string | null;
  /** What is due there; everybody without it. */
  readonly scope: ReviewScope | undefined;
  readonly onClose: () => void;
  readonly onStarted: (review: DeskReview) => void;
}

/** Starts a review out of what is kept on this computer: of which organizations, and whose access. */
export function StartDialog({ organizationId, scope: due, onClose, onStarted }: StartDialogProps) {
  const { t } = useTranslation("reviews");
  const { t: common } = useTranslation();
  const { organizations } = useReviewable();
  const [given, setGiven] = useState<readonly string[] | null>(organizationId === null ? null : [organizationId]);
  const [draft, change] = useScopeDraft(due);
  const [fault, setFault] = useState<Fault | null>(null);
  const chosen = given ?? organizations.slice(0, 1).map(({ id }) => id);
  const scope = scopeOf(draft);
  const { data, isFetching, refetch } = useOperation(
    "reviews.estimate",
    { organizationIds: [...chosen], scope: scope ?? { kind: "all" } },
    { enabled: chosen.length > 0 && scope !== null, keepPrevious: true },
  );
  const estimates = useMemo(() => new Map(data?.items.map((each) => [each.organizationId, each])), [data]);
  // Whoever waits for the first reading to reach an organization sees when it has.
  useDesktopEvent("snapshot", () => {
    if (chosen.some((id) => estimates.get(id)?.asOf === null)) refetch();
  });
  const usable = chosen.filter((id) => estimates.get(id)?.fault === null);
  const people = usable.reduce((sum, id) => sum + (estimates.get(id)?.people ?? 0), 0);
  const start = useCommand("reviews.start", { onDone: onStarted, onFault: setFault });
  const reason = useReason({
    chosen: chosen.length,
    missing: scope === null ? draft.kind : null,
    organization: organizations.find(({ id }) => id === chosen[0]),
    counting: isFetching && people === 0,
    people,
  });
  return (
    <Dialog title={t("startDialog.title")} onClose={onClose} size={560}>
      <p className={classes["lead"]}>{t("startDialog.what")}</p>
      <FaultNotice fault={fault} />
      <OrganizationChoice
        organizations={organizations}
        chosen={chosen}
        estimates={estimates}
        onChange={(ids) => {
          setGiven(ids);
          change(forOthers(draft, ids.length));
        }}
      />
      <ScopeFields draft={draft} organizationId={chosen.length === 1 ? (chosen[0] ?? null) : null} onChange={change} />
      <DialogFooter pending={start.pending}>
        <Button variant="default" onClick={onClose} disabled={start.pending}>
          {common("action.cancel")}
        </Button>
        <Reason because={reason}>
          <Button loading={start.pending} onClick={() => scope && void start.run({ organizationIds: usable, scope })}>
            {t("startDialog.confirm", { count: people })}
          </Button>
        </Reason>
      </DialogFooter>
    </Dialog>
  );
}

interface Asked {
  readonly chosen: number;
  /** The kind of scope of which something is not chosen yet. */
  readonly missing: ScopeKind | null;
  readonly organization: Organization | undefined;
  readonly counting: boolean;
  readonly people: number;
}

/** Why the review cannot be started as it stands. */
function useReason({ chosen, missing, organization, counting, people }: Asked): string | null {
  const { t } = useTranslation("reviews");
  if (chosen === 0) return t("startDialog.noneChosen");
  if (missing === "workspace")
    return t("startDialog.workspaceFirst", organization ? nounsOf(organization) : plainNouns);
  if (missing !== null) return t("startDialog.daysFirst", { most: mostDays });
  if (counting) return t("startDialog.counting");
  if (people > mostReviewed) return t("startDialog.tooMany", { most: mostReviewed });
  return people === 0 ? t("startDialog.nobody") : null;
}
