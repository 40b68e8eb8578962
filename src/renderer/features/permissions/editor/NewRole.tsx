import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { placeOf } from "#renderer/ui/keyboard/focusPlace.ts";
import { recoverFocus } from "#renderer/ui/keyboard/keyboardFocus.ts";

interface NewRoleProps {
  readonly organization: Organization;
  /** Takes the keyboard if it is lost, as when the editor was closed. */
  readonly returning: boolean;
  readonly onNew: () => void;
}

/** Opens the editor on a role that holds nothing yet. */
export function NewRole({ organization, returning, onNew }: NewRoleProps) {
  const { t } = useTranslation("permissions");
  const button = useRef<HTMLButtonElement>(null);
  const returned = useEffectEvent(() => {
    if (returning) recoverFocus(button.current && placeOf(button.current));
  });
  useEffect(() => {
    const timer = setTimeout(() => returned());
    return () => clearTimeout(timer);
  }, []);
  return (
    <Explained organization={organization} act={{ kind: "use", permission: "role.manage" }} position="bottom-end">
      <Button ref={button} leftSection={<IconPlus size={16} />} onClick={onNew}>
        {t("editor.newRole")}
      </Button>
    </Explained>
  );
}
