import { Button } from "@mantine/core";
import type { MenuAction } from "./ActionMenu.tsx";
import { Reason } from "./Reason.tsx";

/** Actions as buttons beside each other; what is not possible stays, disabled, with its reason. */
export function ActionButtons({ actions }: { actions: readonly MenuAction[] }) {
  return actions.map(({ id, label, icon, tone, reason, explanation, onSelect }) => (
    <Reason key={id} because={reason} explanation={explanation} position="bottom">
      <Button
        variant="default"
        leftSection={icon}
        {...(tone === "danger" ? { c: "var(--od-red)" } : {})}
        onClick={onSelect}
      >
        {label}
      </Button>
    </Reason>
  ));
}
