// npm run size [-- --json]: what each screen's first load weighs (JS + CSS, gzip), from vite's manifest.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from './build.mjs'

const dist = fileURLToPath(new URL('../dist/client', import.meta.url))
const asJson = process.argv.includes('--json')
/** Bytes; 1 KB = 1024 bytes. A participant's phone loads the room: it is the one that is bounded. */
const budget = { room: 115 * 1024 }

await build({ quiet: asJson })
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
const entries = Object.entries(manifest)
const entry = entries.find(([, chunk]) => chunk.isEntry)?.[0]
if (!entry)
  throw new Error(
    'dist/client/.vite/manifest.json has no entry chunk: is build.manifest on in vite.config.ts?',
  )

/** Adds the files of a chunk and of all it imports statically. */
function collect(key, files) {
  const chunk = manifest[key]
  if (!chunk || files.has(chunk.file)) return files
  files.add(chunk.file)
  for (const css of chunk.css ?? []) files.add(css)
  for (const next of chunk.imports ?? []) collect(next, files)
  return files
}

/** The chunk of a screen: the dynamic entry that lives in its folder. */
function screenChunk(screen) {
  const chunks = entries
    .filter(([key, chunk]) => chunk.isDynamicEntry && key.includes(`${screen}/`))
    .map(([key]) => key)
  if (chunks.length === 0)
    throw new Error(`no chunk for ${screen}: client/routes.tsx must import() client/${screen}/`)
  return chunks
}

/** Trainers' and organisers' parts loaded on demand inside a screen do not count: only its first load. */
function firstLoad(screen) {
  const files = collect(entry, new Set())
  const [first] = screenChunk(screen).sort((a, b) => a.length - b.length)
  collect(first, files)
  const weights = [...files].map((file) => ({
    file,
    gzip: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
  }))
  return { gzip: weights.reduce((sum, { gzip }) => sum + gzip, 0), files: weights }
}

const sizes = Object.fromEntries(['room', 'console', 'office'].map((screen) => [screen, firstLoad(screen)]))
if (asJson) {
  const plain = Object.entries(sizes).map(([screen, { gzip }]) => [screen, { gzip }])
  console.log(JSON.stringify(Object.fromEntries(plain)))
} else {
  for (const [screen, { gzip, files }] of Object.entries(sizes)) {
    const limit = budget[screen] ? ` of ${budget[screen] / 1024} allowed` : ''
    console.log(`${screen.padEnd(8)} ${(gzip / 1024).toFixed(1)} KB gzip${limit} (${files.length} files)`)
  }
}
for (const [screen, limit] of Object.entries(budget)) {
  if (sizes[screen].gzip > limit) {
    console.error(`${screen} is over its budget: ${sizes[screen].gzip} bytes, at most ${limit}`)
    process.exitCode = 1
  }
}
