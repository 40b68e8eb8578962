import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { named } from "#renderer/ui/named.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import classes from "./Sidebar.module.css";

interface ItemProps {
  readonly icon: Icon;
  readonly label: string;
  /** Only the icon is shown; the label becomes the name and the tooltip. */
  readonly icons: boolean;
  readonly children?: ReactNode;
}

interface SidebarLinkProps extends ItemProps {
  readonly to: string;
  /** Outside the organization: a way back, in grey. */
  readonly muted?: boolean;
}

export function SidebarLink({ to, icon, label, icons, muted = false, children }: SidebarLinkProps) {
  return named(
    icons ? label : null,
    <PlaceLink to={to} className={classes["item"]} data-muted={muted || undefined}>
      <Content icon={icon} label={label} icons={icons}>
        {children}
      </Content>
    </PlaceLink>,
  );
}

interface SidebarButtonProps extends ItemProps {
  readonly onClick: () => void;
  /** Drawn as a field, as the search is. */
  readonly boxed?: boolean;
}

export function SidebarButton({ icon, label, icons, onClick, boxed = false, children }: SidebarButtonProps) {
  return named(
    icons ? label : null,
    <UnstyledButton className={classes["item"] ?? ""} data-boxed={boxed || undefined} onClick={onClick}>
      <Content icon={icon} label={label} icons={icons}>
        {children}
      </Content>
    </UnstyledButton>,
  );
}

const Content = memo(function Content({ icon: Icon, label, icons, children }: ItemProps) {
  return (
    <>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      {icons ? <VisuallyHidden>{label}</VisuallyHidden> : <span className={classes["label"]}>{label}</span>}
      {children ? <span className={classes["extra"]}>{children}</span> : null}
    </>
  );
});
