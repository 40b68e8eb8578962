import { Menu, UnstyledButton, VisuallyHidden } from "@mantine/core";
import {
  IconChevronUp,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconServer,
  IconSun,
  IconUserCog,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useAccount } from "#renderer/bridge/desktop.ts";
import { usePreferences } from "#renderer/bridge/preferences.ts";
import { Kbd } from "#renderer/ui/keyboard/Kbd.tsx";
import { named } from "#renderer/ui/named.tsx";
import { PersonAvatar } from "#renderer/ui/people/PersonAvatar.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { runCommand } from "../commands/commands.ts";
import { paths } from "../organizations/paths.ts";
import { useSignOut } from "../signOut/useSignOut.tsx";
import { useGo } from "../useGo.ts";
import classes from "./Sidebar.module.css";

const themes = [
  ["system", IconDeviceDesktop],
  ["light", IconSun],
  ["dark", IconMoon],
] as const;

const isTheme = (text: string): text is (typeof themes)[number][0] => themes.some(([theme]) => theme === text);

/** The person: theme, own settings, signing out. */
export function AccountMenu({ icons }: { icons: boolean }) {
  const { t } = useTranslation("frame");
  const account = useAccount();
  const go = useGo();
  const [preferences, save] = usePreferences();
  const { ask, dialog } = useSignOut();
  return (
    <>
      <Menu position="right-end" width={240}>
        <Menu.Target>
          <UnstyledButton className={classes["account"] ?? ""}>
            <VisuallyHidden>{t("account.menu", { name: account.name })}</VisuallyHidden>
            {named(
              icons ? account.name : null,
              <span>
                <PersonAvatar id={account.id} name={account.name} size={28} />
              </span>,
            )}
            {icons ? null : (
              <>
                <span className={classes["accountTexts"]} aria-hidden="true">
                  <Truncate className={classes["accountName"]}>{account.name}</Truncate>
                  <Truncate className={classes["accountDetail"]}>{account.email}</Truncate>
                </span>
                <IconChevronUp size={14} aria-hidden="true" />
              </>
            )}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUserCog size={16} />} onClick={() => go(paths.account)}>
            {t("account.settings")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconKeyboard size={16} />}
            rightSection={<Kbd keys="?" />}
            onClick={() => runCommand("shortcuts")}
          >
            {t("shortcuts.title")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t("account.theme")}</Menu.Label>
          <Menu.RadioGroup value={preferences.theme} onChange={(theme) => isTheme(theme) && save({ theme })}>
            {themes.map(([theme, Icon]) => (
              <Menu.RadioItem key={theme} value={theme} rightSection={<Icon size={16} />}>
                {t(`theme.${theme}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Item leftSection={<IconServer size={16} />} onClick={() => ask("leave")}>
            {t("account.server")}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => ask("signOut")}>
            {t("account.signOut")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
