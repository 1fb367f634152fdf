/** Hands the browser a file that was fetched with the dashboard's own login. */
export const saveFile = (content: Blob, name: string) => {
  const url = URL.createObjectURL(content)
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
