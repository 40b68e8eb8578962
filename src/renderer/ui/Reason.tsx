import { Tooltip, type FloatingPosition } from "@mantine/core";
import { cloneElement, type AriaAttributes, type MouseEvent, type ReactElement } from "react";

interface Control extends AriaAttributes {
  readonly onClick?: ((event: MouseEvent<HTMLElement>) => void) | undefined;
}

interface ReasonProps {
  /** Why the control may not be used: what is missing, who has it, who can grant it. Nothing means it may be used. */
  readonly because?: string | null | undefined;
  readonly position?: FloatingPosition;
  readonly children: ReactElement<Control>;
}

/** Disables a control but keeps it focusable, so that hovering and focusing both say why. */
export function Reason({ because, position = "top", children }: ReasonProps) {
  if (!because) return children;
  return (
    <Tooltip label={because} position={position} openDelay={100}>
      {cloneElement(children, { "aria-disabled": true, "aria-description": because, onClick: refuse })}
    </Tooltip>
  );
}

function refuse(event: MouseEvent<HTMLElement>): void {
  event.preventDefault();
  event.stopPropagation();
}
