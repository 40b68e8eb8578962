import { Popover, Tooltip, type FloatingPosition } from "@mantine/core";
import {
  cloneElement,
  useState,
  type AriaAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { useTranslation } from "react-i18next";
import { escapeCloses } from "./keyboard/escapeCloses.ts";
import classes from "./Reason.module.css";

interface Control extends AriaAttributes {
  readonly onClick?: ((event: MouseEvent<HTMLElement>) => void) | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLElement>) => void) | undefined;
}

interface ReasonProps {
  /** Why the control may not be used: what is missing, who has it, who can grant it. Nothing means it may be used. */
  readonly because?: string | null | undefined;
  readonly position?: FloatingPosition;
  /** More about it, for whoever presses the control all the same. */
  readonly explanation?: ReactNode;
  /** What pressing it does instead of nothing, where there is no room beside the control: in a menu. */
  readonly onAsk?: (() => void) | undefined;
  readonly children: ReactElement<Control>;
}

/** Disables a control but keeps it focusable, so that hovering and focusing both say why, and pressing it says more. */
export function Reason({ because, position = "top", explanation, onAsk, children }: ReasonProps) {
  if (!because) return children;
  if (explanation !== undefined) {
    return (
      <Explaining because={because} position={position} explanation={explanation}>
        {children}
      </Explaining>
    );
  }
  const ask = (event: MouseEvent<HTMLElement>) => {
    refuse(event);
    onAsk?.();
  };
  return (
    <Tooltip label={because} position={position} openDelay={100}>
      {cloneElement(children, { ...disabledBy(because), onClick: ask })}
    </Tooltip>
  );
}

type ExplainingProps = Required<Pick<ReasonProps, "position" | "explanation" | "children">> & { because: string };

function Explaining({ because, position, explanation, children }: ExplainingProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const ask = (event: MouseEvent<HTMLElement>) => {
    refuse(event);
    setOpened(!opened);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    escapeCloses(event);
    if (!event.defaultPrevented) children.props.onKeyDown?.(event);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position={position} width={340} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Tooltip label={because} position={position} openDelay={100} disabled={opened}>
          {cloneElement(children, { ...disabledBy(because), onClick: ask, onKeyDown: press })}
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <h3 className={classes["title"]}>{t("action.why")}</h3>
        {opened ? explanation : null}
      </Popover.Dropdown>
    </Popover>
  );
}

const disabledBy = (because: string) => ({ "aria-disabled": true, "aria-description": because }) as const;

function refuse(event: MouseEvent<HTMLElement>): void {
  event.preventDefault();
  event.stopPropagation();
}
