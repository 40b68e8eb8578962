import { hash } from "node:crypto";
import type { TestServer } from "#test/support/server.ts";

const stored = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');
/** The digest of the logo that `furnishLogo` gives. */
export const logoDigest = hash("sha256", stored);

/** An image of one red pixel. */
export const redPixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

/** Writes a logo straight into the database. */
export async function furnishLogo({ services }: TestServer, organizationId: string): Promise<void> {
  const { system } = services.pools;
  const logo = { organization_id: organizationId, digest: logoDigest, type: "image/svg+xml", bytes: stored } as const;
  await system.insertInto("organization_logos").values(logo).execute();
  await system.updateTable("organizations").set({ logo: logoDigest }).where("id", "=", organizationId).execute();
}
