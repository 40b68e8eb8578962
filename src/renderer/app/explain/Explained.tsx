import type { FloatingPosition } from "@mantine/core";
import type { ComponentProps } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import type { Act } from "#domain/policy/decision.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { useRefusal } from "./useRefusal.tsx";

interface ExplainedProps {
  readonly organization: Organization;
  readonly act: Act;
  /** What stands in the way of whoever may do it. */
  readonly otherwise?: string | null;
  readonly position?: FloatingPosition;
  readonly children: ComponentProps<typeof Reason>["children"];
}

/** A control that is disabled where its act would be refused; it then says why, and who could help. */
export function Explained({ organization, act, otherwise = null, position = "bottom", children }: ExplainedProps) {
  const { reason, ...more } = useRefusal(organization)(act);
  return (
    <Reason because={reason ?? otherwise} position={position} {...more}>
      {children}
    </Reason>
  );
}
