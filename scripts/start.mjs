// npm start: builds the pages if stale, then becomes the server (same process, so signals need no forwarding).
import { build } from './build.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `estrade · Node ${process.version} cannot run the server: use npm start, which brings the right one.`,
  )
  process.exit(1)
}
process.env.NODE_ENV ??= 'production'
await build()
await import('../server/main.ts')
