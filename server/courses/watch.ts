import { watch } from 'node:fs'

/**
 * Calls `onChange` once the files under `root` have been quiet for `quietMs` after a change. Which file it
 * was is not told: editors save by renaming and systems merge events, so the caller compares contents.
 */
export function watchCourses(root: string, onChange: () => void, quietMs = 150): { close(): void } {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(root, { recursive: true, persistent: false }, () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, quietMs)
    timer.unref()
  })
  // A folder deleted under the watcher raises an error; what is loaded stays.
  watcher.on('error', () => {})
  return {
    close() {
      clearTimeout(timer)
      watcher.close()
    },
  }
}
