import { Combobox } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState, type UIEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { OrganizationOption } from "./OrganizationOption.tsx";
import classes from "./OrganizationSwitcher.module.css";

/** The value of the option that is no organization. */
export const create = "create";

/** So many are drawn at first, and again whenever somebody comes near the last of them. */
const step = 40;
/** How near, in pixels. */
const ahead = 600;

interface OrganizationOptionsProps {
  readonly organizations: readonly Organization[];
  readonly activeId: string | undefined;
  /** The first nine have shortcuts; not while a search moves them. */
  readonly numbered: boolean;
  /** Somebody points at it. */
  readonly onPoint: (organization: Organization) => void;
}

/** The organizations to choose from, drawn as far as one scrolls, and the way to create one more. */
export function OrganizationOptions({ organizations, activeId, numbered, onPoint }: OrganizationOptionsProps) {
  const { t } = useTranslation("frame");
  const [drawn, setDrawn] = useState(step);
  const onScroll = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent<HTMLElement>) => {
    if (drawn < organizations.length && scrollTop + clientHeight > scrollHeight - ahead) setDrawn(drawn + step);
  };
  return (
    <Combobox.Options
      tabIndex={0}
      mah={380}
      className={classes["options"] ?? ""}
      aria-label={t("organizations")}
      onScroll={onScroll}
    >
      {organizations.slice(0, drawn).map((organization, index) => (
        <OrganizationOption
          key={organization.id}
          organization={organization}
          active={organization.id === activeId}
          place={numbered ? index + 1 : null}
          onPoint={onPoint}
        />
      ))}
      {organizations.length === 0 ? <Combobox.Empty>{t("noneFound")}</Combobox.Empty> : null}
      <Combobox.Option value={create} className={classes["create"] ?? ""}>
        <IconPlus size={16} aria-hidden="true" /> {t("createOrganization")}
      </Combobox.Option>
    </Combobox.Options>
  );
}
