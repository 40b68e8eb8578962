import type { FloatingPosition } from "@mantine/core";
import type { ComponentProps } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import type { Act } from "#domain/policy/decision.ts";
import { useDecision } from "#renderer/bridge/decision.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { questionOf } from "./question.ts";
import { Why } from "./Why.tsx";

interface ExplainedProps {
  readonly organization: Organization;
  readonly act: Act;
  readonly position?: FloatingPosition;
  readonly children: ComponentProps<typeof Reason>["children"];
}

/** A control that is disabled where its act would be refused; it then says why, and who could help. */
export function Explained({ organization, act, position = "bottom", children }: ExplainedProps) {
  const verdict = useDecision(organization, act);
  const question = questionOf(act);
  const explained = !verdict.allowed && verdict.reason.code !== "offline" && question !== null;
  return (
    <Reason
      because={verdict.sentence}
      position={position}
      {...(explained
        ? { explanation: <Why organization={organization} question={question} sentence={verdict.sentence} /> }
        : {})}
    >
      {children}
    </Reason>
  );
}
