/** The thread of load-apart.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { loadCourse } from './load.ts'

parentPort?.postMessage(await loadCourse(workerData as string))
