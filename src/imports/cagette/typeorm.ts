import { MedusaError } from "@medusajs/framework/utils"
import type { DataSource, EntitySchema } from "typeorm"

export type TypeOrm = { DataSource: typeof DataSource; EntitySchema: typeof EntitySchema }

export const INSTALL = "npm install --save-dev typeorm@^1 mysql2@^3"

/**
 * TypeORM and its MySQL driver, which only a market that moves in installs: optional peers of the plugin.
 * @throws NOT_ALLOWED with the command that installs them.
 */
export async function loadTypeOrm(
  load: (name: string) => Promise<unknown> = (name) => import(name)
): Promise<TypeOrm> {
  try {
    await load("mysql2")
    return (await load("typeorm")) as TypeOrm
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== "MODULE_NOT_FOUND" && code !== "ERR_MODULE_NOT_FOUND") throw error
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Reading Cagette's or CAMAP's database needs TypeORM and its MySQL driver. Install them and run this again: ${INSTALL}`
    )
  }
}
