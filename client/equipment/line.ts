/** How good the line to this very server is: which way passes, how fast it answers, how much it carries. */
import type { LineResult } from '#shared/convocation.ts'

const PATIENCE_MS = 6000
const PINGS = 5
/** Long enough to tell, short enough to wait for. */
const MEASURE_MS = 2500
const UP_BYTES = 256 * 1024
const CHUNK = 65_536

/** kbit/s under which the class is uncomfortable. */
export const SLOW_KBITS = 500

/** `as`: who is signed in; without it only the way and the answer time are known. */
export async function testLine(as: string | undefined): Promise<LineResult> {
  const transport = (await webSocketPasses()) ? 'websocket' : (await pollingPasses()) ? 'polling' : 'none'
  if (transport === 'none') return { transport }
  try {
    const latency = await ping(as)
    if (!as) return { transport, latency }
    return { transport, latency, down: await down(as), up: await up(as) }
  } catch {
    return { transport }
  }
}

const signal = () => AbortSignal.timeout(PATIENCE_MS)
const headers = (as: string | undefined) => (as ? { 'X-Estrade-As': as } : undefined)

async function answered(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { ...init, cache: 'no-store', signal: signal() })
  if (!response.ok) throw new Error(String(response.status))
  return response
}

/** Socket.IO's own first word over a WebSocket: nobody sits anywhere by it. */
function webSocketPasses(): Promise<boolean> {
  return new Promise((resolve) => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const socket = new WebSocket(`${scheme}://${location.host}/socket.io/?EIO=4&transport=websocket`)
    const timer = setTimeout(() => done(false), PATIENCE_MS)
    const done = (passes: boolean) => {
      clearTimeout(timer)
      socket.onmessage = null
      socket.onclose = null
      socket.close()
      resolve(passes)
    }
    socket.onmessage = ({ data }) => done(typeof data === 'string' && data.startsWith('0'))
    socket.onclose = () => done(false)
  })
}

async function pollingPasses(): Promise<boolean> {
  try {
    const response = await answered('/socket.io/?EIO=4&transport=polling')
    return (await response.text()).startsWith('0')
  } catch {
    return false
  }
}

/** The middle one of a few, in ms. */
async function ping(as: string | undefined): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < PINGS; i++) {
    const start = performance.now()
    await (await answered(as ? '/api/line' : '/api/health', { headers: headers(as) })).text()
    times.push(performance.now() - start)
  }
  return Math.round(times.sort((a, b) => a - b)[PINGS >> 1]!)
}

async function down(as: string): Promise<number> {
  return rate(async () => {
    const response = await answered('/api/line/down', { headers: headers(as) })
    return (await response.arrayBuffer()).byteLength
  })
}

async function up(as: string): Promise<number> {
  const body = new Uint8Array(UP_BYTES)
  for (let at = 0; at < UP_BYTES; at += CHUNK) crypto.getRandomValues(body.subarray(at, at + CHUNK))
  return rate(async () => {
    await answered('/api/line/up', {
      method: 'POST',
      body,
      headers: { ...headers(as), 'Content-Type': 'application/octet-stream' },
    })
    return UP_BYTES
  })
}

/** kbit/s of pieces carried one after the other; the first one only opens the way. */
async function rate(carry: () => Promise<number>): Promise<number> {
  const opening = performance.now()
  const first = await carry()
  if (performance.now() - opening > MEASURE_MS) return kbits(first, performance.now() - opening)
  const start = performance.now()
  let bytes = 0
  while (performance.now() - start < MEASURE_MS && bytes < 16 * UP_BYTES) bytes += await carry()
  return kbits(bytes, performance.now() - start)
}

const kbits = (bytes: number, ms: number) => Math.round((bytes * 8) / Math.max(ms, 1))
