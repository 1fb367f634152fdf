import { Alert, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { accountPath, orderPath } from "../../lib/paths"

type Finding = { id: string; message: string }

type FindingsProps = {
  variant: "success" | "warning" | "error"
  title: string
  detail?: string
  findings?: Finding[]
}

/** What a check found, each with a link to the order or account it is about. */
export const Findings = ({ variant, title, detail, findings = [] }: FindingsProps) => (
  <div className="px-6 py-4">
    <Alert variant={variant} role={variant === "error" ? "alert" : "status"}>
      <Text size="small" leading="compact" weight="plus">
        {title}
      </Text>
      {detail && (
        <Text size="small" className="text-ui-fg-subtle">
          {detail}
        </Text>
      )}
      {findings.length > 0 && (
        <ul className="mt-2 flex max-h-80 flex-col gap-y-1 overflow-y-auto">
          {findings.map(({ id, message }, index) => (
            <li key={index} className="txt-small text-ui-fg-subtle">
              {message} <Subject id={id} />
            </li>
          ))}
        </ul>
      )}
    </Alert>
  </div>
)

const Subject = ({ id }: { id: string }) => {
  const path = pathOf(id)
  if (!path) return <span className="text-ui-fg-muted">{id}</span>
  return (
    <Link to={path} className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover">
      {id}
    </Link>
  )
}

const pathOf = (id: string): string | null => {
  if (id.startsWith("order_")) return orderPath(id)
  return id.startsWith("clacc_") ? accountPath(id) : null
}
