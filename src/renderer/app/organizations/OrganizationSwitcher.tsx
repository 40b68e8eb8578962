import { Combobox, UnstyledButton, useCombobox, VisuallyHidden } from "@mantine/core";
import { IconBuildings, IconChevronDown, IconSwitchHorizontal } from "@tabler/icons-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { named } from "#renderer/ui/named.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { useOfferCommands } from "../commands/commands.ts";
import { useCreateOrganization } from "../create/opening.ts";
import { MyRole } from "./MyRole.tsx";
import { OrganizationAvatar } from "./OrganizationAvatar.tsx";
import { create, OrganizationOptions } from "./OrganizationOptions.tsx";
import classes from "./OrganizationSwitcher.module.css";
import { useOrganizations } from "./useOrganizations.ts";
import { useReady } from "./useReady.ts";
import { useSwitch } from "./useSwitch.ts";

interface OrganizationSwitcherProps {
  readonly active: Organization | undefined;
  readonly icons: boolean;
}

/** Which organization this is, and the way to each other one. */
export function OrganizationSwitcher({ active, icons }: OrganizationSwitcherProps) {
  const { t } = useTranslation("frame");
  const switchTo = useSwitch();
  const { organizations } = useOrganizations();
  const openCreate = useCreateOrganization((state) => state.open);
  const [search, setSearch] = useState("");
  const combobox = useCombobox({
    // Not when it closes: then what goes would be drawn and styled once more while the page waits for its turn.
    onDropdownOpen: () => {
      setSearch("");
      combobox.resetSelectedOption();
      combobox.focusSearchInput();
    },
    onDropdownClose: () => combobox.focusTarget(),
  });
  const found = useMemo(() => matching(organizations, search), [organizations, search]);
  const { openDropdown, selectFirstOption, dropdownOpened } = combobox;
  const ready = useReady();
  const point = useCallback(
    (organization: Organization | undefined) => organization && void ready(organization),
    [ready],
  );
  useEffect(() => {
    if (search === "" || !dropdownOpened) return;
    selectFirstOption();
    point(found[0]);
  }, [search, found, dropdownOpened, selectFirstOption, point]);
  useOfferCommands(
    useCallback(
      () => [
        {
          id: "switch",
          label: t("switch"),
          group: "action",
          icon: <IconSwitchHorizontal size={16} />,
          shortcut: "mod+shift+O",
          run: () => openDropdown(),
        },
      ],
      [t, openDropdown],
    ),
  );
  const submit = (value: string) => {
    // Before the list goes: to remove what has the focus takes longer than to move the focus first.
    combobox.targetRef.current?.focus({ preventScroll: true });
    combobox.closeDropdown();
    const chosen = organizations.find(({ id }) => id === value);
    if (value === create) openCreate();
    else if (chosen) switchTo(chosen);
  };
  const name = active?.name ?? t("noOrganization");
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={submit}
      position="bottom-start"
      width={320}
      // Its style lets it fade in. A transition would draw all of it once more before it goes.
      transitionProps={{ duration: 0 }}
    >
      <Combobox.Target targetType="button">
        {named(
          icons ? name : null,
          <UnstyledButton
            className={classes["target"] ?? ""}
            data-icons={icons || undefined}
            onClick={() => combobox.toggleDropdown()}
          >
            <VisuallyHidden>{t("switchFrom", { name })}</VisuallyHidden>
            {active ? (
              <OrganizationAvatar organization={active} size={28} />
            ) : (
              <span className={classes["none"]} aria-hidden="true">
                <IconBuildings size={16} />
              </span>
            )}
            {icons ? null : (
              <>
                <span className={classes["texts"]} aria-hidden="true">
                  <Truncate className={classes["name"]}>{name}</Truncate>
                  {active ? <MyRole organization={active} plain /> : null}
                </span>
                <IconChevronDown size={14} aria-hidden="true" />
              </>
            )}
          </UnstyledButton>,
        )}
      </Combobox.Target>
      <Combobox.Dropdown className={classes["dropdown"] ?? ""}>
        <Combobox.Search
          value={search}
          aria-label={t("findOrganization")}
          placeholder={t("findOrganization")}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyUp={() => point(found[combobox.getSelectedOptionIndex()])}
        />
        <OrganizationOptions organizations={found} activeId={active?.id} numbered={search === ""} onPoint={point} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

function matching(organizations: readonly Organization[], search: string): readonly Organization[] {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted === "") return organizations;
  return organizations.filter((each) => `${each.name} ${each.slug}`.toLocaleLowerCase().includes(wanted));
}
