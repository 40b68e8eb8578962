import type { Handlers } from "../dispatch/handlers.ts";
import { memberOf } from "../storage/queries/members.ts";
import { countWorkspaces, workspacePage } from "../storage/queries/workspace-pages.ts";
import { peopleOf, peoplePage } from "../storage/queries/workspace-people.ts";
import { loadWorkspace, rolesThatSeeAll, viewerOf, withItsPeople, withPeople } from "../workspaces/viewer.ts";
import { cleaned } from "./invalid.ts";
import { idAt, pageOf, scopeOf } from "./places.ts";

export const workspaceHandlers = {
  "workspace.list": async (context, input) => {
    const { db, organization } = context;
    const { status, sort, direction, limit, cursor } = input;
    const search = cleaned("search", input.search ?? "", { max: 100, optional: true });
    const scope = scopeOf("workspaces", [organization.id, search, status, sort, direction]);
    const afterId = cursor === undefined ? null : idAt(scope, cursor);
    const viewer = viewerOf(context);
    const filter = { search, status };
    const [rows, counts] = await Promise.all([
      workspacePage(db, viewer, filter, { sort, direction }, { afterId, limit: limit + 1 }),
      countWorkspaces(db, viewer, afterId === null ? filter : null),
    ]);
    const { items, next } = pageOf(scope, rows, limit);
    return { items: await withPeople(context, items), next, ...counts };
  },
  "workspace.get": async (context, { workspaceId }) =>
    withItsPeople(context, await loadWorkspace(context, workspaceId)),
  "workspace.listPeople": async (context, { workspaceId, limit, cursor }) => {
    const { db, organization, policy } = context;
    const workspace = await loadWorkspace(context, workspaceId);
    const scope = scopeOf("workspacePeople", [organization.id, workspaceId]);
    const afterId = cursor === undefined ? null : idAt(scope, cursor);
    const seesAll = rolesThatSeeAll(policy);
    const [rows, people] = await Promise.all([
      peoplePage(db, workspace, seesAll, { afterId, limit: limit + 1 }),
      peopleOf(db, organization.id, [workspaceId], seesAll),
    ]);
    const { items, next } = pageOf(scope, rows, limit);
    const total = people.get(workspaceId) ?? 0;
    return {
      items: items.map((row) => ({ ...memberOf(row), through: row.through })),
      next,
      total,
      matching: afterId === null ? total : null,
    };
  },
} satisfies Partial<Handlers>;
