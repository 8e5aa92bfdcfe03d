const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 15_000

/** A loader that runs once and, when the network fails it, tries again until it comes. */
export function persist<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined
  const attempt = async (wait: number): Promise<T> => {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait))
      return attempt(Math.min(wait * 2, LONGEST_WAIT_MS))
    }
  }
  return () => {
    loading ??= attempt(FIRST_WAIT_MS)
    return loading
  }
}
