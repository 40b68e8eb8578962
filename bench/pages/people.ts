import type { Member } from "#contract/entities/member.ts";
import { aMember, idOf } from "#test/support/fixtures.ts";

const given = ["Ada", "Bilal", "Chidi", "Dana", "Elif", "Farah", "Gabriel", "Hana", "Ingrid", "Jiho", "Kwame", "Léa"];
const family = ["Abdi", "Byron", "Çelik", "Dahl", "Eze", "Fischer", "García", "Hansen", "Ito", "Kumar", "López"];
const roles = ["owner", "admin", "member", "member", "member"];

/** The same people on every run, in the order in which a team is shown. */
export function people(count: number): Member[] {
  const start = Date.UTC(2024, 0, 1);
  const made = Array.from({ length: count }, (_, index) => {
    const name = `${given[index % given.length]} ${family[index % family.length]}`;
    return aMember({
      id: idOf(index + 1),
      accountId: idOf(index + 1),
      name,
      email: `person-${index}@example.com`,
      role: roles[index % roles.length] ?? "member",
      joinedAt: new Date(start + index * 60_000).toISOString(),
      lastSeenAt: index % 9 === 0 ? null : new Date(start + index * 600_000).toISOString(),
    });
  });
  return made.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
