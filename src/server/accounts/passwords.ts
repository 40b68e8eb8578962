import { hash, verify } from "@node-rs/argon2";
import { takingTurns } from "../dispatch/turns.ts";

/** argon2id, the library's default, with 19 MiB, two passes and one lane: OWASP's first choice. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The digest of a random password that nobody knows: checking against it takes as long as against a real one. */
const nobodys = "$argon2id$v=19$m=19456,t=2,p=1$ou40xyWcia2tcSAAVfCeYQ$j1NE6ZX+jfAqU0L8Nbgen8TsxJLVqfjxcOa4n9ZFA/Q";

/** Hashing holds a thread and 19 MiB each time, so few run at once and few more wait. */
const inTurn = takingTurns({ running: 2, waiting: 100 });

/** The same password typed on another keyboard is the same password. */
const normal = (password: string): string => password.normalize("NFKC");

/** @throws FaultError `unavailable` when too many wait already */
export async function digestPassword(password: string): Promise<string> {
  return inTurn(async () => hash(normal(password), cost));
}

/**
 * Whether a password fits; takes the same time for a person who does not exist (null).
 * @throws FaultError `unavailable` when too many wait already
 */
export async function passwordFits(password: string, digest: string | null): Promise<boolean> {
  const known = digest !== null && digest !== "";
  const fits = await inTurn(async () => verify(known ? digest : nobodys, normal(password)));
  return known && fits;
}
