import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { BuildOptions, Plugin } from "vite";
import { minify } from "terser";
import { defineConfig } from "vitest/config";
import { onePiece } from "./src/entries/packing/onePiece.js";
import { onlyUsed } from "./src/entries/packing/onlyUsed.js";
import { ownMethods } from "./src/entries/packing/ownMethods.js";
import { packageBuild } from "./src/entries/packing/packageBuild.js";

/** light-dark() and container queries as they are: compiled away they would follow fewer hosts. */
const CSS_TARGET = ["chrome123", "firefox120", "safari17.5"];

/** d3-time makes all its intervals when it is loaded, and four of them are used. */
const TREESHAKE = { manualPureFunctions: ["timeInterval", "timeWeekday", "utcWeekday", "ticker"], propertyReadSideEffects: false as const };

const BUILT = ["tests/browser/**/*.test.{ts,tsx}", "tests/dist/**/*.test.{ts,tsx}"];

/** What the first script does without: fetched once the page has come to rest, or when it is asked for. By path. */
const LAZY = RegExp(`node_modules/(?:framer-motion|motion-|valibot)|/src/(?:${[
  "import/", "embed/",
  "app/(?:ImportFlow|PageBelow|SheetSize|embed/|export/|late\\.css)",
  "views/(?:Below|ArcLegend|HowDrawn|ViewLinks|Achievement(?:Section|List|Table)|SkillSection|MetricsSections|DetailsPanel|FacetOptions|WindowStrip|activity/|live)",
  "views/explore/(?!Late|exploring|rangeWords|resting)", "views/hooks/(?:motionKit|useDetailsEntrance)",
  "charts/(?:brush|paint|ActivityDensity|SkillGrowth|ChangeChart|ShareBar)",
  "layout/(?:sheet|placeDensity|placeArcPart|skillGrowth|skillTicks|metricChart|activityDensity|arcBlend|arcIndex|brush|clusters|gestures|markWindows|zoomLevels)",
  "model/(?:activity|exportRows|matchingDocument|toCsv|check|schema|parse|migrate|publish|redact|quoteN|quoteR|numberW)",
  "lib/(?:jsonText|show|decodeText)",
].join("|")})`);

/** The bundler's own never asks again for a style sheet that was lost. */
const LATE_SHEETS = [{ find: "\0vite/preload-helper.js", replacement: fileURLToPath(new URL("src/app/lateSheets.ts", import.meta.url)) }];

/** One file has nothing to ask for again. */
const NO_RETRY = [{ find: /^\.\/(?:hooks\/)?untilHere\.js$/, replacement: fileURLToPath(new URL("src/embed/noRetry.ts", import.meta.url)) }];

/** What a host's page loads as one file: Preact says the same as React in a tenth of the bytes. */
const PREACT = [
  { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
  { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
  { find: /^react(?:-dom)?$/, replacement: "preact/compat" },
];

/** Motion costs more than all the rest of an embed: there, everything is simply where it belongs. */
const NO_MOTION = [{ find: /^\.\/(?:hooks\/)?(?:motion|useArcTween|useDetailsEntrance)\.js$/, replacement: fileURLToPath(new URL("src/embed/noMotion.ts", import.meta.url)) }];

/** An embed is not the page. */
const NO_PAGE = [{ find: /^\.\/(?:hooks\/)?(?:usePageEscape|comeAgain|useRoomOnPaper)\.js$/, replacement: fileURLToPath(new URL("src/embed/noPage.ts", import.meta.url)) }];

/** An embed has no closer look, so that it draws each mark and no clusters. */
const NO_ZOOM = [
  { find: /^\.\/(?:ArcCluster|ClusterWords)\.js$/, replacement: fileURLToPath(new URL("src/embed/noClusters.ts", import.meta.url)) },
  { find: /^\.\/hooks\/(?:useSeen|useCareerInView)\.js$/, replacement: fileURLToPath(new URL("src/embed/noZoom.ts", import.meta.url)) },
];

/**
 * Once more over what the bundler has minified: terser finds another hundredth in it, which every budget here is in need of.
 * A second pass, not another minifier: alone it finds less than the bundler's own.
 *
 * Its "unsafe" pieces here are only so for a function that is called with new and knows no this, and for a getter that does more
 * than get: there are none.
 *
 * @param ascii for classic scripts in a stranger's page: without a charset they are read in the page's, whatever that is
 */
const squeeze = (ascii: boolean): Plugin => ({
  name: "squeeze",
  enforce: "post",
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== "chunk") continue;
      const options = { ecma: 2020, module: file.exports.length > 0 || file.imports.length > 0, compress: { passes: 5, directives: false, pure_getters: true, unsafe_arrows: true, unsafe_methods: true }, format: { ascii_only: ascii } } as const;
      const { code } = await minify(file.code, options);
      // Once more without new names: the first ones are the shortest, and leave a little to put together.
      const again = code === undefined ? undefined : await minify(code, { ...options, mangle: false });
      if (again?.code !== undefined) file.code = again.code;
    }
  },
});

