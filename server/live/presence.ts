/**
 * Who is here (ephemeral, D7), and the connection segments kept as evidence.
 * A blink shorter than GRACE_MS is one segment.
 */
import type { Presence } from '#shared/protocol.ts'

const GRACE_MS = 15_000
export const BEAT_MS = 30_000

type Device = Presence['device']
export type Segments = {
  open(segment: { classId: string; personId: string; device: string; at: number }): Promise<string>
  close(id: string, at: number): Promise<void>
}
type Here = {
  sockets: Map<string, Device>
  rtt?: number
  behind?: number
  since?: number
  segment?: Promise<string | undefined>
  grace?: ReturnType<typeof setTimeout>
}

export type ClassPresence = {
  joined(personId: string, socketId: string, device: Device): void
  left(personId: string, socketId: string): void
  measured(personId: string, rtt: number): void
  looksAt(personId: string, slide: number | undefined): void
  list(): Presence[]
  /** Ids of the segments to be marked alive. */
  segments(): Promise<string[]>
  close(): Promise<void>
}

/** `changed` is called whenever the list differs; `failed` when a segment could not be written. */
export function createPresence(
  classId: string,
  store: Segments,
  now: () => number,
  changed: () => void,
  failed: (error: unknown) => void,
): ClassPresence {
  const people = new Map<string, Here>()

  function openSegment(personId: string, device: Device) {
    return store.open({ classId, personId, device, at: now() }).catch((error: unknown) => {
      failed(error)
      return undefined
    })
  }

  async function closeSegment(here: Here) {
    const segment = here.segment
    here.segment = undefined
    const id = await segment
    if (id !== undefined) await store.close(id, here.since ?? now()).catch(failed)
  }

  return {
    joined(personId, socketId, device) {
      const here: Here = people.get(personId) ?? { sockets: new Map() }
      people.set(personId, here)
      clearTimeout(here.grace)
      here.sockets.set(socketId, device)
      here.since = undefined
      here.segment ??= openSegment(personId, device)
      changed()
    },
    left(personId, socketId) {
      const here = people.get(personId)
      if (!here?.sockets.delete(socketId)) return
      if (here.sockets.size === 0) {
        here.since = now()
        here.behind = undefined
        here.grace = setTimeout(() => void closeSegment(here), GRACE_MS)
      }
      changed()
    },
    measured(personId, rtt) {
      const here = people.get(personId)
      if (!here || here.rtt === rtt) return
      here.rtt = rtt
      changed()
    },
    looksAt(personId, slide) {
      const here = people.get(personId)
      if (!here || here.behind === slide) return
      here.behind = slide
      changed()
    },
    list: () =>
      [...people].map(([personId, { sockets, rtt, behind, since }]) => ({
        personId,
        online: sockets.size > 0,
        device: [...sockets.values()].at(-1) ?? 'computer',
        devices: sockets.size,
        ...(rtt !== undefined && { rtt }),
        ...(behind !== undefined && { behind }),
        ...(since !== undefined && { since }),
      })),
    async segments() {
      const ids = await Promise.all([...people.values()].map((here) => here.segment))
      return ids.filter((id) => id !== undefined)
    },
    async close() {
      for (const here of people.values()) clearTimeout(here.grace)
      await Promise.all([...people.values()].map(closeSegment))
    },
  }
}
