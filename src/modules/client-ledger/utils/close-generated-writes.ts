import { pluralize } from "@medusajs/framework/utils"

/**
 * Medusa generates create, update, upsert, delete, softDelete and restore methods for each model. On a ledger
 * they would be back doors: each is replaced by a refusal.
 */
export function closeGeneratedWrites(
  Service: { prototype: object },
  modelNames: string[],
  refuse: (method: string) => never
): void {
  for (const model of modelNames) {
    for (const verb of ["create", "update", "upsert", "delete", "softDelete", "restore"]) {
      const method = `${verb}${pluralize(model)}`
      Object.defineProperty(Service.prototype, method, {
        value: async () => refuse(method),
        configurable: true,
        writable: true,
      })
    }
  }
}
