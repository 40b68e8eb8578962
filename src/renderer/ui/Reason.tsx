import { Popover, Tooltip, type FloatingPosition } from "@mantine/core";
import { cloneElement, useState, type AriaAttributes, type MouseEvent, type ReactElement, type ReactNode } from "react";

interface Control extends AriaAttributes {
  readonly onClick?: ((event: MouseEvent<HTMLElement>) => void) | undefined;
}

interface ReasonProps {
  /** Why the control may not be used: what is missing, who has it, who can grant it. Nothing means it may be used. */
  readonly because?: string | null | undefined;
  readonly position?: FloatingPosition;
  /** More about it, for whoever presses the control all the same. */
  readonly explanation?: ReactNode;
  readonly children: ReactElement<Control>;
}

/** Disables a control but keeps it focusable, so that hovering and focusing both say why, and pressing it says more. */
export function Reason({ because, position = "top", explanation, children }: ReasonProps) {
  const [opened, setOpened] = useState(false);
  if (!because) return children;
  const disabled = { "aria-disabled": true, "aria-description": because } as const;
  if (explanation === undefined) {
    return (
      <Tooltip label={because} position={position} openDelay={100}>
        {cloneElement(children, { ...disabled, onClick: refuse })}
      </Tooltip>
    );
  }
  const ask = (event: MouseEvent<HTMLElement>) => {
    refuse(event);
    setOpened(!opened);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position={position} width={340} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Tooltip label={because} position={position} openDelay={100} disabled={opened}>
          {cloneElement(children, { ...disabled, onClick: ask })}
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>{opened ? explanation : null}</Popover.Dropdown>
    </Popover>
  );
}

function refuse(event: MouseEvent<HTMLElement>): void {
  event.preventDefault();
  event.stopPropagation();
}
