/** The thread of read-apart.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from './read.ts'

parentPort?.postMessage(await readSheet(Buffer.from(workerData as Uint8Array)))
