import { signIn } from "../data/fill.ts";
import { withBulkClient } from "#server/storage/bulk.ts";
import type { Row } from "./row.ts";

const requests = 1000;

/** A member is removed; of the requests sent after that was answered, none may succeed. */
export const revocation: Row = async ({ databaseUrl, serverUrl, filled: { token, inviting } }) => {
  const [organization] = inviting;
  const member = organization?.members.at(-1);
  if (organization === undefined || member === undefined) throw new Error("Nobody to remove");
  const theirs = await withBulkClient(databaseUrl, (client) => signIn(client, member.person.id));
  const team = `${serverUrl}/v1/organizations/${organization.id}/members`;
  const read = async () => (await fetch(team, { headers: { authorization: `Bearer ${theirs}` } })).status;
  const before = await read();
  const removal = { method: "DELETE", headers: { authorization: `Bearer ${token}` } };
  const removed = await fetch(`${team}/${member.id}`, removal);
  if (before !== 200 || !removed.ok) throw new Error("The member was not removed");
  let succeeded = 0;
  for (let sent = 0; sent < requests; sent += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, read));
    succeeded += answers.filter((status) => status < 400).length;
  }
  const ratio = { median: succeeded, least: succeeded, most: succeeded };
  const goal = { atMost: 0 };
  return [
    {
      what: "requests that succeed after a removal",
      unit: "requests",
      ours: succeeded,
      peerName: "requests sent",
      peer: requests,
      ratio,
      goal,
      met: succeeded === 0,
    },
  ];
};
