import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { jsonSchemaOf, openApiDocument } from "#contract/openapi.ts";
import type { Operation } from "#contract/operation.ts";
import { operationNames, operationOf, pathFields } from "#contract/operations.ts";
import { version } from "#contract/version.ts";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../..");
const tool = (name: string) => path.join(root, "node_modules/.bin", name);
const inputFields = (operation: Operation) => Object.keys(operation.input.shape);
const quiet = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

describe("the OpenAPI document", () => {
  it("is the committed one: run `npm run openapi` after changing the contract", async () => {
    const committed: unknown = JSON.parse(await readFile(path.join(root, "docs/openapi.json"), "utf8"));
    expect(committed).toEqual(JSON.parse(JSON.stringify(openApiDocument(version))));
  });

  it("passes Redocly's default rules", { timeout: 60_000 }, async () => {
    const { stderr } = await run(tool("redocly"), ["lint", "docs/openapi.json"], { cwd: root, env: quiet });
    expect(stderr).toContain("valid");
    expect(stderr).not.toMatch(/warning/i);
  });

  it("passes Spectral's default rules", { timeout: 60_000 }, async () => {
    const ruleset = ["--ruleset", ".spectral.yaml", "--fail-severity", "warn"];
    const { stdout } = await run(tool("spectral"), ["lint", "docs/openapi.json", ...ruleset], { cwd: root });
    expect(stdout).toContain("No results");
  });

  it("tells the package's version", async () => {
    const manifest = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as { version: string };
    expect(version).toBe(manifest.version);
  });
});

describe("the contract", () => {
  it.each(operationNames)("%s names each field of its path in its input", (name) => {
    const operation = operationOf(name);
    for (const field of pathFields(operation.path)) expect(Object.keys(operation.input.shape)).toContain(field);
  });

  it("gives every operation a route of its own", () => {
    const routes = operationNames.map((name) => `${operationOf(name).method} ${operationOf(name).path}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it("puts every operation that needs a permission under an organization", () => {
    const guarded = operationNames.map(operationOf).filter(({ access }) => access === "organization");
    expect(guarded.filter(({ path }) => !path.includes("{organizationId}"))).toEqual([]);
  });

  it("keeps what carries tokens away from the renderer", () => {
    const carriesToken = (operation: Operation) =>
      /"(token|\w+Token)"/.test(JSON.stringify([inputFields(operation), jsonSchemaOf(operation.output, "output")]));
    const open = operationNames.filter(
      (name) => operationOf(name).bridge === "open" && carriesToken(operationOf(name)),
    );
    expect(open).toEqual([]);
  });
});
