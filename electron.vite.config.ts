import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import type { Plugin } from "vite";

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

type Files = Parameters<Extract<NonNullable<Plugin["generateBundle"]>, (...given: never[]) => unknown>>[1];

/** A script with all that it imports, and their styles. */
function withImports(name: string, files: Files, found = new Set<string>()): Set<string> {
  const file = files[name];
  if (found.has(name) || file?.type !== "chunk") return found;
  found.add(name);
  for (const style of file.viteMetadata?.importedCss ?? []) found.add(style);
  for (const next of file.imports) withImports(next, files, found);
  return found;
}

/**
 * Stands in the page and runs before anything else: asks for what its address shows. Chromium takes what it compiled of
 * a module at an earlier start only where the module was first asked for as any script is: what `modulepreload` asks
 * for, it compiles at every start.
 */
const askAhead = (ahead: Readonly<Record<string, readonly string[]>>) => `(() => {
const ahead = new Map(Object.entries(${JSON.stringify(ahead)}));
const place = /^#\\/(?:o\\/[^/]+\\/)?([^/?]+)/.exec(location.hash)?.[1];
for (const file of ahead.get(place) ?? []) {
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = file.endsWith(".css") ? "style" : "script";
  link.crossOrigin = "";
  link.href = "./" + file;
  document.head.append(link);
}
})();
`;

/**
 * Has the scripts of the section that the address names loaded beside those of the application, which would ask for
 * them once it runs.
 */
const sectionsAhead: Plugin = {
  name: "sections-ahead",
  generateBundle: {
    order: "post",
    handler(_, files) {
      const page = files["index.html"];
      const font = Object.keys(files).find((name) => /\/inter-latin-wght-normal-.*\.woff2$/.test(name));
      const main = Object.values(files).find((file) => file.type === "chunk" && file.isEntry);
      if (page?.type !== "asset" || main === undefined || font === undefined) throw new Error("The page is not whole");
      const known = withImports(main.fileName, files);
      const ahead: Record<string, string[]> = {};
      for (const file of Object.values(files)) {
        const id = file.type === "chunk" ? (file.facadeModuleId ?? "") : "";
        const section = /\/features\/([^/]+)\/routes\.tsx$/.exec(id)?.[1];
        if (section !== undefined) ahead[section] = [...withImports(file.fileName, files).difference(known)];
      }
      // Without the font the first text would be laid out twice, the first time in fonts that have to be looked for.
      const early = `<link rel="preload" as="script" crossorigin href="./${main.fileName}" />
    <link rel="preload" as="font" type="font/woff2" crossorigin href="./${font}" />
    <script>${askAhead(ahead)}</script>`;
      page.source = String(page.source).replace("</title>", () => `</title>\n    ${early}`);
    },
  },
};

/** Mantine's sheets are named one by one (`theme/styles.ts`), so that the page carries those of used parts alone. */
const stylesOfParts: Plugin = {
  name: "styles-of-parts",
  generateBundle(_, files) {
    const scripts = Object.values(files).filter((file) => file.type === "chunk");
    const modules = scripts.flatMap((file) => Object.keys(file.modules));
    const parts = modules.flatMap((id) => /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1] ?? []);
    for (const part of parts) {
      const sheet = `@mantine/core/styles/${part}.layer.css`;
      const path = resolve(import.meta.dirname, "node_modules", sheet);
      if (existsSync(path) && this.getModuleInfo(realpathSync(path)) === null)
        throw new Error(`${sheet} is not imported`);
    }
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

/**
 * Scripts that belong together, since many small files take longer to load than few: what every start needs, tables,
 * and the small parts that several screens share. What is large and not everywhere stays apart.
 */
const groups = [
  { name: "application", tags: ["$initial" as const], priority: 2 },
  {
    name: "table",
    test: /[\\/]ui[\\/]table[\\/]|@tanstack[\\/](?:react-)?(?:table|virtual)/,
    priority: 1,
    includeDependenciesRecursively: false,
  },
  { name: "parts", minShareCount: 3, maxModuleSize: 2500 },
];

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
    publicDir: false,
    plugins: [react(), stylesOfParts, sectionsAhead, compiledWhole, evaluated(source("contract/operationFacts.ts"))],
    build: {
      outDir: resolve(import.meta.dirname, "out/renderer"),
      emptyOutDir: true,
      minify: true,
      cssTarget: "chrome130",
      // A section's few rules would be asked for, waited for, and style the page once more.
      cssCodeSplit: false,
      rollupOptions: {
        input: source("renderer/index.html"),
        output: { codeSplitting: { groups } },
      },
    },
  },
});
