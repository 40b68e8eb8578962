import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";

interface NewRoleProps {
  readonly organization: Organization;
  readonly onNew: () => void;
}

/** Opens the editor on a role that holds nothing yet. */
export function NewRole({ organization, onNew }: NewRoleProps) {
  const { t } = useTranslation("permissions");
  return (
    <Explained organization={organization} act={{ kind: "use", permission: "role.manage" }} position="bottom-end">
      <Button leftSection={<IconPlus size={16} />} onClick={onNew}>
        {t("editor.newRole")}
      </Button>
    </Explained>
  );
}
