import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const source = (path: string) => resolve(import.meta.dirname, "src", path);

const programs = {
  electron: source("main/shell/electron/main.ts"),
  browser: source("main/shell/browser/main.ts"),
  leash: source("main/embedded/leash.ts"),
  snapshot: source("main/snapshot/worker/main.ts"),
  server: source("server/main.ts"),
  evidence: source("server/reviews/pdf/worker.ts"),
  svg: source("server/logo/worker.ts"),
  sample: source("server/sample/main.ts"),
};

/** Has scripts compiled whole beside the page's own thread, instead of function by function on it while it is drawn. */
const compiledWhole = {
  name: "compiled-whole",
  generateBundle: {
    // Last, since the line counts as the first one only.
    order: "post" as const,
    handler: (_: unknown, files: Record<string, { type: string; code?: string }>) => {
      for (const file of Object.values(files)) {
        if (file.type === "chunk") file.code = `//# allFunctionsCalledOnLoad\n${file.code ?? ""}`;
      }
    },
  },
};

/** Builds in what a module of plain values comes to: what it is made from stays out of the page. */
function evaluated(path: string) {
  return {
    name: "evaluated",
    load: async (id: string) => {
      if (id !== path) return null;
      const values: object = await import(pathToFileURL(path).href);
      return Object.entries(values)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join("\n");
    },
  };
}

export default defineConfig({
  main: {
    build: {
      outDir: "out/main",
      externalizeDeps: true,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(programs).filter(([, path]) => existsSync(path))),
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      externalizeDeps: false,
      rollupOptions: {
        input: { index: source("preload/index.ts"), browser: source("preload/browser.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: source("renderer"),
    publicDir: resolve(import.meta.dirname, "resources/public"),
    plugins: [react(), compiledWhole, evaluated(source("contract/operationFacts.ts"))],
    build: {
      outDir: resolve(import.meta.dirname, "out/renderer"),
      emptyOutDir: true,
      minify: true,
      cssTarget: "chrome130",
      rollupOptions: {
        input: source("renderer/index.html"),
      },
    },
  },
});
