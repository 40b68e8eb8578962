import { writeFile } from "node:fs/promises";
import { openApiDocument } from "#contract/openapi.ts";
import { version } from "#contract/version.ts";

// The committed copy that reviewers diff and clients are generated from; a test keeps it equal to the contract.
await writeFile("docs/openapi.json", `${JSON.stringify(openApiDocument(version), null, 2)}\n`);
