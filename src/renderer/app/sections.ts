import {
  IconBriefcase,
  IconClipboardList,
  IconLayoutDashboard,
  IconSettings,
  IconShieldCheck,
  IconUsers,
  type Icon,
} from "@tabler/icons-react";
import type { RouteObject } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import type { Permission } from "#domain/policy/permissions.ts";
import type { FirstRead } from "#renderer/bridge/ready.ts";

/** A place of one organization. */
export interface Section {
  /** First segment of its address after the organization, and the id of its command. */
  readonly key: "overview" | "team" | "permissions" | "workspaces" | "audit" | "settings";
  readonly icon: Icon;
  /** Without it the section is absent; null: every member sees it. */
  readonly permission: Permission | null;
  readonly shortcut: string;
  readonly load: () => Promise<SectionModule>;
  /** Its page stays when another organization comes, and holds nothing of the former one then. */
  readonly stays?: true;
}

/** What a section brings. */
export interface SectionModule {
  readonly routes: RouteObject[];
  /** What it shows first of an organization. */
  readonly firstReads?: (organization: Organization) => readonly FirstRead[];
}

/** The sections in the order of the sidebar. */
export const sections: readonly Section[] = [
  {
    key: "overview",
    icon: IconLayoutDashboard,
    permission: null,
    shortcut: "g o",
    load: () => import("../features/overview/routes.tsx"),
  },
  {
    key: "team",
    icon: IconUsers,
    permission: "member.view",
    shortcut: "g t",
    load: () => import("../features/team/routes.tsx"),
    stays: true,
  },
  {
    key: "permissions",
    icon: IconShieldCheck,
    permission: "member.view",
    shortcut: "g p",
    load: () => import("../features/permissions/routes.tsx"),
  },
  {
    key: "workspaces",
    icon: IconBriefcase,
    permission: null,
    shortcut: "g w",
    load: () => import("../features/workspaces/routes.tsx"),
  },
  {
    key: "audit",
    icon: IconClipboardList,
    permission: "audit.view",
    shortcut: "g a",
    load: () => import("../features/audit/routes.tsx"),
  },
  {
    key: "settings",
    icon: IconSettings,
    permission: "organization.view",
    shortcut: "g s",
    load: () => import("../features/settings/routes.tsx"),
  },
];
