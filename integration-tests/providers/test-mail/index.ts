import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import {
  AbstractNotificationProviderService,
  generateEntityId,
  ModuleProvider,
  Modules,
} from "@medusajs/framework/utils"

type Options = {
  /** Where mails are kept, each a file; and the addresses that are refused, each an empty file in `refused`. */
  directory: string
}

/** A mail server whose letterbox is a directory, so that a test in another process can look into it. */
class TestMailProvider extends AbstractNotificationProviderService {
  static override identifier = "test-mail"

  constructor(
    _container: Record<string, unknown>,
    private readonly options: Options
  ) {
    super()
  }

  override async send(notification: ProviderSendNotificationDTO): Promise<{ id: string }> {
    const { directory } = this.options
    if (existsSync(join(directory, "refused", notification.to))) {
      throw new Error(`550 ${notification.to}: no such mailbox`)
    }
    mkdirSync(directory, { recursive: true })
    const id = generateEntityId(undefined, "mail")
    writeFileSync(join(directory, `${id}.json`), JSON.stringify(notification))
    return { id }
  }
}

export default ModuleProvider(Modules.NOTIFICATION, { services: [TestMailProvider] })
