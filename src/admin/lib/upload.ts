import { BASE_URL, sdk } from "./sdk"

/**
 * Sends a file as a request's body, and tells how far it has come, from 0 to 1, which `fetch` can't.
 * @throws what the server says, with its `status`, or an error without one when nobody answers.
 */
export async function uploadFile<TResult>(
  path: string,
  file: Blob,
  onProgress: (share: number) => void
): Promise<TResult> {
  const token = await sdk.client.getToken()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open("POST", `${BASE_URL.replace(/\/$/, "")}${path}`)
    request.withCredentials = true
    request.setRequestHeader("Content-Type", "application/octet-stream")
    if (token) request.setRequestHeader("Authorization", `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 1)
    request.onerror = () => reject(new Error("The server can't be reached"))
    request.onload = () => {
      const answer = parsed(request.responseText)
      if (request.status < 400) return resolve(answer as TResult)
      const { message = request.statusText } = (answer ?? {}) as { message?: string }
      reject(Object.assign(new Error(message), { status: request.status }))
    }
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's own page.
    return null
  }
}
