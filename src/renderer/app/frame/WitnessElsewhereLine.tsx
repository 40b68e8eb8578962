import { Button } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { hasPermission } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";
import { paths } from "../organizations/paths.ts";
import { useOrganizations } from "../organizations/useOrganizations.ts";
import { useGo } from "../useGo.ts";

/** The first screen comes before it is asked, in milliseconds. */
const pause = 500;

/** That alarms stand about organizations which are not on the screen, so that nobody has to come by to learn it. */
export function WitnessElsewhereLine({ here }: { readonly here: string | undefined }) {
  const { t } = useTranslation("witness");
  const go = useGo();
  const alarmed = useAlarmed().filter(({ id }) => id !== here);
  const [first] = alarmed;
  if (first === undefined) return null;
  const button = (
    <Button size="compact-xs" variant="default" onClick={() => go(paths.section(first.id, "audit"))}>
      {t("elsewhere.open")}
    </Button>
  );
  return (
    <StatusLine tone="alarm" action={button}>
      {t("elsewhere.line", { count: alarmed.length, organization: first.name, others: alarmed.length - 1 })}
    </StatusLine>
  );
}

/** The organizations whose log the person may see and about which an alarm stands. */
function useAlarmed() {
  const ready = usePassed(pause);
  const { data, organizations } = useOrganizations();
  // Of all the person's organizations: not with each that they go to.
  const seen = useMemo(
    () => organizations.filter((each) => hasPermission(policyFor(each), each.me.role, "audit.view")),
    [organizations],
  );
  const organizationIds = useMemo(() => seen.map(({ id }) => id).toSorted(), [seen]);
  const enabled = ready && data !== undefined;
  const { data: found } = useOperation("witness.alarms", { organizationIds }, { enabled });
  const ids = new Set(found?.organizationIds);
  return seen.filter(({ id }) => ids.has(id));
}

function usePassed(milliseconds: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return passed;
}
