import { Button, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { permissions, type Permission } from "#domain/policy/permissions.ts";
import { plainNouns } from "#renderer/app/workspaces/policyNouns.ts";
import { Page } from "#renderer/ui/page/Page.tsx";
import { SearchField } from "#renderer/ui/form/SearchField.tsx";
import { Holders } from "./Holders.tsx";
import { useExport } from "./useExport.ts";
import classes from "./WhoCan.module.css";

const start: Permission = "billing.manage";

/** As it stands by itself, outside a sentence. */
const atStart = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Pick an action, see who can do it in all of one's organizations, and through what. */
export function WhoCanPage() {
  const { t } = useTranslation("explain");
  const { t: frame } = useTranslation("frame");
  const [params, setParams] = useSearchParams();
  const permission = permissions.find((known) => known === params.get("permission")) ?? start;
  const search = params.get("search") ?? "";
  const [settled] = useDebouncedValue(search, 200);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const { save, saving } = useExport();
  const change = (next: { permission?: string; search?: string }) => {
    setCursors([]);
    setParams({ permission, search, ...next }, { replace: true });
  };
  const words = (each: Permission) => frame(`permission.${each}`, plainNouns);
  const input = { permission, ...(settled === "" ? {} : { search: settled }) };
  return (
    <Page
      title={t("whoCan.title")}
      description={t("whoCan.subtitle")}
      layout="scroll"
      primary={
        <Button variant="default" loading={saving} onClick={() => void save(input)}>
          {t("whoCan.export")}
        </Button>
      }
      toolbar={
        <>
          <Select
            searchable
            allowDeselect={false}
            w={280}
            aria-label={t("whoCan.permission")}
            data={permissions.map((each) => ({ value: each, label: atStart(words(each)) }))}
            value={permission}
            onChange={(chosen) => chosen !== null && change({ permission: chosen })}
          />
          <SearchField label={t("whoCan.search")} value={search} onChange={(text) => change({ search: text })} />
        </>
      }
    >
      <div className={classes["lists"]}>
        {[undefined, ...cursors].map((cursor, index) => (
          <Holders
            key={`${permission}:${settled}:${cursor ?? ""}`}
            input={{ ...input, ...(cursor === undefined ? {} : { cursor }) }}
            act={words(permission)}
            last={index === cursors.length}
            onMore={(next) => setCursors([...cursors, next])}
          />
        ))}
      </div>
    </Page>
  );
}
