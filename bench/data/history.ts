import { genesisHash, hashOf, type SealedEvent } from "#domain/audit/chain.ts";
import type { SampleMember, SampleOrganization } from "#server/sample/agency.ts";
import { randomOf, type Random } from "#server/sample/random.ts";
import { sha256 } from "#server/dispatch/audit.ts";
import { beginning } from "./organizations.ts";

/** Two years of history, whatever the number of events. */
const span = 2 * 365 * 86_400_000;

/** Few actions make most of a log; the rare ones are what a filter has to find. */
function happening(random: Random, member: SampleMember) {
  const draw = random.below(1000);
  if (draw < 2) return { action: "organization.updated", before: { industry: "Media" }, after: { industry: "Retail" } };
  if (draw < 20) return { action: "member.removed", before: { role: member.role }, after: null };
  if (draw < 300) return { action: "member.roleChanged", before: { role: "member" }, after: { role: "admin" } };
  return { action: "invitation.sent", before: null, after: { email: member.person.email, role: "member" } };
}

const targetTypeOf = (action: string): string => action.slice(0, action.indexOf("."));

/** A valid chain of so many events, in parts that fit into memory. */
export function* inventHistory(
  organization: SampleOrganization,
  events: number,
): Generator<SealedEvent[], SealedEvent> {
  const random = randomOf(11);
  const { members } = organization;
  let last: SealedEvent | undefined;
  for (let from = 1; from <= events; from += 10_000) {
    const part: SealedEvent[] = [];
    for (let revision = from; revision < Math.min(from + 10_000, events + 1); revision += 1) {
      last = eventAt(organization, random, members, revision, { events, previousHash: last?.hash ?? genesisHash });
      part.push(last);
    }
    yield part;
  }
  if (last === undefined) throw new Error("A history needs at least one event");
  return last;
}

function eventAt(
  organization: SampleOrganization,
  random: Random,
  members: SampleOrganization["members"],
  revision: number,
  { events, previousHash }: { events: number; previousHash: string },
): SealedEvent {
  const at = new Date(beginning.getTime() + Math.floor((revision / events) * span));
  const actor = members[random.below(members.length)] ?? members[0];
  const target = members[random.below(members.length)] ?? members[0];
  const what = happening(random, target);
  const event = {
    organizationId: organization.id,
    revision,
    id: random.id(at),
    at: at.toISOString(),
    actorAccountId: actor.person.id,
    actorName: actor.person.name,
    action: what.action,
    targetType: targetTypeOf(what.action),
    targetId: target.id,
    targetName: target.person.name,
    before: what.before,
    after: what.after,
    requestId: `bench-${revision}`,
  };
  return { ...event, previousHash, hash: hashOf(previousHash, event, sha256) };
}
