import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { PersonAvatar } from "#renderer/ui/people/PersonAvatar.tsx";
import { useCommands, type Command } from "../commands/commands.ts";
import { Shortcut } from "../commands/Shortcut.tsx";
import { MyRole } from "../organizations/MyRole.tsx";
import { OrganizationAvatar } from "../organizations/OrganizationAvatar.tsx";
import { paths } from "../organizations/paths.ts";
import { useOrganizations } from "../organizations/useOrganizations.ts";
import { useSwitch } from "../organizations/useSwitch.ts";
import type { PaletteEntry } from "./Entry.tsx";
import { findCommands } from "./findCommands.ts";
import { useRecentCommands } from "./recentCommands.ts";
import { usePeople } from "./usePeople.ts";

const organizationsAtMost = 8;

export interface EntryGroup {
  readonly key: string;
  readonly label: string;
  readonly entries: readonly PaletteEntry[];
}

/** What the palette offers for a query, by kind: commands at once, people when the typing pauses. */
export function useEntries(organization: Organization | undefined, query: string): readonly EntryGroup[] {
  const { t } = useTranslation("frame");
  const [settled] = useDebouncedValue(query.trim(), 150);
  const recent = useRecentCommands();
  const found = findCommands(useCommands(), query, recent.ids);
  const shown = new Set(found.flatMap((group) => group.commands.map((command) => command.id)));
  const groups: EntryGroup[] = found.map((group) => ({
    key: group.key,
    label: t(`commands.${group.key}`),
    entries: group.commands.map((command) => entryOf(command, recent.use)),
  }));
  const people = usePeopleEntries(organization, settled);
  const organizations = useOrganizationEntries(query).filter((entry) => !shown.has(entry.id));
  return [
    ...groups,
    { key: "people", label: t("palette.people", { organization: organization?.name ?? "" }), entries: people },
    { key: "more", label: t("palette.moreOrganizations"), entries: organizations.slice(0, organizationsAtMost) },
  ].filter((group) => group.entries.length > 0);
}

function entryOf(command: Command, use: (id: string) => void): PaletteEntry {
  const { id, label, icon, shortcut, reason = null, explanation } = command;
  const run = () => {
    use(id);
    command.run();
  };
  return { id, label, icon, reason, explanation, run, mark: shortcut ? <Shortcut keys={shortcut} /> : null };
}

function usePeopleEntries(organization: Organization | undefined, search: string): readonly PaletteEntry[] {
  const navigate = useNavigate();
  const people = usePeople(organization, search);
  return people.map((member) => ({
    id: `member.${member.id}`,
    label: member.name,
    detail: member.email,
    icon: <PersonAvatar id={member.accountId} name={member.name} size={20} />,
    run: () => void navigate(paths.member(member.organizationId, member.id)),
  }));
}

/** The organizations that a query names; their ids are those of the commands that switch to them. */
function useOrganizationEntries(query: string): readonly PaletteEntry[] {
  const switchTo = useSwitch();
  const { organizations } = useOrganizations();
  const wanted = query.trim().toLocaleLowerCase();
  if (wanted === "") return [];
  const named = organizations.filter((each) => each.name.toLocaleLowerCase().includes(wanted));
  return named.map((each) => ({
    id: `organization.${each.id}`,
    label: each.name,
    icon: <OrganizationAvatar organization={each} size={20} />,
    mark: <MyRole organization={each} />,
    run: () => switchTo(each),
  }));
}
