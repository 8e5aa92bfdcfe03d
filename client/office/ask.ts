/** Sends something and keeps what came of it: waiting, refused in words, done. */
import { useState } from 'react'
import { ApiError } from '../api.ts'

/** `send` runs one request at a time and resolves to whether it went well. */
export function useSend() {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiError>()

  async function send(request: () => Promise<void>): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setFailure(undefined)
    try {
      await request()
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailure(error)
      return false
    } finally {
      setBusy(false)
    }
  }

  return { busy, failure, send }
}
