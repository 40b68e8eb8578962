import { Button, Popover } from "@mantine/core";
import { IconUserSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { PersonPicker } from "#renderer/app/people/PersonPicker.tsx";
import { escapeCloses } from "#renderer/ui/keyboard/escapeCloses.ts";

interface PersonLookUpProps {
  readonly organization: Organization;
  /** A member's id; empty opens the search. */
  readonly person: string | null;
  readonly onPick: (memberId: string | null) => void;
}

/** 'What can this person do': a search that leads to the answer. */
export function PersonLookUp({ organization, person, onPick }: PersonLookUpProps) {
  const { t } = useTranslation("permissions");
  const [opened, setOpened] = useState(false);
  const asked = person === "";
  const close = () => {
    setOpened(false);
    if (asked) onPick(null);
  };
  return (
    <Popover
      opened={opened || asked}
      onChange={(next) => (next ? setOpened(true) : close())}
      position="bottom-end"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconUserSearch size={16} />}
          onClick={() => setOpened(!opened)}
          onKeyDown={escapeCloses}
        >
          {person ? t("person.another") : t("person.lookUp")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <PersonPicker
          organizationId={organization.id}
          label={t("person.find")}
          nobody={t("person.nobody")}
          onPick={(member) => {
            setOpened(false);
            onPick(member.id);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
