import { hash, randomBytes, randomUUIDv7 } from "node:crypto";
import type pg from "pg";
import { digestOf } from "./pages.ts";

export interface Invitation {
  readonly email: string;
  readonly role: string;
}

interface Place {
  readonly account_id: string;
  readonly account_name: string;
  readonly name: string;
  readonly revision: string;
  readonly chain_head: string;
}

/** Who asks and the organization, its row locked until the commit. */
const lock = `select a.id as account_id, a.name as account_name, o.name, o.revision, o.chain_head
  from session_tokens t
    join sessions s on s.id = t.session_id and s.revoked_at is null and s.expires_at > now()
    join accounts a on a.id = s.account_id
    join members m on m.account_id = a.id and m.organization_id = $2 and m.status = 'active'
      and m.role in ('owner', 'admin')
    join organizations o on o.id = m.organization_id
  where t.digest = $1 and t.kind = 'access' and t.expires_at > now() and t.used_at is null
  for update of o`;

const isMember = `select from members m join accounts a on a.id = m.account_id
  where m.organization_id = $1 and m.status <> 'removed' and a.email_folded = $2`;

const insertInvitation = `insert into invitations (organization_id, id, email, email_folded, role, token_digest,
    invited_by_account_id, invited_by_name, created_at, sent_at, expires_at)
  values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $8, $9)
  on conflict (organization_id, email_folded) where status = 'pending' do nothing`;

const insertJob = `insert into outbox (id, kind, payload) values ($1, 'mail', $2)`;

const insertEvent = `insert into audit_events (organization_id, revision, id, at, actor_account_id, actor_name, action,
    target_type, target_id, target_name, before, after, request_id, previous_hash, hash)
  values ($1, $2, $3, $4, $5, $6, 'invitation.sent', 'invitation', $7, $8, null, $9, $10, $11, $12)`;

const moveHead = `update organizations set revision = $2, chain_head = $3, last_activity_at = $4 where id = $1`;

/** The rows of one invitation, inserted by hand in one transaction: invitation, letter, audit event, revision. */
export async function invite(pool: pg.Pool, token: string, organizationId: string, { email, role }: Invitation) {
  const client = await pool.connect();
  const run = async <Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) =>
    client.query<Row>({ name, text, values });
  try {
    await client.query("begin");
    const { rows } = await run<Place>("lock", lock, [digestOf(token), organizationId]);
    const [place] = rows;
    const known = await run("is-member", isMember, [organizationId, email]);
    if (place === undefined || known.rowCount !== 0) throw new Error("Not possible");
    const written = await write(run, place, organizationId, email, role);
    await client.query("commit");
    return written;
  } catch {
    await client.query("rollback");
    return null;
  } finally {
    client.release();
  }
}

type Run = (name: string, text: string, values: unknown[]) => Promise<pg.QueryResult>;

async function write(run: Run, place: Place, organizationId: string, email: string, role: string) {
  const [id, at, secret] = [randomUUIDv7(), new Date(), randomBytes(32).toString("base64url")];
  const expiresAt = new Date(at.getTime() + 7 * 86_400_000);
  const by = [place.account_id, place.account_name];
  const who = [organizationId, id, email, role, digestOf(secret), ...by];
  const inserted = await run("invitation", insertInvitation, [...who, at, expiresAt]);
  if (inserted.rowCount !== 1) throw new Error("Invited already");
  const letter = { letter: "invitation", to: email, organizationName: place.name, inviterName: place.account_name };
  const rest = { roleName: role, roleDescription: "", message: "", token: secret, expiresAt: expiresAt.toISOString() };
  await run("job", insertJob, [randomUUIDv7(), JSON.stringify({ ...letter, ...rest })]);
  await run("wake", "select pg_notify('orgdesk_outbox', '')", []);

  const revision = Number(place.revision) + 1;
  const previous = place.chain_head === "" ? "0".repeat(64) : place.chain_head;
  const after = { email, expiresAt: expiresAt.toISOString(), role };
  const event = [organizationId, revision, randomUUIDv7(), at.toISOString(), ...by];
  const target = ["invitation.sent", "invitation", id, email, null, after, "by-hand"];
  const sealed = hash("sha256", previous + JSON.stringify([...event, ...target]));
  await run("event", insertEvent, [...event, id, email, JSON.stringify(after), "by-hand", previous, sealed]);
  await run("head", moveHead, [organizationId, revision, sealed, at]);
  const notice = { type: "changed", organizationId, revision, topics: ["invitations", "organization", "audit"] };
  await run("notice", "select pg_notify('orgdesk_changes', $1)", [JSON.stringify([notice])]);
  return { id, organizationId, email, role, status: "pending", expiresAt, revision };
}
