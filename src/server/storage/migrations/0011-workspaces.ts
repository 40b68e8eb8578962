import { sql, type Kysely } from "kysely";

/** Workspaces, and the rules by which members and invited people reach them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [workspaces, rules, chosen, limits, counter, wall]) await statement.execute(db);
}

/** `revision` is the organization's when the workspace was created: rules tell current ones from later ones by it. */
const workspaces = sql`
  create table workspaces (
    organization_id uuid not null references organizations on delete cascade,
    id uuid not null,
    slug text not null,
    name text not null,
    description text not null default '',
    status text not null default 'active' check (status in ('active', 'suspended', 'archived')),
    suspended_at timestamptz,
    suspended_reason text not null default '',
    archived_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    revision bigint not null check (revision >= 0),
    name_key text collate "C" not null generated always as (orgdesk_fold(name)) stored,
    search_key text collate "C" not null generated always as (orgdesk_fold(name || ' ' || slug)) stored,
    primary key (organization_id, id),
    constraint workspaces_slug unique (organization_id, slug)
  );
  create index workspaces_by_name on workspaces (organization_id, name_key, id);
  create index workspaces_by_created on workspaces (organization_id, created_at, id)`;

/** Counting who reaches a workspace groups the rules that reach more than chosen ones, from the index alone. */
const rules = sql`
  alter table members
    add column workspace_scope text not null default 'none' check (workspace_scope in ('all', 'chosen', 'none')),
    add column workspace_future boolean not null default false,
    add column workspace_since bigint not null default 0;
  alter table invitations
    add column workspace_scope text not null default 'none' check (workspace_scope in ('all', 'chosen', 'none')),
    add column workspace_future boolean not null default false,
    add column workspace_since bigint not null default 0;
  create index members_workspace_rules
    on members (organization_id, role, workspace_scope, workspace_future, workspace_since)
    where status = 'active' and (workspace_scope = 'all' or workspace_future);
  create or replace view team_members as
    select * from members where organization_id = (select orgdesk_organization())`;

const chosen = sql`
  create table member_workspaces (
    organization_id uuid not null,
    member_id uuid not null,
    workspace_id uuid not null,
    primary key (organization_id, member_id, workspace_id),
    foreign key (organization_id, member_id) references members on delete cascade,
    foreign key (organization_id, workspace_id) references workspaces on delete cascade
  );
  create index member_workspaces_people on member_workspaces (organization_id, workspace_id, member_id);
  create table invitation_workspaces (
    organization_id uuid not null,
    invitation_id uuid not null,
    workspace_id uuid not null,
    primary key (organization_id, invitation_id, workspace_id),
    foreign key (organization_id, invitation_id) references invitations on delete cascade,
    foreign key (organization_id, workspace_id) references workspaces on delete cascade
  );
  create index invitation_workspaces_people on invitation_workspaces (organization_id, workspace_id, invitation_id)`;

/** Archived ones do not count (001). Requests can neither write the counter nor lift the limit. */
const limits = sql`
  alter table organizations
    add column workspaces_limit integer check (workspaces_limit >= 0),
    add column counted_workspaces integer not null default 0 check (counted_workspaces >= 0),
    add constraint organizations_workspaces
      check (workspaces_limit is null or counted_workspaces <= workspaces_limit)`;

const counter = sql`
  create function orgdesk_count_workspace() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    organization uuid := case when tg_op = 'DELETE' then old.organization_id else new.organization_id end;
    was int := case when tg_op <> 'INSERT' and old.status <> 'archived' then 1 else 0 end;
    becomes int := case when tg_op <> 'DELETE' and new.status <> 'archived' then 1 else 0 end;
  begin
    if was <> becomes then
      update organizations set counted_workspaces = counted_workspaces + becomes - was where id = organization;
    end if;
    return null;
  end $$;
  create trigger workspaces_counted after insert or delete or update of status on workspaces
    for each row execute function orgdesk_count_workspace()`;

const wall = sql`
  alter table workspaces enable row level security;
  create policy own_organization on workspaces using (organization_id = (select orgdesk_organization()));
  alter table member_workspaces enable row level security;
  create policy own_organization on member_workspaces using (organization_id = (select orgdesk_organization()));
  alter table invitation_workspaces enable row level security;
  create policy own_organization on invitation_workspaces using (organization_id = (select orgdesk_organization()));
  grant select, insert, update, delete on workspaces to orgdesk_app;
  grant select, insert, delete on member_workspaces, invitation_workspaces to orgdesk_app`;
