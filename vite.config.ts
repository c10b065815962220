import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

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
        },
  test: {
    // Node by default: whatever needs a DOM says so in its first line.
    environment: "node",
    env: { TZ: "America/Los_Angeles" },
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: [],
    restoreMocks: true,
  },
}));
