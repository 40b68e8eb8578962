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

/** A secret that was sealed under the server's key, if there is any. */
export async function anySealed(system: Db): Promise<{ account_id: string; secret: Buffer } | undefined> {
  return system.selectFrom("two_factors").select(["account_id", "secret"]).limit(1).executeTakeFirst();
}
