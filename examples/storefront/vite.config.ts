import { defineConfig } from "vite"

export default defineConfig({
  root: import.meta.dirname,
  esbuild: { jsx: "automatic" },
  build: {
    target: "es2022",
    emptyOutDir: true,
    rollupOptions: {
      onwarn(warning, warn) {
        // "use client", which says nothing here: all of it is the browser's.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning)
      },
    },
  },
  // The address that Medusa's STORE_CORS names by itself.
  server: { port: 8000, strictPort: true },
})
