import type { KeyObject } from "node:crypto";
import { refuse } from "../../dispatch/fault-error.ts";

export async function signedPdf(_file: string, _key: KeyObject): Promise<Buffer> {
  return refuse({ kind: "unavailable" });
}
