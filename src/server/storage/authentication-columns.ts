import { statusNowText } from "./access-now.ts";

/** What an `AuthenticationRow` holds of a session `s` and its account `a`. */
export const ofPerson = `s.id as session_id, s.last_used_at as session_last_used_at, a.id as account_id, a.email, a.name,
  a.email_verified_at is not null as email_verified, a.locale, a.time_zone, a.last_organization_id,
  a.created_at as account_created_at`;

/** What it holds of a membership `m` and its organization `o`. */
export const ofPlace = `m.id as member_id, m.role, m.owner_class, m.last_seen_at,
  ${statusNowText("m")} as member_status,
  o.id as organization_id, o.name as organization_name, o.preset, o.preset_version, o.switches,
  o.custom_roles::text, o.revision, o.seats_limit, o.lasting_owners, o.active_members, o.status as organization_status`;
