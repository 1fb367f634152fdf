import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A line of facts in a section, as on Medusa's own pages. */
export const Row = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="text-ui-fg-subtle grid grid-cols-2 items-center gap-x-4 px-6 py-4">
    <Text size="small" leading="compact" weight="plus">
      {title}
    </Text>
    <Text as="div" size="small" leading="compact" className="min-w-0 break-words">
      {children}
    </Text>
  </div>
)
