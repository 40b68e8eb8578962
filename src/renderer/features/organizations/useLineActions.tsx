import { IconCertificate, IconDoorEnter, IconUsersGroup } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "#renderer/app/organizations/paths.ts";
import { managesPeople } from "#renderer/app/people/manages.ts";
import { useGo } from "#renderer/app/useGo.ts";
import { visibleSections } from "#renderer/app/useSections.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";
import type { Line } from "./lines.ts";

/** What can be done with organizations: going into one, to a section of it, or to the people of several. */
export function useLineActions() {
  const { t } = useTranslation("organizations");
  const { t: frame } = useTranslation("frame");
  const go = useGo();
  const open = useCallback(
    ({ organization }: Line) => go(organization ? paths.organization(organization.id) : paths.deleted),
    [go],
  );
  const people = (lines: readonly Line[]): MenuAction => {
    const managed = lines.filter(({ organization }) => organization !== null && managesPeople(organization));
    return {
      id: "people",
      label: t("all.act.people"),
      icon: <IconUsersGroup size={16} />,
      reason: managed.length === 0 ? t("all.peopleNowhere") : null,
      onSelect: () => go(paths.peopleOf(managed.map(({ id }) => id))),
    };
  };
  const ofOne = (line: Line): readonly MenuAction[] => {
    const { organization } = line;
    const opening = { id: "open", shortcut: "enter", onSelect: () => open(line) };
    if (organization === null)
      return [{ ...opening, label: t("all.act.certificate"), icon: <IconCertificate size={16} /> }];
    const sections = visibleSections(organization).map(({ key, icon: Icon }, index) => ({
      id: key,
      label: frame(`section.${key}`, nounsOf(organization)),
      icon: <Icon size={16} />,
      separated: index === 0,
      onSelect: () => go(paths.section(organization.id, key)),
    }));
    return [{ ...opening, label: t("all.act.open"), icon: <IconDoorEnter size={16} /> }, people([line]), ...sections];
  };
  return { open, people, ofOne };
}
