import { useDisclosure } from "@mantine/hooks";
import { IconKeyboard } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { useCommands, useOfferCommands, type Command } from "./commands.ts";
import { Shortcut } from "./Shortcut.tsx";
import classes from "./Shortcut.module.css";

const groups = ["navigation", "action", "organization"] as const;

/** All shortcuts on offer right now, taken from the commands themselves; opens with '?'. */
export function ShortcutsDialog() {
  const { t } = useTranslation("frame");
  const [opened, { open, close }] = useDisclosure();
  const withKeys = useCommands().filter((command) => command.shortcut !== undefined);
  const own = useMemo(
    (): readonly Command[] => [
      {
        id: "shortcuts",
        label: t("shortcuts.title"),
        group: "action",
        icon: <IconKeyboard size={16} />,
        shortcut: "?",
        run: open,
      },
    ],
    [t, open],
  );
  useOfferCommands(own);
  return (
    <Dialog opened={opened} onClose={close} title={t("shortcuts.title")} size={480}>
      {groups.map((group) => (
        <ShortcutTable
          key={group}
          title={t(`commands.${group}`)}
          commands={withKeys.filter((command) => command.group === group)}
        />
      ))}
    </Dialog>
  );
}

function ShortcutTable({ title, commands }: { title: string; commands: readonly Command[] }) {
  if (commands.length === 0) return null;
  return (
    <table className={classes["table"]}>
      <caption>{title}</caption>
      <tbody>
        {commands.map((command) => (
          <tr key={command.id}>
            <th scope="row">{command.label}</th>
            <td>{command.shortcut ? <Shortcut keys={command.shortcut} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
