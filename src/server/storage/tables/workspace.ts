import type { AccessScope } from "#domain/workspaceAccess.ts";
import type { WorkspaceStatus } from "#domain/workspaces.ts";
import type { Generated, GeneratedAlways } from "kysely";

export interface WorkspacesTable {
  organization_id: string;
  id: string;
  slug: string;
  name: string;
  description: Generated<string>;
  status: Generated<WorkspaceStatus>;
  /** Kept while it is archived, so that restoring gives back a suspended one. */
  suspended_at: Date | null;
  suspended_reason: Generated<string>;
  archived_at: Date | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  /** The organization's revision when it was created. */
  revision: number;
  /** Folded name: the key to sort and page by. */
  name_key: GeneratedAlways<string>;
  /** Folded name and slug: the text to search. */
  search_key: GeneratedAlways<string>;
}

/** The rule by which a member or an invited person reaches workspaces; chosen ones stand in a table of their own. */
export interface WorkspaceRuleColumns {
  workspace_scope: Generated<AccessScope>;
  workspace_future: Generated<boolean>;
  workspace_since: Generated<number>;
}

export interface MemberWorkspacesTable {
  organization_id: string;
  member_id: string;
  workspace_id: string;
}

export interface InvitationWorkspacesTable {
  organization_id: string;
  invitation_id: string;
  workspace_id: string;
}
