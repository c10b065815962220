import type { BuildOptions } from "vite";
import { packPlugin } from "./packPlugin.js";

/** What the package hands out as modules, each one of package.json's exports. The element is a file of its own, so only its types are here. */
const CODE = ["react", "model", "import"] as const;
const TYPES = [...CODE, "element"] as const;

/**
 * `dist/package`: what `import` finds. Each chart is an entry of its own behind the one of `react`, so that a bundler
 * leaves out the files of those that are not used; what several of them use lies in `shared`.
 */
export const packageBuild = (cssTarget: string[], treeshake: NonNullable<NonNullable<BuildOptions["rolldownOptions"]>["treeshake"]>): BuildOptions => ({
  outDir: "dist/package",
  emptyOutDir: true,
  copyPublicDir: false,
  target: "es2022",
  cssTarget,
  cssCodeSplit: true,
  lib: {
    entry: {
      ...Object.fromEntries(CODE.map((name) => [name, `src/entries/${name}.ts`])),
      ...Object.fromEntries(["CareerTimeline", "CareerArcChart", "SkillGrowthChart", "MetricChart"].map((name) => [`react/${name}`, `src/embed/react/${name}.tsx`])),
      style: "src/entries/style.css",
    },
    formats: ["es"],
  },
  rolldownOptions: {
    external: /^react(?:-dom)?(?:\/|$)/,
    treeshake,
    plugins: [packPlugin(TYPES)],
    output: { entryFileNames: "[name].js", chunkFileNames: "shared/[name]-[hash].js", minify: true },
  },
});
