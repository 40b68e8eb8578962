import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ManagedOrganization } from "#contract/entities/people.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { usePersonActions } from "./usePersonActions.tsx";

interface AddByAddressProps {
  readonly byId: ReadonlyMap<string, ManagedOrganization>;
  readonly clients: readonly string[];
}

/** Adds people who are in none of the reader's organizations: with nobody chosen, the plan asks for their addresses. */
export function AddByAddress({ byId, clients }: AddByAddressProps) {
  const { t } = useTranslation("people");
  const add = usePersonActions(byId, clients)([]).find(({ id }) => id === "add");
  return (
    <Reason because={add?.reason} explanation={add?.explanation} position="bottom-end">
      <Button leftSection={<IconUserPlus size={16} />} onClick={add?.onSelect}>
        {t("act.addByAddress")}
      </Button>
    </Reason>
  );
}
