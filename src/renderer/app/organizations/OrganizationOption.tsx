import { Combobox, VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { Kbd } from "#renderer/ui/keyboard/Kbd.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { MyRole } from "./MyRole.tsx";
import { OrganizationAvatar } from "./OrganizationAvatar.tsx";
import classes from "./OrganizationSwitcher.module.css";

interface OrganizationOptionProps {
  readonly organization: Organization;
  readonly active: boolean;
  /** 1 to 9 have a shortcut. */
  readonly place: number | null;
  readonly onPoint: (organization: Organization) => void;
}

/** One organization of the switcher: name, what the person is there, whether it is the active one. */
export function OrganizationOption({ organization, active, place, onPoint }: OrganizationOptionProps) {
  const { t } = useTranslation("frame");
  return (
    <Combobox.Option
      value={organization.id}
      className={classes["option"] ?? ""}
      active={active}
      onMouseEnter={() => onPoint(organization)}
    >
      <OrganizationAvatar organization={organization} size={20} />
      <Truncate className={classes["optionName"]}>{organization.name}</Truncate>
      <MyRole organization={organization} />
      <span className={classes["mark"]} data-keys={place !== null || undefined}>
        {active ? <IconCheck size={14} aria-hidden="true" /> : null}
        {active ? <VisuallyHidden>{t("active")}</VisuallyHidden> : null}
        {!active && place !== null && place <= 9 ? <Kbd keys={`mod+${place}`} /> : null}
      </span>
    </Combobox.Option>
  );
}
