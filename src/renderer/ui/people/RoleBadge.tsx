import { IconCrown } from "@tabler/icons-react";
import { Badge } from "../Badge.tsx";

interface RoleBadgeProps {
  /** The role in the words of the organization's preset. */
  readonly name: string;
  /** Of the owner class: carries the crown. */
  readonly owner?: boolean;
}

/** A role; owners carry a crown. */
export function RoleBadge({ name, owner = false }: RoleBadgeProps) {
  return (
    <Badge tone={owner ? "accent" : "grey"} icon={owner ? <IconCrown size={13} aria-hidden="true" /> : null}>
      {name}
    </Badge>
  );
}
