import type { KeyRotation } from "#domain/audit/head.ts";
import type { Db } from "../database.ts";
import type { ServerKeyName } from "../tables/server-key.ts";

/** The fingerprint that the database knows for a key; this one where it knew none. Servers that start at once agree. */
export async function rememberedKey(system: Db, name: ServerKeyName, fingerprint: string): Promise<string> {
  await system
    .insertInto("server_keys")
    .values({ name, fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const known = system.selectFrom("server_keys").select("fingerprint").where("name", "=", name);
  return (await known.executeTakeFirstOrThrow()).fingerprint;
}

/** From now on this key is the one. */
export async function replaceKey(system: Db, name: ServerKeyName, fingerprint: string): Promise<void> {
  await system.updateTable("server_keys").set({ fingerprint, since: new Date() }).where("name", "=", name).execute();
}

/** Remembers rotations of the audit key beside those that are known, and gives all of them in their order. */
export async function rememberedRotations(system: Db, given: readonly KeyRotation[]): Promise<KeyRotation[]> {
  return system.transaction().execute(async (at) => {
    const stored = at.selectFrom("server_keys").select("rotations").where("name", "=", "audit").forUpdate();
    const { rotations: known } = await stored.executeTakeFirstOrThrow();
    const isKnown = ({ from, to }: KeyRotation) => known.some((one) => one.from === from && one.to === to);
    const all = [...known, ...given.filter((one) => !isKnown(one))];
    const rotations = JSON.stringify(all);
    await at.updateTable("server_keys").set({ rotations }).where("name", "=", "audit").execute();
    return all;
  });
}

/** A secret that was sealed under the server's key, if there is any. */
export async function anySealed(system: Db): Promise<{ account_id: string; secret: Buffer } | undefined> {
  return system.selectFrom("two_factors").select(["account_id", "secret"]).limit(1).executeTakeFirst();
}
