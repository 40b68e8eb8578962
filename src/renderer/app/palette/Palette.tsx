import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { useCommands } from "../commands/commands.ts";
import { paths } from "../organizations/paths.ts";
import { useOrganizations } from "../organizations/useOrganizations.ts";
import { findCommands } from "./findCommands.ts";
import classes from "./Palette.module.css";
import { CommandAction, OrganizationAction, PersonAction } from "./PaletteActions.tsx";
import { useRecentCommands } from "./recentCommands.ts";
import { usePeople } from "./usePeople.ts";

const organizationsAtMost = 8;

/** Every action, place, person and organization by a few letters. */
export function Palette({ organization }: { organization: Organization | undefined }) {
  const { t } = useTranslation("frame");
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [settled] = useDebouncedValue(query.trim(), 150);
  const recent = useRecentCommands();
  const commands = useCommands();
  const groups = useMemo(() => findCommands(commands, query, recent.ids), [commands, query, recent.ids]);
  const people = usePeople(organization, settled);
  const organizations = useFoundOrganizations(
    query,
    groups.flatMap((group) => group.commands.map(({ id }) => id)),
  );
  const empty = groups.length === 0 && people.length === 0 && organizations.length === 0;
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={440}
      size={600}
      classNames={{ content: classes["content"] ?? "", actionsGroup: classes["group"] ?? "" }}
    >
      <Spotlight.Search
        placeholder={t("palette.placeholder")}
        aria-label={t("palette.placeholder")}
        leftSection={<IconSearch size={16} />}
      />
      <Spotlight.ActionsList>
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group.key} label={t(`commands.${group.key}`)}>
            {group.commands.map((command) => (
              <CommandAction key={command.id} command={command} onUse={recent.use} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {people.length > 0 && organization ? (
          <Spotlight.ActionsGroup label={t("palette.people", { organization: organization.name })}>
            {people.map((member) => (
              <PersonAction
                key={member.id}
                member={member}
                onOpen={() => void navigate(paths.member(organization.id, member.id))}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {organizations.length > 0 ? (
          <Spotlight.ActionsGroup label={t("palette.moreOrganizations")}>
            {organizations.map((each) => (
              <OrganizationAction
                key={each.id}
                organization={each}
                onOpen={() => void navigate(paths.organization(each.id))}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {empty ? <Spotlight.Empty>{t("palette.nothing", { query })}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** The organizations that a query names and that are not already on offer as commands. */
function useFoundOrganizations(query: string, shown: readonly string[]): readonly Organization[] {
  const { organizations } = useOrganizations();
  const wanted = query.trim().toLocaleLowerCase();
  if (wanted === "") return [];
  return organizations
    .filter((each) => each.name.toLocaleLowerCase().includes(wanted) && !shown.includes(`organization.${each.id}`))
    .slice(0, organizationsAtMost);
}
