import medusa from "@medusajs/eslint-plugin"

export default [
  { ignores: [".medusa/**", ".demo/**", "public/**", "node_modules/**", "scripts/**"] },
  ...medusa.configs.recommended,
]
