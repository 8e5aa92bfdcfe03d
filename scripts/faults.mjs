// npm run faults -- kill [--kills 100] [--people 12] [--seed N]: the long form of the fault tests.
import { parseArgs } from 'node:util'
import { killInBurst } from '#tests/faults/kill.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '100' },
    people: { type: 'string', default: '12' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
if (positionals[0] !== 'kill') {
  console.error('npm run faults -- kill [--kills 100] [--people 12] [--seed N]')
  process.exit(1)
}
const { lost, doubled, wrongAnswers, backMs, ...rest } = await killInBurst({
  seed: Number(values.seed),
  kills: Number(values.kills),
  people: Number(values.people),
  log: console.log,
})
const back = backMs.toSorted((a, b) => a - b)
console.log(
  JSON.stringify(
    {
      ...rest,
      lost: lost.length,
      doubled: doubled.length,
      wrongAnswers,
      backMs: { p50: back[back.length >> 1], max: back.at(-1) },
    },
    null,
    2,
  ),
)
process.exit(lost.length + doubled.length + wrongAnswers.length > 0 || !rest.chainHolds ? 1 : 0)
