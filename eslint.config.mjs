import medusa from "@medusajs/eslint-plugin"

export default [
  {
    ignores: [".medusa/**", ".demo/**", "public/**", "node_modules/**", "scripts/**", "**/dist/**"],
  },
  ...medusa.configs.recommended,
  {
    // A browser has neither Medusa's server nor its framework.
    files: ["examples/**"],
    rules: {
      "@medusajs/import-from-framework-not-internal": "off",
      "@medusajs/use-medusa-error-not-generic-error": "off",
    },
  },
]
