import { existsSync } from "node:fs";
import { resolve } from "node:path";
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
    plugins: [react()],
    build: {
      outDir: resolve(import.meta.dirname, "out/renderer"),
      emptyOutDir: true,
      minify: true,
      cssTarget: "chrome130",
      rollupOptions: { input: source("renderer/index.html") },
    },
  },
});
