import { existsSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig, type Plugin } from "vite";
import { BENCH, OURS, ROOT, type Subject } from "./subjects.js";

/** The one page of all subjects, each with its own script. */
const subjectPage = (entry: string): Plugin => ({
  name: "subject-page",
  transformIndexHtml: { order: "pre", handler: (html) => html.replace("%SUBJECT%", entry) },
});

/** This folder has a React of its own, for a peer; the project's page takes the packages that the project is made with. */
const ownPackages: Plugin = {
  name: "own-packages",
  enforce: "pre",
  resolveId(source, importer) {
    return importer?.startsWith(BENCH) && /^[@\w]/.test(source) ? this.resolve(source, join(ROOT, "src/main.tsx"), { skipSelf: true }) : null;
  },
};

/** The package gives its style sheet in Less to bundlers, and finished beside it. */
const FINISHED_STYLES = [{ find: /^.*\/TL\.Timeline\.less$/, replacement: join(BENCH, "node_modules/@knight-lab/timelinejs/dist/css/timeline.css") }];

const configOf = ({ name, entry }: Subject): InlineConfig => ({
  configFile: false,
  root: BENCH,
  base: "./",
  mode: "production",
  logLevel: "error",
  plugins: [...(name === OURS ? [ownPackages] : []), react(), subjectPage(entry)],
  publicDir: name === OURS ? join(ROOT, "public") : false,
  // Webpack, which event-drops was made for, says `global`.
  define: { global: "globalThis" },
  resolve: { alias: FINISHED_STYLES },
  build: { outDir: join(BENCH, "dist", name), emptyOutDir: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 10_000, rolldownOptions: { input: join(BENCH, "bench.html") } },
});

/** @returns a sentence per subject that could not be built, by name */
export async function buildSubjects(subjects: readonly Subject[]): Promise<ReadonlyMap<string, string>> {
  const failed = new Map<string, string>();
  for (const subject of subjects) {
    try {
      await build(configOf(subject));
      if (!existsSync(join(BENCH, "dist", subject.name, "bench.html"))) failed.set(subject.name, "could not be built: no page came of it");
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      failed.set(subject.name, `could not be built: ${message.split("\n")[0] ?? ""}`);
      console.error(`${subject.name}: ${message}`);
    }
  }
  return failed;
}
