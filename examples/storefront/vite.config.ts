import { defineConfig } from "vite"

export default defineConfig({
  root: import.meta.dirname,
  esbuild: { jsx: "automatic" },
  build: { target: "es2022", emptyOutDir: true },
  // The address that Medusa's STORE_CORS names by itself.
  server: { port: 8000, strictPort: true },
})
