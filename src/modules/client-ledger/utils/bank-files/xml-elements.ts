import { SaxesParser } from "saxes"
import { unreadable, type Place } from "./statement"

/** A part of an XML document, with all that is in it. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlElement[]
  place: Required<Place>
}

type Watch = {
  /** Sees each element begin, outside of those that are wanted. */
  onOpen: (path: string[], namespace: string, place: Required<Place>) => void
  isWanted: (path: string[]) => boolean
}

/** Deeper than any statement; a file that is nothing but opening tags ends here. */
const DEEPEST = 100

/**
 * Reads a document piece by piece, and answers the wanted elements one by one: only one is in memory at a time. There is
 * no document type, hence no entity of its own to expand, neither from the file nor from elsewhere.
 * @throws INVALID_DATA with line and column when it isn't well-formed, or declares a document type.
 */
export async function* readElements(
  chunks: AsyncIterable<string>,
  watch: Watch
): AsyncGenerator<XmlElement> {
  const parser = new SaxesParser({ xmlns: true })
  const path: string[] = []
  const open: XmlElement[] = []
  let done: XmlElement[] = []
  const place = () => ({ line: parser.line, column: parser.column })

  parser.on("error", (error) => {
    const reason = error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "")
    throw unreadable(place(), `this XML is not well-formed: ${reason}`)
  })
  parser.on("doctype", () => {
    throw unreadable(place(), "a statement has no DOCTYPE")
  })
  parser.on("opentag", ({ local, uri, attributes }) => {
    path.push(local)
    if (path.length > DEEPEST) throw unreadable(place(), "elements are nested too deep")
    if (!open.length && !watch.isWanted(path)) return watch.onOpen(path, uri, place())
    const values = Object.values(attributes).map(({ local, value }) => [local, value] as const)
    const element: XmlElement = {
      ...{ name: local, attributes: Object.fromEntries(values), text: "", children: [] },
      place: place(),
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const addText = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on("text", addText)
  parser.on("cdata", addText)
  parser.on("closetag", () => {
    path.pop()
    const element = open.pop()
    if (element && !open.length) done.push(element)
  })

  for await (const chunk of chunks) {
    parser.write(chunk)
    yield* done
    done = []
  }
  parser.close()
}

/** The first element at a path below another. */
export function at(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (parent, name) => parent?.children.find((child) => child.name === name),
    element
  )
}

/** Its text, without the white space around it; undefined where there is none. */
export const textAt = (element: XmlElement | undefined, ...path: string[]): string | undefined =>
  at(element, ...path)?.text.trim() || undefined

export const childrenAt = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** Every text in an element and below it. */
export const textsIn = (element: XmlElement | undefined): string[] =>
  element ? [element.text.trim(), ...element.children.flatMap(textsIn)].filter(Boolean) : []
