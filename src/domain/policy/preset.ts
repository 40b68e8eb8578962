import type { Permission } from "./permissions.ts";

export const presetKeys = ["publishing", "campaigns", "operations", "social", "agency"] as const;

/** A role preset: which of the five documents decides where they differ (`product-rules.md`, 'Role presets'). */
export type PresetKey = (typeof presetKeys)[number];

/** Stable name of a role inside its preset, for example `owner`; custom roles will use their id. */
export type RoleKey = string;

/** One role of a preset. A higher rank outranks a lower one; owner-class roles count for 'at least one owner'. */
export interface Role {
  readonly key: RoleKey;
  readonly name: string;
  readonly description: string;
  /** What it gives, said to the person who has it or is invited to it; empty where nobody described it. */
  readonly toHolder: string;
  readonly rank: number;
  readonly ownerClass: boolean;
}

/** A cell of a permission matrix; `note` is the document's footnote, in its wording. */
export interface Cell {
  readonly allowed: boolean;
  readonly note?: string;
}

/** One row of a permission matrix, in the wording of its document. A row may stand for several permissions. */
export interface PermissionRow {
  readonly key: string;
  readonly section: string;
  readonly label: string;
  readonly permissions: readonly Permission[];
  readonly cells: Readonly<Record<RoleKey, Cell>>;
  /** `document`: transcribed from the source's table or sentences. `orgdesk`: needed by this system, granted by us. */
  readonly source: "document" | "orgdesk";
}

/** Which members a role may act on (remove, change the role of). */
export type TargetRule = "anyone" | "nonOwners" | "lowestRole" | "nobody";

/** What happens when an organization of this preset is deleted. */
export type DeletionRule =
  | { readonly mode: "hold"; readonly days: number }
  | { readonly mode: "immediate" }
  | { readonly mode: "off" };

/** Optional rules an owner can turn on (`product-rules.md`, 'Resolutions'). */
export interface Switches {
  readonly adminsDemoteAdmins: boolean;
}

/** Everything that a role preset decides, as data. */
export interface Preset {
  readonly key: PresetKey;
  readonly version: number;
  readonly name: string;
  readonly summary: string;
  /** The requirement document, for example `000`. */
  readonly document: string;
  readonly roles: readonly Role[];
  readonly rows: readonly PermissionRow[];
  readonly targets: Readonly<Record<RoleKey, TargetRule>>;
  /** The roles that each role may give, by invitation or role change, without an approval. */
  readonly assignable: Readonly<Record<RoleKey, readonly RoleKey[]>>;
  /** The roles that each role may give only with an owner's approval. */
  readonly assignableWithApproval: Readonly<Record<RoleKey, readonly RoleKey[]>>;
  /** The role of a person who creates an organization of this preset. */
  readonly creatorRole: RoleKey;
  /** The role that the invitation form starts with. */
  readonly defaultInvitationRole: RoleKey;
  /** Whether an invitation is accepted by signing up through its link, without another click (002). */
  readonly acceptsAfterSignUp: boolean;
  readonly deletion: DeletionRule;
  readonly ownershipTransfer: boolean;
  readonly workspaceNoun: { readonly one: string; readonly other: string };
}
