import path from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { operations } from "./scripts/operations-plugin.ts";
import { precompress } from "./scripts/precompress-plugin.ts";
import { words } from "./scripts/words-plugin.ts";

const root = path.resolve(import.meta.dirname, "src/app/web");

/** The web app: `dist/web`, hashed and compressed ahead, served by the app itself. */
export default defineConfig({
  root,
  cacheDir: path.resolve(import.meta.dirname, "node_modules/.vite"),
  plugins: [words(), operations(), react(), tailwindcss(), precompress()],
  build: {
    outDir: path.resolve(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    target: "baseline-widely-available",
    reportCompressedSize: false,
    assetsInlineLimit: 2048,
    manifest: true,
    rolldownOptions: {
      output: {
        // few files for the first screen: what every screen needs, and every icon, in one each
        codeSplitting: {
          groups: [
            {
              name: "base",
              test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store|@tanstack)[\\/]/,
            },
            { name: "icons", test: /node_modules[\\/]lucide-react[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    port: Number(process.env.BELLWETHER_DEV_PORT ?? 5173),
    strictPort: true,
    proxy: process.env.BELLWETHER_DEV_APP ? { "/api": { target: process.env.BELLWETHER_DEV_APP } } : {},
  },
});
