import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const BUILT = ["tests/browser/**/*.test.{ts,tsx}", "tests/dist/**/*.test.{ts,tsx}"];

/** What is fetched only when it is asked for: the checker, the table, motion. */
const LAZY = /node_modules\/(?:framer-motion|motion-|valibot)|\/src\/(?:app\/ImportFlow|views\/(?:AchievementTable|DetailsPanel|WindowStrip|live)|views\/hooks\/motionKit|layout\/arcBlend|model\/(?:check|schema|parse|migrate|quoteN|quoteR|numberW)|lib\/(?:jsonText|show|decodeText))/;

export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: [react()],
  build:
    mode === "cli"
      ? {
          ssr: "src/cli/main.ts",
          outDir: "dist/cli",
          emptyOutDir: true,
          target: "node20",
          copyPublicDir: false,
        }
      : {
          outDir: "dist/template",
          emptyOutDir: true,
          // light-dark() and container queries as they are: compiled away they would follow fewer hosts.
          cssTarget: ["chrome123", "firefox120", "safari17.5"],
          // Data URIs would need `img-src data:` and make the document larger.
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          // One file for what the first picture needs: what lazy files share with it would else be cut into many small ones.
          rolldownOptions: { output: { codeSplitting: { groups: [{ name: "core", test: (id: string) => !LAZY.test(id) }] } } },
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
          exclude: BUILT,
          // A guard against hanging, not a measure: a property may take long where many runs are asked for.
          testTimeout: 20_000 + 40 * Number(process.env["FC_RUNS"] ?? 300),
          setupFiles: process.env["FC_LIMIT_MS"] ? ["tests/support/propertyLimit.ts"] : [],
          ...(process.env["CI"] ? { maxWorkers: "100%" } : {}),
        },
      },
      {
        // What needs the built site, most of it in a browser: one file after the other, when the rest is done.
        extends: true,
        test: {
          name: "built",
          include: BUILT,
          globalSetup: ["tests/support/globalSetup.ts"],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
}));
