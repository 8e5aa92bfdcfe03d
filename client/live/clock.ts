/**
 * Keeps the estimate of the server's clock, and notices a line that is dead without saying so: a phone that
 * slept, a network that changed under an open connection.
 */
import type { Socket } from 'socket.io-client'
import type { ClientToServer, ServerToClient } from '#shared/protocol.ts'
import { live } from './store.ts'

export type LiveSocket = Socket<ServerToClient, ClientToServer>

const BEAT_MS = 15_000
const FIRST_BEATS_MS = [300, 900, 2000]
/** No sound at all from the server for this long after a question: the line is dead. */
const SILENCE_MS = 5000
const PROBE_SILENCE_MS = 2500
const SAMPLES = 8

type Sample = { offset: number; rtt: number }

/** Starts beating on `socket`; `dead` is called when it no longer answers. Returns what stops it. */
export function startClock(socket: LiveSocket, dead: () => void): () => void {
  let samples: Sample[] = []
  let rtt: number | undefined
  let heardAt = 0
  const timers = new Set<ReturnType<typeof setTimeout>>()

  const beat = (silence: number) => {
    if (!socket.connected) return
    const sentAt = performance.now()
    socket.timeout(silence).emit('clock', rtt, (lost: Error | null, now: number) => {
      const back = performance.now()
      if (lost) {
        if (socket.connected && heardAt < sentAt) dead()
        return
      }
      rtt = Math.round(back - sentAt)
      // Of the last samples, the quickest is the least wrong.
      samples = [...samples, { offset: now + rtt / 2 - Date.now(), rtt }].slice(-SAMPLES)
      const best = samples.reduce((a, b) => (b.rtt < a.rtt ? b : a))
      live.setState({ clockOffset: Math.round(best.offset) })
    })
  }
  const onConnect = () => {
    samples = []
    for (const ms of FIRST_BEATS_MS) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        beat(SILENCE_MS)
      }, ms)
      timers.add(timer)
    }
  }
  const heard = () => {
    heardAt = performance.now()
  }
  const wake = () => {
    if (document.visibilityState === 'hidden') return
    if (socket.connected) beat(PROBE_SILENCE_MS)
    else dead()
  }

  const interval = setInterval(() => beat(SILENCE_MS), BEAT_MS)
  socket.on('connect', onConnect)
  socket.onAny(heard)
  socket.io.on('ping', heard)
  window.addEventListener('online', wake)
  document.addEventListener('visibilitychange', wake)
  return () => {
    clearInterval(interval)
    for (const timer of timers) clearTimeout(timer)
    socket.offAny(heard)
    socket.io.off('ping', heard)
    window.removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', wake)
  }
}
