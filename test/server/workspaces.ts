import { workspaceStatuses, type WorkspaceStatus } from "#domain/workspaces.ts";
import { newId } from "#server/storage/ids.ts";
import type { Person, TestServer } from "#test/support/server.ts";

export interface FurnishedWorkspace {
  readonly name?: string;
  readonly status?: WorkspaceStatus;
  readonly revision?: number;
}

/** Writes a workspace straight into the database, without an audit event. */
export async function furnishWorkspace(
  { services }: TestServer,
  organizationId: string,
  { name = "Acme", status = "active", revision = 0 }: FurnishedWorkspace = {},
): Promise<string> {
  const id = newId();
  await services.pools.system
    .insertInto("workspaces")
    .values({
      organization_id: organizationId,
      id,
      slug: `w-${id}`,
      name,
      status,
      revision,
      suspended_at: status === "suspended" ? new Date() : null,
      archived_at: status === "archived" ? new Date() : null,
    })
    .execute();
  return id;
}

/** One workspace in each status, and a rule that gives them to everybody whose role does not see them already. */
export async function furnishWorkspaces(
  server: TestServer,
  organizationId: string,
): Promise<Record<WorkspaceStatus, string>> {
  const ids = await Promise.all(
    workspaceStatuses.map((status) => furnishWorkspace(server, organizationId, { status })),
  );
  const [active = "", suspended = "", archived = ""] = ids;
  await server.services.pools.system
    .updateTable("members")
    .set({ workspace_scope: "all", workspace_future: true })
    .where("organization_id", "=", organizationId)
    .execute();
  return { active, suspended, archived };
}

/** The names of the workspaces that a person is shown. */
export async function seenBy(server: TestServer, person: Person, organizationId: string) {
  const list = await server.call("workspace.list", { organizationId }, { as: person });
  return list.value?.items.map(({ name }) => name);
}
