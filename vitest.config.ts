import { defineConfig } from "vitest/config";
import react from "@vitejs/plugin-react";
import { namesSecondTries } from "./test/support/second-tries.ts";

/**
 * Node strips types by WebAssembly in every thread that loads a source, and V8 ends the process when two threads trade
 * their wrappers for compiled ones at one moment ('Check failed: jit_page.has_value()'). With this none is traded. What
 * is built holds no types, so the product is not concerned.
 */
const keepWasmWrappers = "--wasm-wrapper-tiering-budget=2147483647";

// Three kinds of test: pure and desktop ones, those over a real PostgreSQL, and those of screens.
export default defineConfig({
  test: {
    // Whatever needed its second try is named at the end of the run.
    retry: process.env["CI"] ? 1 : 0,
    reporters: process.env["ORGDESK_TEST_JSON"]
      ? ["default", namesSecondTries, ["json", { outputFile: process.env["ORGDESK_TEST_JSON"] }]]
      : ["default"],
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["test/{domain,contract,scripts}/**/*.test.ts"],
          // Property tests, keys and the linters of the API's document take their time on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "server",
          environment: "node",
          include: ["test/{server,main,shell}/**/*.test.ts"],
          execArgv: [keepWasmWrappers],
          globalSetup: ["test/support/postgres.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: "renderer",
          environment: "happy-dom",
          include: ["test/renderer/**/*.test.{ts,tsx}"],
          setupFiles: ["test/support/renderer.ts"],
          // A screen is slow on a busy machine too.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
