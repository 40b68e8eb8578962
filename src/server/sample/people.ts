import { slugOf } from "#domain/slug.ts";
import { familyNames, givenNames } from "./names.ts";
import type { Random } from "./random.ts";

export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
}

/** The agency's manager, who can be signed in as. */
export const manager = { name: "Mara Lindqvist", email: "mara@brightside.example" } as const;

/** An invented person; the number keeps addresses apart when names repeat. */
export function inventPerson(random: Random, number: number, domain: string, createdAt: Date): SamplePerson {
  const name = `${random.pick(givenNames)} ${random.pick(familyNames)}`;
  return { id: random.id(createdAt), name, email: `${slugOf(name)}.${number}@${domain}`, createdAt };
}
