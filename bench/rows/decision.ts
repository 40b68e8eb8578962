import { createMongoAbility } from "@casl/ability";
import { decide } from "#domain/policy/decide.ts";
import { systemPermissions, productPermissions } from "#domain/policy/permissions.ts";
import { permissionsOf, policyOf } from "#domain/policy/policy.ts";
import { asTime, figure } from "../system/figure.ts";
import { inPairs, type Slice } from "../system/pairs.ts";
import type { Row } from "./row.ts";

const asked = [...systemPermissions, ...productPermissions].slice(0, 24);
const policy = policyOf("agency");
const me = { memberId: "me", role: "admin", status: "active" } as const;
const facts = { lastingOwners: 2 };

/** `member.invite` as CASL says it: the action `invite` on the subject `member`. */
const inWords = (permission: string) => {
  const [subject = "", action = ""] = permission.split(".");
  return { subject, action };
};

const ability = createMongoAbility([...permissionsOf(policy, "admin")].map(inWords));
const questions = asked.map(inWords);

function countAllowedByOurs(): number {
  let count = 0;
  for (const permission of asked) if (decide(policy, me, { kind: "use", permission }, facts).allowed) count += 1;
  return count;
}

function countAllowedByCasl(): number {
  let count = 0;
  for (const { action, subject } of questions) if (ability.can(action, subject)) count += 1;
  return count;
}

/** How many times a second the 24 decisions are made. */
const timesPerSecond =
  (work: () => number, expected: number): Slice =>
  async (seconds) => {
    let rounds = 0;
    const started = performance.now();
    while (performance.now() - started < seconds * 1000) {
      for (let round = 0; round < 1000; round += 1) {
        if (work() !== expected) throw new Error("The decisions differ");
      }
      rounds += 1000;
    }
    return (rounds * 1000) / (performance.now() - started);
  };

/** 24 decisions in process against @casl/ability with its rules built beforehand: the case that favours it. */
export const decisions: Row = async (_stage, { pairs }) => {
  const expected = countAllowedByCasl();
  const ours = timesPerSecond(countAllowedByOurs, expected);
  const casl = timesPerSecond(countAllowedByCasl, expected);
  const compared = await inPairs(ours, casl, { pairs, seconds: 0.5 });
  return [figure("24 permission decisions", "ms", "@casl/ability", asTime(compared), { atMost: 1 })];
};
