import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { PersonPicker } from "#renderer/app/people/PersonPicker.tsx";
import { FilterChip } from "#renderer/ui/filters/FilterChip.tsx";
import { ActionFilter } from "./ActionFilter.tsx";
import type { AuditFilters } from "./filters.ts";
import { TimeFilter } from "./TimeFilter.tsx";

interface AuditFilterChipsProps {
  readonly organization: Organization;
  readonly filters: AuditFilters;
  readonly onChange: (part: Partial<AuditFilters>) => void;
  /** What has been read; the address names people by id, and these know their names. */
  readonly events: readonly AuditEvent[];
}

/** Time, person, action and target, each in words once it is set. */
export function AuditFilterChips({ organization, filters, onChange, events }: AuditFilterChipsProps) {
  const { t } = useTranslation("audit");
  const { actorId, targetId } = filters;
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const remember = (id: string, name: string) => setPicked((before) => new Map(before).set(id, name));
  const actorName = (id: string) =>
    picked.get(id) ?? events.find(({ actor }) => actor.accountId === id)?.actor.name ?? t("filter.someone");
  const targetName = (id: string) =>
    picked.get(id) ?? events.find(({ target }) => target.id === id)?.target.name ?? t("filter.something");
  const picker = { organizationId: organization.id, label: t("filter.findPerson"), nobody: t("filter.nobody") };
  return (
    <>
      <TimeFilter organization={organization} filters={filters} onChange={onChange} />
      <FilterChip
        name={t("filter.actor")}
        value={actorId === null ? null : actorName(actorId)}
        onClear={() => onChange({ actorId: null })}
      >
        {(close) => (
          <PersonPicker
            {...picker}
            withRemoved
            onPick={(member) => {
              remember(member.accountId, member.name);
              onChange({ actorId: member.accountId });
              close();
            }}
          />
        )}
      </FilterChip>
      <ActionFilter actions={filters.actions} onChange={onChange} />
      <FilterChip
        name={t("filter.target")}
        value={targetId === null ? null : targetName(targetId)}
        onClear={() => onChange({ targetId: null })}
      >
        {(close) => (
          <PersonPicker
            {...picker}
            withRemoved
            onPick={(member) => {
              remember(member.id, member.name);
              onChange({ targetId: member.id });
              close();
            }}
          />
        )}
      </FilterChip>
    </>
  );
}
