import { account } from "./locales/en/account.ts";
import { approvals } from "./locales/en/approvals.ts";
import { audit } from "./locales/en/audit.ts";
import { common } from "./locales/en/common.ts";
import { members } from "./locales/en/members.ts";
import { deletion } from "./locales/en/deletion.ts";
import { explain } from "./locales/en/explain.ts";
import { frame } from "./locales/en/frame.ts";
import { invitations } from "./locales/en/invitations.ts";
import { lockout } from "./locales/en/lockout.ts";
import { offline } from "./locales/en/offline.ts";
import { organizations } from "./locales/en/organizations.ts";
import { overview } from "./locales/en/overview.ts";
import { ownership } from "./locales/en/ownership.ts";
import { people } from "./locales/en/people.ts";
import { permissions } from "./locales/en/permissions.ts";
import { preview } from "./locales/en/preview.ts";
import { reviews } from "./locales/en/reviews.ts";
import { settings } from "./locales/en/settings.ts";
import { team } from "./locales/en/team.ts";
import { welcome } from "./locales/en/welcome.ts";
import { witness } from "./locales/en/witness.ts";
import { workspaces } from "./locales/en/workspaces.ts";

/** Every text of the product in its source language, one namespace per feature. */
export const english = {
  account,
  approvals,
  audit,
  common,
  deletion,
  explain,
  members,
  frame,
  invitations,
  lockout,
  offline,
  organizations,
  overview,
  ownership,
  people,
  permissions,
  preview,
  reviews,
  settings,
  team,
  welcome,
  witness,
  workspaces,
};
