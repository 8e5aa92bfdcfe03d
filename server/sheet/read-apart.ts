import { Worker } from 'node:worker_threads'
import type { SheetResult } from './read.ts'

const WORKER = new URL('./read-worker.ts', import.meta.url)
/** A list of people is read in a blink: what takes longer was made to harm. */
const LONGEST_MS = 8000
const MEMORY_MB = 192

/** Reads a file in a thread of its own: whatever it holds, live classes neither wait nor fall. */
export function readSheetApart(bytes: Buffer): Promise<SheetResult> {
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const timer = setTimeout(() => void worker.terminate(), LONGEST_MS)
    worker.once('message', resolve)
    // Out of memory, out of time: it cannot be read here.
    worker.once('error', () => resolve({ fault: 'damaged' }))
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve({ fault: 'damaged' })
    })
  })
}