/** One classic script with a name that stays and all in it. The other modes' files beside it are left alone. */
const embedFile = (outDir: string, name: string, entry: string): BuildOptions => ({
  outDir,
  emptyOutDir: false,
  copyPublicDir: false,
  target: "es2022",
  cssTarget: CSS_TARGET,
  lib: { entry, formats: ["iife"], name: "careerTimeline", fileName: () => `${name}.js`, cssFileName: name },
  rolldownOptions: {
    output: { codeSplitting: false },
    treeshake: TREESHAKE,
    // A word that is said once is shorter: the host script counts bytes.
    ...(name === "host" ? { optimization: { inlineConst: false } } : {}),
  },
});

/** One file has nothing to fetch later. What the app imports when it is asked for is simply there, and is bundled without a wrapper of its own. */
const allAtOnce: Plugin = {
  name: "all-at-once",
  enforce: "pre",
  transform(code, id) {
    if (!/\/src\/[^?]*\.tsx?$/.test(id)) return null;
    const names: string[] = [];
    const body = code.replace(/\bimport\(("\.[^"]+\.js")\)/g, (_, path: string) => `Promise.resolve(lazy${names.push(path) - 1})`);
    return names.length === 0 ? null : { code: names.map((path, i) => `import * as lazy${i} from ${path};`).join("") + body, map: null };
  },
};

export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: mode === "frame" || mode === "element" ? [allAtOnce, onlyUsed, ownMethods, react(), squeeze(true)] : mode === "host" || mode === "cli" ? [react()] : [onePiece(LAZY), react(), squeeze(false)],
  resolve: { alias: mode === "frame" || mode === "element" ? [...PREACT, ...NO_MOTION, ...NO_ZOOM, ...NO_PAGE, ...NO_RETRY] : mode === "cli" ? NO_MOTION : LATE_SHEETS },
  ...(mode === "frame" || mode === "element" || mode === "cli" ? { define: { "process.env.NODE_ENV": '"production"' } } : {}),
  // The command line brings all it needs with it, but for what is compiled for each machine.
  ...(mode === "cli" ? { ssr: { noExternal: true as const, external: ["@resvg/resvg-js"] }, publicDir: "src/prerender/card/fonts" } : {}),
  build:
    mode === "package" ? packageBuild(CSS_TARGET, TREESHAKE)
    : mode === "frame" ? embedFile("dist/embed", "frame", "src/embed/frame/frame.ts")
    : mode === "element" ? embedFile("dist/element", "career-timeline", "src/embed/element/entry.ts")
    : mode === "host" ? embedFile("dist/embed", "host", "src/embed/frame/host.ts")
    :
    mode === "cli"
      ? {
          ssr: "src/cli/main.ts",
          outDir: "dist/cli",
          emptyOutDir: true,
          target: "node20",
          copyPublicDir: true,
        }
      : {
          outDir: "dist/template",
          emptyOutDir: true,
          cssTarget: CSS_TARGET,
          // Data URIs would need `img-src data:` and make the document larger.
          assetsInlineLimit: 0,
          // Of what is imported later the first script lists only the style sheets, which have to be there with it: a list of
          // scripts would be longer than what asking for them a moment earlier is worth.
          modulePreload: { polyfill: false, resolveDependencies: (_, files, { hostType }) => (hostType === "js" ? files.filter((file) => file.endsWith(".css")) : files) },
          // One file for what the first picture needs: what lazy files share with it would else be cut into many small ones.
          rolldownOptions: { treeshake: TREESHAKE, output: { codeSplitting: { groups: [{ name: "core", test: (id: string) => !LAZY.test(id) }] } } },
        },
  test: {
    // Node by default: whatever needs a DOM says so in its first line.
    environment: "node",
    env: { TZ: "America/Los_Angeles" },
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...BUILT, "**/node_modules/**"],
          // A guard against hanging, not a measure: a property may take long where many runs are asked for.
          testTimeout: 120_000 + 40 * Number(process.env["FC_RUNS"] ?? 300),
          hookTimeout: 120_000,
          setupFiles: process.env["FC_LIMIT_MS"] ? ["tests/support/propertyLimit.ts"] : [],
          ...(process.env["CI"] ? { maxWorkers: "100%" } : {}),
        },
      },
      {
        // What needs the built site, most of it in a browser: two files at a time, when the rest is done.
        extends: true,
        test: {
          name: "built",
          include: BUILT,
          globalSetup: ["tests/support/globalSetup.ts"],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          // Guards against hanging, not measures: a busy machine may take many times as long as a quiet one.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
}));
