/** A TCP relay between clients and the server: the network one can cut, heal and slow down. */
import { connect, createServer, type Socket } from 'node:net'

export type Relay = {
  url: string
  port: number
  /** Cuts every connection and refuses new ones until `heal`. */
  cut(): void
  /** Swallows everything without closing anything, as a phone leaving the Wi-Fi does, until `heal`. */
  blackhole(): void
  heal(): void
  /** Delays what passes, each way, in ms. Order is kept. */
  delay(ms: number): void
  close(): Promise<void>
}

/** Relays to `target` on this machine from a free port. */
export async function startRelay(target: number): Promise<Relay> {
  let mode: 'open' | 'cut' | 'blackhole' = 'open'
  let delayMs = 0
  const sockets = new Set<Socket>()

  function forward(from: Socket, to: Socket) {
    from.on('data', (chunk) => {
      if (mode === 'blackhole') return
      if (delayMs === 0) to.write(chunk)
      else setTimeout(() => !to.destroyed && to.write(chunk), delayMs)
    })
    from.on('close', () => to.destroy())
    // A reset is what this relay is for: the other side sees the close.
    from.on('error', () => to.destroy())
  }

  const server = createServer((near) => {
    if (mode === 'cut') {
      near.destroy()
      return
    }
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    }
    forward(near, far)
    forward(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const dropAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    cut() {
      mode = 'cut'
      dropAll()
    },
    blackhole() {
      mode = 'blackhole'
    },
    heal() {
      // Bytes were swallowed: connections that lived through it are no longer usable.
      if (mode === 'blackhole') dropAll()
      mode = 'open'
    },
    delay(ms) {
      delayMs = ms
    },
    async close() {
      dropAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
