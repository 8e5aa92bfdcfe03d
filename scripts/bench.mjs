// npm run bench -- [--json] [--only live,media,store,page]: one JSON document on stdout; progress goes to stderr.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
const say = (line) => console.error(line)

const groups = {
  store: async () => (await import('#tests/bench/store.ts')).storeBench(say),
  page: async () => (await import('#tests/bench/page.ts')).pageBench(say),
  live: async () => ({
    ...(await (await import('#tests/bench/cockpit.ts')).cockpitBench(say)),
    ...(await (await import('#tests/bench/live.ts')).liveBench(say)),
  }),
  // Audio and video are not part of this version: asked for, the group says so rather than being absent.
  media: async () => ({ skipped: 'this version has no media' }),
}
const asked = values.only?.split(',') ?? Object.keys(groups)
const unknown = asked.filter((name) => !(name in groups))
if (unknown.length > 0) {
  console.error(`estrade · no such group: ${unknown.join(', ')}. Groups: ${Object.keys(groups).join(', ')}`)
  process.exit(1)
}

await build({ quiet: true })
const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model ?? 'unknown' }
const result = { machine }
for (const name of asked) result[name] = await groups[name]()
console.log(JSON.stringify(result, null, values.json ? 0 : 2))
process.exit(0)
