import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import { useBridge } from "#renderer/bridge/bridge.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { firstAnswer, type FirstRead } from "#renderer/bridge/ready.ts";
import { loadSection } from "../sectionModules.ts";
import { visibleSections } from "../useSections.ts";
import { useHere } from "./here.ts";

/** What stands around every section of an organization. */
function frameReads(organization: Organization): readonly FirstRead[] {
  if (!policyFor(organization).preset.ownershipTransfer) return [];
  return [firstAnswer("ownership.get", { organizationId: organization.id })];
}

/**
 * Reads ahead, from what is kept on this computer, what the section that the person is in would show of another
 * organization: so that switching there paints at once.
 */
export function useReady(): (organization: Organization) => Promise<void> {
  const bridge = useBridge();
  const client = useQueryClient();
  const here = useHere();
  return useCallback(
    async (organization) => {
      const section = visibleSections(organization).find(({ key }) => key === here);
      if (section === undefined) return;
      const { firstReads } = await loadSection(section);
      const reads = [...(firstReads?.(organization) ?? []), ...frameReads(organization)];
      for (const read of reads) await read(bridge, client);
    },
    [bridge, client, here],
  );
}
