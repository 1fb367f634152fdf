import { Checkbox, Label, Text } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

type ChoiceLineProps = {
  label: string
  isChosen: boolean
  onToggle: () => void
  /** The amount. */
  children: ReactNode
}

/** A line to tick, with its amount. */
export const ChoiceLine = ({ label, isChosen, onToggle, children }: ChoiceLineProps) => {
  const id = useId()
  return (
    <div className="flex items-center gap-x-3">
      <Checkbox id={id} checked={isChosen} onCheckedChange={onToggle} />
      <Label htmlFor={id} className="min-w-0 flex-1 cursor-pointer">
        {label}
      </Label>
      <Text weight="plus" leading="compact" className="tabular-nums">
        {children}
      </Text>
    </div>
  )
}
