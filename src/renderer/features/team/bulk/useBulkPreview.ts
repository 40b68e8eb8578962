import { useTranslation } from "react-i18next";
import type { PlanChange } from "#contract/entities/plan.ts";
import { mostPlanned } from "#contract/lists.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Told } from "#renderer/app/preview/usePreview.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { faultText } from "#renderer/ui/page/faultText.ts";
import type { MemberRow } from "../people.ts";
import type { Plan, Skipped } from "./job.ts";

export interface BulkPreview extends Plan<MemberRow> {
  readonly told: Told;
  /** Whether the choice as it stands has been worked out, and somebody is left. */
  readonly isReady: boolean;
}

/**
 * What an act on several people comes to, as the server works it out: with the effects of those before on those
 * after, and without whoever its rules refuse. What cannot be worked out keeps nobody from acting.
 */
export function useBulkPreview(organization: Organization, change: PlanChange, plan: Plan<MemberRow>): BulkPreview {
  const { t } = useTranslation();
  const accountIds = plan.ready.slice(0, mostPlanned).map(({ member }) => member.accountId);
  const input = { change, targets: [{ organizationId: organization.id, accountIds }] };
  const { data, error, isFetching } = useOperation("plan.preview", input, {
    enabled: accountIds.length > 0,
    keepPrevious: true,
  });
  const faults = new Map(
    (isFetching ? [] : (data?.items ?? [])).flatMap(({ accountId, verdict }) =>
      verdict.verdict === "fault" ? [[accountId, faultText(t, verdict.fault)]] : [],
    ),
  );
  const refused = Map.groupBy(plan.ready, ({ member }) => faults.get(member.accountId) ?? null);
  const going = refused.get(null) ?? [];
  const skipped = [...refused].flatMap(([sentence, rows]): Skipped[] =>
    sentence === null ? [] : [{ sentence, names: rows.map(({ member }) => member.name) }],
  );
  const effects = data?.effects ?? null;
  return {
    told: {
      preview: effects === null ? undefined : { ...effects, verdict: { allowed: true } },
      fault: error,
      moved: false,
    },
    ready: going,
    skipped: [...plan.skipped, ...skipped],
    isReady: going.length > 0 && !isFetching,
  };
}
