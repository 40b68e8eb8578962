import { SnapshotFrame } from "#contract/entities/snapshot.ts";
import type { Given } from "#contract/operations.ts";
import { requestOf, type Person, type TestServer } from "#test/support/server.ts";

type Of<Type extends SnapshotFrame["type"]> = Extract<SnapshotFrame, { type: Type }>;

/** What a fill streamed, by kind. */
export interface Filled {
  readonly facts: Of<"facts">["facts"];
  readonly workspaces: Of<"workspaces">["rows"];
  readonly members: Of<"members">["rows"];
  readonly invitations: Of<"invitations">["rows"];
  readonly events: Of<"events">["rows"];
  readonly end: Of<"end">;
}

/** The frames of a fill as they came over HTTP. */
export async function framesOf(
  server: TestServer,
  input: Given<"snapshot.fill">,
  as: Person,
): Promise<SnapshotFrame[]> {
  const response = await server.app.inject({
    ...requestOf("snapshot.fill", input),
    headers: { authorization: `Bearer ${as.token}` },
  });
  if (response.statusCode !== 200) throw new Error(`The fill was refused with ${response.statusCode}`);
  const lines = response.body.trimEnd().split("\n");
  return lines.map((line) => SnapshotFrame.parse(JSON.parse(line)));
}

export async function fill(server: TestServer, input: Given<"snapshot.fill">, as: Person): Promise<Filled> {
  const frames = await framesOf(server, input, as);
  const all = <Type extends SnapshotFrame["type"]>(type: Type) =>
    frames.filter((frame): frame is Of<Type> => frame.type === type);
  const [first] = all("facts");
  const [end] = all("end");
  if (first === undefined || end === undefined) throw new Error("The fill has no beginning or no end");
  return {
    facts: first.facts,
    workspaces: all("workspaces").flatMap(({ rows }) => rows),
    members: all("members").flatMap(({ rows }) => rows),
    invitations: all("invitations").flatMap(({ rows }) => rows),
    events: all("events").flatMap(({ rows }) => rows),
    end,
  };
}
