import { Button, Checkbox, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { ReviewEstimate } from "#contract/entities/deskReview.ts";
import { fold } from "#renderer/ui/table/useSearch.ts";
import classes from "../Reviews.module.css";

interface OrganizationChoiceProps {
  readonly organizations: readonly Organization[];
  readonly chosen: readonly string[];
  /** What is known of the chosen ones. */
  readonly estimates: ReadonlyMap<string, ReviewEstimate>;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** From so many on there is a search. */
const searchedFrom = 8;

/** The organizations that a review is about, each with how many people that would be. */
export function OrganizationChoice({ organizations, chosen, estimates, onChange }: OrganizationChoiceProps) {
  const { t } = useTranslation("reviews");
  const [search, setSearch] = useState("");
  const found = useMemo(
    () => organizations.filter(({ name }) => fold(name).includes(fold(search.trim()))),
    [organizations, search],
  );
  const all = organizations.length > 0 && chosen.length === organizations.length;
  return (
    <div className={classes["organizations"]}>
      <div className={classes["organizationsHead"]}>
        <span className={classes["fieldLabel"]}>{t("startDialog.organizations")}</span>
        {organizations.length > 1 ? (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => onChange(all ? [] : organizations.map(({ id }) => id))}
          >
            {all ? t("startDialog.none") : t("startDialog.all")}
          </Button>
        ) : null}
      </div>
      {organizations.length >= searchedFrom ? (
        <TextInput
          data-autofocus
          type="search"
          value={search}
          aria-label={t("startDialog.find")}
          placeholder={t("startDialog.find")}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      <Checkbox.Group value={[...chosen]} onChange={onChange} aria-label={t("startDialog.organizations")}>
        <div className={classes["organizationList"]}>
          {found.map(({ id, name }, index) => (
            <Checkbox
              key={id}
              data-autofocus={index === 0 || undefined}
              value={id}
              label={
                <span className={classes["organizationLabel"]}>
                  <span>{name}</span>
                  <EstimateText estimate={estimates.get(id)} />
                </span>
              }
            />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  );
}

function EstimateText({ estimate }: { estimate: ReviewEstimate | undefined }) {
  const { t } = useTranslation("reviews");
  if (estimate === undefined) return null;
  if (estimate.fault === null)
    return <span className={classes["quiet"]}>{t("people", { count: estimate.people })}</span>;
  const why = estimate.fault.kind === "unavailable" ? t("startDialog.notKept") : t("startDialog.mayNot");
  return <span className={classes["warned"]}>{why}</span>;
}
