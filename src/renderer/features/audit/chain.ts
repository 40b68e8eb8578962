import { useEffect } from "react";
import { useSearchParams } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";

/** Logs up to this length are verified when somebody opens them; longer ones on request. */
const verifiedUnasked = 20_000;

/** What the server found when it walked the chain, and the way to have it walked again. */
export function useChain(organization: Organization) {
  const online = useOnline();
  const enabled = online && organization.revision <= verifiedUnasked;
  const { data, error, isFetching, refetch } = useOperation(
    "auditEvent.verify",
    { organizationId: organization.id },
    { enabled },
  );
  useAskedFor(refetch);
  return { report: data, fault: error, checking: isFetching, verify: refetch };
}

/** An address that ends in `?verify`, as the command palette gives it, has the chain walked once. */
function useAskedFor(verify: () => void): void {
  const [params, setParams] = useSearchParams();
  const asked = params.has("verify");
  useEffect(() => {
    if (!asked) return;
    verify();
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete("verify");
        return next;
      },
      { replace: true },
    );
  }, [asked, verify, setParams]);
}

export type Chain = ReturnType<typeof useChain>;
