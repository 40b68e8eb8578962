import { ActionIcon, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDots } from "@tabler/icons-react";
import { createContext, memo, useContext, type ReactElement, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "./keyboard/Kbd.tsx";
import { Reason } from "./Reason.tsx";
import { ClosesWithScope } from "./Scope.tsx";
import { useExplaining } from "./dialog/useExplaining.tsx";

/** One entry of a menu: of a row, a page or a selection. */
export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly onSelect: () => void;
  readonly tone?: "danger";
  /** Why it is not possible; the entry stays, disabled. */
  readonly reason?: string | null;
  /** More about the reason, for whoever chooses the entry all the same. */
  readonly explanation?: ReactNode;
  /** Keys, such as `mod+K`. */
  readonly shortcut?: string;
  /** Starts a new group with a line above. */
  readonly separated?: boolean;
}

interface MenuActionsProps {
  readonly actions: readonly MenuAction[];
  readonly onExplain: (explanation: ReactNode) => void;
}

/** The entries, to be placed in a `Menu.Dropdown`. */
export function MenuActions({ actions, onExplain }: MenuActionsProps) {
  return actions.map((action) => [
    action.separated ? <Menu.Divider key={`${action.id}-line`} /> : null,
    <Reason
      key={action.id}
      because={action.reason}
      position="left"
      onAsk={action.explanation ? () => onExplain(action.explanation) : undefined}
    >
      <Menu.Item
        leftSection={action.icon}
        rightSection={action.shortcut ? <Kbd keys={action.shortcut} /> : null}
        {...(action.tone === "danger" ? { c: "var(--od-red)" } : {})}
        onClick={action.onSelect}
        closeMenuOnClick={!action.reason || action.explanation !== undefined}
      >
        {action.label}
      </Menu.Item>
    </Reason>,
  ]);
}

interface ActionMenuProps {
  readonly actions: readonly MenuAction[];
  /** The button; three dots without it. */
  readonly target?: ReactElement;
  readonly label?: string;
}

const Offered = createContext<readonly MenuAction[]>([]);

/** A button that opens a menu of actions. While it is closed, other actions draw nothing anew. */
export function ActionMenu({ actions, ...button }: ActionMenuProps) {
  return (
    <Offered value={actions}>
      <Button {...button} />
    </Offered>
  );
}

const Button = memo(function Button({ target, label }: Omit<ActionMenuProps, "actions">) {
  const { t } = useTranslation();
  const { explain, dialog } = useExplaining();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Menu opened={opened} onChange={(next) => (next ? open() : close())} position="bottom-end" width={220}>
        <Menu.Target>
          {target ?? (
            <ActionIcon size={32} aria-label={label ?? t("action.more")}>
              <IconDots size={16} />
            </ActionIcon>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          <ClosesWithScope onClose={close} />
          <OfferedActions onExplain={explain} />
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
});

function OfferedActions({ onExplain }: Pick<MenuActionsProps, "onExplain">) {
  return <MenuActions actions={useContext(Offered)} onExplain={onExplain} />;
}
