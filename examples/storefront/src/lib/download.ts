/** Hands a file that was fetched with the customer's token over to the browser. */
export async function saveFile(response: Response, name: string): Promise<void> {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
