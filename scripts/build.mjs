// Builds the client into dist/client when its sources have changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist', 'client')

function* filesUnder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path)
    else yield path
  }
}

/** Hash of everything the client is built from. */
export function sourceHash() {
  const hash = createHash('sha256')
  const single = ['vite.config.ts', 'package-lock.json', 'tsconfig.json'].map((name) => join(root, name))
  const sources = [...filesUnder(join(root, 'client')), ...filesUnder(join(root, 'shared')), ...single]
  for (const path of sources) {
    if (existsSync(path)) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** The record of the last build: the hash of its sources and its id, which clients and server compare. */
export function currentBuild() {
  try {
    return JSON.parse(readFileSync(join(dist, '.build.json'), 'utf8'))
  } catch {
    return undefined
  }
}

/** Builds if stale and returns the build's id. The new build replaces the old one in one move, so that a
 *  server which is running never serves half of it. */
export async function build({ force = false, quiet = false } = {}) {
  const hash = sourceHash()
  const present = currentBuild()
  if (!force && present?.hash === hash) return present.build
  const id = hash.slice(0, 12)
  if (!quiet) console.log('estrade · building the pages…')
  process.env.ESTRADE_BUILD = id
  const fresh = join(root, `dist/client.${process.pid}`)
  const old = join(root, `dist/client.${process.pid}.old`)
  const vite = await import('vite')
  try {
    await vite.build({
      configFile: join(root, 'vite.config.ts'),
      mode: 'production',
      logLevel: quiet ? 'error' : 'warn',
      build: { outDir: fresh, emptyOutDir: true },
    })
    writeFileSync(join(fresh, '.build.json'), `${JSON.stringify({ hash, build: id })}\n`)
    if (existsSync(dist)) renameSync(dist, old)
    renameSync(fresh, dist)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
  return id
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`estrade · build ${await build({ force: process.argv.includes('--force') })} is in dist/client`)
}
