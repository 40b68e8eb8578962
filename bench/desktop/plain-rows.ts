import { DatabaseSync } from "node:sqlite";
import type { SampleOrganization } from "#server/sample/agency.ts";

/** The same members as plain rows of a SQLite in memory; reads and clones those of one organization. */
export function plainRows(organizations: readonly SampleOrganization[]) {
  const db = new DatabaseSync(":memory:");
  db.exec(`create table members (organization_id text, id text, account_id text, name text, email text, role text,
    status text, joined_at text, last_seen_at text, primary key (organization_id, id)) without rowid; begin`);
  const insert = db.prepare("insert into members values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const organization of organizations) {
    for (const { id, person, role, status, joinedAt, lastSeenAt } of organization.members) {
      const times = [joinedAt.toISOString(), lastSeenAt?.toISOString() ?? null];
      insert.run(organization.id, id, person.id, person.name, person.email, role, status, ...times);
    }
  }
  db.exec("commit");
  const read = db.prepare("select * from members where organization_id = ? order by name, id");
  return {
    /** In milliseconds. */
    timeOf: (organizationId: string): number => {
      const started = performance.now();
      structuredClone(read.all(organizationId));
      return performance.now() - started;
    },
    close: () => db.close(),
  };
}
