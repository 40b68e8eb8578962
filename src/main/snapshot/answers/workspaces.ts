import { answered } from "#contract/answer.ts";
import type { SnapshotMember, SnapshotWorkspace } from "#contract/entities/snapshot.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import { reachedThrough } from "./access.ts";
import type { OrganizationAnswer } from "./answer.ts";
import { foreignCursor, notFound, refusalOf, searchOf } from "./faults.ts";
import { memberOf } from "./members.ts";
import { pageOf, placeAt, scopeOf } from "./places.ts";

const workspaceOf = ({ revision: _revision, ...workspace }: SnapshotWorkspace): Workspace => workspace;

const listWorkspaces: OrganizationAnswer<"workspace.list"> = (rows, input) => {
  const { status, sort, direction, limit } = input;
  const search = searchOf(input.search);
  if ("fault" in search) return search.fault;
  const scope = scopeOf("workspaces", [rows.facts.organization.id, search.text, status, sort, direction]);
  const place = placeAt(scope, input.cursor);
  if (place === undefined) return foreignCursor();
  const workspaces = rows.workspaces();
  const holds = search.text === "" ? null : workspaces.holding(search.text);
  const keep = (workspace: SnapshotWorkspace, index: number) =>
    (status.length === 0 || status.includes(workspace.status)) && (holds?.(index) ?? true);
  const order = [sort, "id"] as const;
  const last = place === null ? undefined : workspaces.byId(place.id);
  const after = place === null ? null : last && workspaces.keysOf(last, order);
  const found = after === undefined ? [] : workspaces.page({ order, direction, after, limit: limit + 1, keep });
  const { items, next } = pageOf(scope, found.map(workspaceOf), limit);
  const matching = place === null ? workspaces.count(keep) : null;
  return answered({ items, next, total: workspaces.rows.length, matching });
};

const getWorkspace: OrganizationAnswer<"workspace.get"> = (rows, { workspaceId }) => {
  const workspace = rows.workspaces().byId(workspaceId);
  return workspace === undefined ? notFound("workspace") : answered(workspaceOf(workspace));
};

const listPeople: OrganizationAnswer<"workspace.listPeople"> = (rows, { workspaceId, limit, cursor }) => {
  const refused = refusalOf(rows, "member.view");
  if (refused !== null) return refused;
  const workspace = rows.workspaces().byId(workspaceId);
  if (workspace === undefined) return notFound("workspace");
  const scope = scopeOf("workspacePeople", [rows.facts.organization.id, workspaceId]);
  const place = placeAt(scope, cursor);
  if (place === undefined) return foreignCursor();
  const members = rows.members();
  const throughOf = (member: SnapshotMember) => reachedThrough(rows, member, workspace);
  const order = ["name", "id"] as const;
  const last = place === null ? undefined : members.byId(place.id);
  const after = place === null ? null : last && members.keysOf(last, order);
  const keep = (member: SnapshotMember) => throughOf(member) !== null;
  const found =
    after === undefined ? [] : members.page({ order, direction: "ascending", after, limit: limit + 1, keep });
  const { items, next } = pageOf(scope, found, limit);
  return answered({
    items: items.flatMap((member) => {
      const through = throughOf(member);
      return through === null ? [] : [{ ...memberOf(member), through }];
    }),
    next,
    total: workspace.people,
    matching: place === null ? workspace.people : null,
  });
};

export const workspaceAnswers = {
  "workspace.list": listWorkspaces,
  "workspace.get": getWorkspace,
  "workspace.listPeople": listPeople,
};
