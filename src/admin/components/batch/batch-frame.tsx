import { FocusModal, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type BatchFrameProps = {
  title: string
  hint: string
  /** While it is recorded, it can't be closed. */
  isPending: boolean
  onClose: () => void
  children: ReactNode
  footer: ReactNode
}

/** A page over the page, for many clients at once. */
export const BatchFrame = ({
  title,
  hint,
  isPending,
  onClose,
  children,
  footer,
}: BatchFrameProps) => (
  <FocusModal open onOpenChange={(open) => !open && !isPending && onClose()}>
    <FocusModal.Content>
      <FocusModal.Header />
      <FocusModal.Body className="flex flex-col items-center overflow-y-auto px-4 py-6">
        <div className="flex w-full max-w-[760px] flex-col gap-y-4">
          <div>
            <FocusModal.Title asChild>
              <Heading>{title}</Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text size="small" className="text-ui-fg-subtle">
                {hint}
              </Text>
            </FocusModal.Description>
          </div>
          {children}
        </div>
      </FocusModal.Body>
      <FocusModal.Footer>{footer}</FocusModal.Footer>
    </FocusModal.Content>
  </FocusModal>
)
