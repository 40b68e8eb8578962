import { steadyPort } from "#test/support/steadyPort.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { furnishTeam } from "../../../server/teams.ts";
import { givePassword } from "./desktops.ts";

/** A listening server with an owner and an admin, who signs in at a desktop. */
export interface ServedTeam {
  readonly server: TestServer;
  readonly url: string;
  readonly owner: Person;
  /** Of the admin. */
  readonly email: string;
  readonly organizationId: string;
  readonly memberIds: readonly string[];
}

export async function servedTeam(): Promise<ServedTeam> {
  const server = await startTestServer();
  const url = await server.app.listen({ host: "127.0.0.1", port: await steadyPort() });
  const owner = await server.person("Olivia Owner");
  const member = await server.person("Mila Kilroy");
  const email = await givePassword(server, member.accountId);
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: member, role: "admin" },
  ]);
  return { server, url, owner, email, organizationId, memberIds };
}
