import { UnstyledButton } from "@mantine/core";
import { IconKey, IconKeyOff } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Permission } from "#domain/policy/permissions.ts";
import { tellingFirst } from "#domain/policy/roleDifference.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import classes from "./Preview.module.css";

/** As many as one line holds; the rest is a click away. */
const shown = 3;

interface EffectProps {
  readonly organization: Organization;
  /** Whom it is about and what becomes of them. */
  readonly title: string;
  readonly gained: readonly Permission[];
  readonly lost: readonly Permission[];
  readonly children?: ReactNode;
}

/** What one person, or several alike, gain and lose, in words. */
export function Effect({ organization, title, gained, lost, children }: EffectProps) {
  return (
    <li className={classes["effect"]}>
      <strong>{title}</strong>
      <Acts organization={organization} kind="gains" permissions={gained} />
      <Acts organization={organization} kind="loses" permissions={lost} />
      {children}
    </li>
  );
}

interface ActsProps {
  readonly organization: Organization;
  readonly kind: "gains" | "loses";
  readonly permissions: readonly Permission[];
}

function Acts({ organization, kind, permissions }: ActsProps) {
  const { t } = useTranslation("preview");
  const { t: frame } = useTranslation("frame");
  const [all, setAll] = useState(false);
  if (permissions.length === 0) return null;
  const nouns = nounsOfPolicy(policyFor(organization));
  const told = tellingFirst(new Set(permissions)).slice(0, all ? permissions.length : shown);
  const words = told.map((permission) => frame(`permission.${permission}`, nouns));
  const hidden = permissions.length - shown;
  const list = !all && hidden > 0 ? [...words, t("more", { count: hidden })] : words;
  const type = kind === "gains" ? "conjunction" : "disjunction";
  return (
    <p className={classes["line"]} data-kind={kind}>
      {kind === "gains" ? <IconKey size={16} /> : <IconKeyOff size={16} />}
      <span>
        {t(kind, { acts: new Intl.ListFormat("en", { type: hidden > 0 && !all ? "conjunction" : type }).format(list) })}{" "}
        {hidden > 0 ? (
          <UnstyledButton className={classes["all"]} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("fewer") : t("all", { count: permissions.length })}
          </UnstyledButton>
        ) : null}
      </span>
    </p>
  );
}
