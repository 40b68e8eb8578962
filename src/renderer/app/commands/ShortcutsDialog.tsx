import { useDisclosure } from "@mantine/hooks";
import { IconKeyboard } from "@tabler/icons-react";
import { Fragment, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#renderer/ui/dialog/Dialog.tsx";
import { useEver } from "#renderer/ui/useEver.ts";
import { useCommands, useOfferCommands, type Command } from "./commands.ts";
import { Shortcut } from "./Shortcut.tsx";
import classes from "./Shortcut.module.css";

const groups = ["navigation", "action"] as const;

/** Keys of every table, one or the other. */
const listKeys = [
  ["next", ["down", "j"]],
  ["previous", ["up", "k"]],
  ["open", ["enter"]],
  ["menu", ["."]],
  ["select", ["x"]],
  ["range", ["shift+down"]],
  ["all", ["mod+A"]],
  ["search", ["/"]],
  ["back", ["esc"]],
] as const;

/** All shortcuts on offer right now; opens with '?'. */
export function ShortcutsDialog() {
  const { t } = useTranslation("frame");
  const [opened, { open, close }] = useDisclosure();
  const own = useCallback(
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
  return useEver(opened) ? <Shortcuts opened={opened} onClose={close} /> : null;
}

/** Taken from the commands themselves, and the keys of lists. */
function Shortcuts({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation("frame");
  const commands = useCommands();
  const rowsOf = (group: Command["group"]) =>
    commands.flatMap(({ id, label, shortcut, group: its }) =>
      its === group && shortcut !== undefined ? [{ id, label, either: [shortcut] }] : [],
    );
  return (
    <Dialog opened={opened} onClose={onClose} title={t("shortcuts.title")} size={480}>
      {/* Has the keyboard first: the arrows scroll what is to be read. */}
      <div className={classes["list"]} tabIndex={-1} data-autofocus>
        {groups.map((group) => (
          <Keys key={group} title={t(`commands.${group}`)} rows={rowsOf(group)} />
        ))}
        <Keys
          title={t("shortcuts.lists")}
          rows={listKeys.map(([id, either]) => ({ id, label: t(`shortcuts.list.${id}`), either }))}
        />
        <Keys title={t("commands.organization")} rows={rowsOf("organization")} />
      </div>
    </Dialog>
  );
}

interface KeysProps {
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly either: readonly string[] }[];
}

function Keys({ title, rows }: KeysProps) {
  const { t } = useTranslation("frame");
  if (rows.length === 0) return null;
  return (
    <table className={classes["table"]}>
      <caption>{title}</caption>
      <tbody>
        {rows.map(({ id, label, either }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>
              <span className={classes["either"]}>
                {either.map((keys, index) => (
                  <Fragment key={keys}>
                    {index > 0 ? <span className={classes["or"]}>{t("shortcuts.or")}</span> : null}
                    <Shortcut keys={keys} />
                  </Fragment>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
