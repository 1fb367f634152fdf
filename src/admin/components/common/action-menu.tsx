import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { Fragment, type ReactNode } from "react"
import { Link } from "react-router-dom"
import { useWords } from "../../hooks/use-words"

export type Action = {
  icon: ReactNode
  label: string
  disabled?: boolean
  /** Why it is disabled. */
  hint?: string
} & ({ onClick: () => void } | { to: string })

type ActionMenuProps = { groups: Action[][]; label?: string }

/** The dashboard's "…" menu. Nothing is shown where there is nothing to do. */
export const ActionMenu = ({ groups, label }: ActionMenuProps) => {
  const t = useWords()
  const filled = groups.filter((group) => group.length > 0)
  if (!filled.length) return null
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton size="small" variant="transparent" aria-label={label ?? t("common.actions")}>
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {filled.map((group, index) => (
          <Fragment key={index}>
            {index > 0 && <DropdownMenu.Separator />}
            {group.map((action) => (
              <ActionItem key={action.label} action={action} />
            ))}
          </Fragment>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

const ActionItem = ({ action }: { action: Action }) => {
  const className = "[&_svg]:text-ui-fg-subtle flex items-center gap-x-2"
  if ("to" in action) {
    return (
      <DropdownMenu.Item className={className} disabled={action.disabled} asChild>
        <Link to={action.to}>
          <ActionText action={action} />
        </Link>
      </DropdownMenu.Item>
    )
  }
  return (
    <DropdownMenu.Item className={className} disabled={action.disabled} onClick={action.onClick}>
      <ActionText action={action} />
    </DropdownMenu.Item>
  )
}

const ActionText = ({ action }: { action: Action }) => (
  <>
    {action.icon}
    <span>
      {action.label}
      {action.hint && <span className="txt-compact-xsmall block pt-0.5">{action.hint}</span>}
    </span>
  </>
)
