import type { ReviewDecision } from "#contract/entities/review.ts";
import type { DesktopOptions } from "#main/desktop/desktop.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { onTestFinished } from "vitest";
import { furnishTeam } from "../../../server/teams.ts";
import { givePassword, machine, signIn, wholeSnapshot, type Machine } from "../../snapshot/support/desktops.ts";
import type { TestDesktop } from "../../support/desktop.ts";

/** A real server with the team of a reviewer: an owner, an admin and a member, in this order. */
export interface Reviewed {
  readonly server: TestServer;
  readonly url: string;
  readonly owner: Person;
  readonly organizationId: string;
  readonly memberIds: readonly string[];
  /** Another organization, of which the reviewer is the only member. */
  alone(): Promise<{ readonly organizationId: string; readonly memberIds: readonly string[] }>;
  /** A desktop at which the reviewer is signed in and everything is kept. */
  desktop(at?: { place?: Machine; url?: string; options?: Partial<DesktopOptions> }): Promise<TestDesktop>;
}

/** Ends with the test. */
export async function reviewedTeam(): Promise<Reviewed> {
  const server = await startTestServer();
  onTestFinished(async () => await server.stop());
  const url = await server.app.listen({ host: "127.0.0.1", port: 0 });
  const owner = await server.person("Olivia Owner");
  const [admin, member] = [await server.person("Adam Admin"), await server.person("Mila Member")];
  const team = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]);
  const email = await givePassword(server, owner.accountId);
  return {
    server,
    url,
    owner,
    ...team,
    alone: async () => await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]),
    desktop: async (at = {}) => {
      const desktop = (at.place ?? machine()).desktop(at.options);
      await signIn(desktop, at.url ?? url, email);
      await wholeSnapshot(desktop);
      return desktop;
    },
  };
}

/** The id of a review that begins now, of everybody in these organizations. */
export async function begun(desktop: TestDesktop, ...organizationIds: string[]): Promise<string> {
  const answer = await desktop.call("reviews.start", { organizationIds, scope: { kind: "all" } });
  if (!answer.ok) throw new Error(`Not started: ${JSON.stringify(answer.fault)}`);
  return answer.value.id;
}

export const keep = { kind: "keep" } as const;

/** Decides about the first of these members, as many as there are decisions. */
export const decide = async (
  desktop: TestDesktop,
  reviewId: string,
  memberIds: readonly string[],
  decisions: readonly ReviewDecision[],
) =>
  await desktop.call("reviews.decide", {
    reviewId,
    decisions: decisions.map((decision, index) => ({ memberId: memberIds[index] ?? "", decision })),
  });
