import { Worker } from 'node:worker_threads'
import type { CourseResult } from './load.ts'

const WORKER = new URL('./load-worker.ts', import.meta.url)

/**
 * Loads a course in a thread of its own: rendering holds a processor for a second and some 100 MB, which
 * neither the live classes nor an idle server should pay for.
 */
export function loadApart(folder: string): Promise<CourseResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: folder })
    worker.once('message', (result: CourseResult) => {
      if (result.ok) {
        // Buffers cross threads as plain bytes.
        for (const [name, bytes] of Object.entries(result.files)) result.files[name] = Buffer.from(bytes)
      }
      resolve(result)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`Loading ${folder} stopped with code ${code}`)))
  })
}
