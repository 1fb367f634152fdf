import { ArchiveBox } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useWords } from "../../hooks/use-words"
import { Allowed } from "../common/allowed"
import { ArchiveDrawer } from "./archive-drawer"

/** The way to keep a closed year outside the shop. */
export const ArchiveButton = () => {
  const t = useWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Allowed to="export">
      <Button size="small" variant="secondary" onClick={() => setIsOpen(true)}>
        <ArchiveBox />
        {t("archive.open")}
      </Button>
      {isOpen && <ArchiveDrawer onClose={() => setIsOpen(false)} />}
    </Allowed>
  )
}
