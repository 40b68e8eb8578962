import { describe, expect, it } from "vitest";
import { passwordProblems, passwordStrength } from "#domain/password.ts";

const dana = { email: "dana.reyes@example.com", name: "Dana Reyes" };

describe("passwordProblems", () => {
  it.each([
    "correct-horse-battery-staple",
    "violet kettle drums at nine",
    "Tr7$kq!mZ0pL",
    "839201748265",
    "a reyes of morning light",
    "ünïcödé-słowo-żółw",
    "x4".repeat(3) + "quilt lantern",
  ])("takes %j", (password) => {
    expect(passwordProblems(password, dana)).toEqual([]);
  });

  it.each([
    ["short", ["tooShort"]],
    ["", ["tooShort", "common"]],
    ["😀".repeat(11), ["tooShort", "common"]],
    ["é".repeat(257), ["tooLong"]],
    ["password1234", ["common"]],
    ["Password1234!", ["common"]],
    ["P@ssw0rd2024!", ["common"]],
    ["passwordpassword", ["common"]],
    ["qwertyuiop12", ["common"]],
    ["123456789012", ["common"]],
    ["987654321098", ["common"]],
    ["aaaaaaaaaaaa", ["common"]],
    ["abcdefghijkl", ["common"]],
    ["abcabcabcabc", ["common"]],
    ["1q2w3e4r5t6y", ["common"]],
    ["WELCOME-2024-2025", ["common"]],
    ["dana.reyes!x92kq", ["containsEmail", "containsName"]],
    ["Dana.Reyes@example.com", ["containsEmail"]],
    ["Reyes_Dana_2024!", ["containsName"]],
  ])("refuses %j: %j", (password, problems) => {
    expect(passwordProblems(password, dana)).toEqual(problems);
  });

  it("stays quick at full length", () => {
    const started = performance.now();
    for (const unit of ["a", "ab", "password", "1!"]) passwordProblems(unit.repeat(256).slice(0, 255) + "z", dana);
    // A busy machine is slow; what this guards against takes minutes.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("passwordStrength", () => {
  it.each([
    ["password1234", "weak"],
    ["short", "weak"],
    ["aabbaabbccdd", "fair"],
    ["violet kettle drums at nine", "strong"],
  ])("%j is %s", (password, strength) => {
    expect(passwordStrength(password)).toBe(strength);
  });
});
