import { ActionIcon, Portal, Tooltip } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconX } from "@tabler/icons-react";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Drawer.module.css";
import { useDrawerKeys } from "./useDrawerKeys.ts";
import { useFocusInside } from "../keyboard/useFocusInside.ts";

interface DrawerProps {
  /** Names the drawer to assistive technology. */
  readonly title: string;
  /** Who or what this is: avatar, name, badge. */
  readonly identity: ReactNode;
  /** Buttons and menu under the identity. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  /** Goes to the row above (-1) or below (1) in the list behind. */
  readonly onStep?: (step: -1 | 1) => void;
  readonly children: ReactNode;
}

/** Details beside the list, which stays usable: ↑ ↓ walk the list, Esc closes. Render it only while open. */
export function Drawer(props: DrawerProps) {
  return (
    <Portal>
      <Panel {...props} />
    </Portal>
  );
}

function Panel({ title, identity, actions, onClose, onStep, children }: DrawerProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const panel = useDrawerKeys(onClose, onStep);
  const { handlers } = useFocusInside(() => panel.current?.focus({ preventScroll: true }));
  return (
    <dialog open ref={panel} className={classes["drawer"]} aria-labelledby={titleId} tabIndex={-1} {...handlers}>
      <header className={classes["header"]}>
        <div className={classes["bar"]}>
          <h2 id={titleId} className={classes["title"]}>
            {title}
          </h2>
          {onStep ? (
            <>
              <BarButton label={t("action.previous")} icon={<IconChevronUp size={16} />} onClick={() => onStep(-1)} />
              <BarButton label={t("action.next")} icon={<IconChevronDown size={16} />} onClick={() => onStep(1)} />
            </>
          ) : null}
          <BarButton label={t("action.close")} icon={<IconX size={16} />} onClick={onClose} />
        </div>
        <div className={classes["identity"]}>{identity}</div>
        {actions ? <div className={classes["actions"]}>{actions}</div> : null}
      </header>
      <div data-scrolls className={classes["body"]}>
        {children}
      </div>
    </dialog>
  );
}

function BarButton({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={26} aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** A titled part of a drawer. */
export function DrawerSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes["section"]}>
      <h3 className={classes["heading"]}>{title}</h3>
      {children}
    </section>
  );
}

/** A fact in a section: its name at the left, its value at the right. */
export function DrawerFact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes["fact"]}>
      <span className={classes["factName"]}>{name}</span>
      <span className={classes["factValue"]}>{children}</span>
    </div>
  );
}
