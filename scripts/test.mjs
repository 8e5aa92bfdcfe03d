// npm test: types, lint, unit, property, integration, size budget, end-to-end. `-- unit e2e` runs only those.
// The last line is `N passed, N failed[, N skipped]`; the exit code is 1 when anything failed.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, '.cache', 'reports')
const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []

function run(script, args) {
  return new Promise((resolve) => {
    const env = { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' }
    const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit', env })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** A step that passes or fails as a whole. */
function whole(name, work) {
  return async () => {
    let passed = false
    try {
      passed = (await work()) === 0
    } catch (error) {
      console.error(error)
    }
    total[passed ? 'passed' : 'failed'] += 1
    if (!passed) failures.push(name)
  }
}

/** A vitest project, counted test by test; a file that cannot even be loaded counts as one failure. */
function project(name) {
  return async () => {
    const report = join(reports, `${name}.json`)
    rmSync(report, { force: true })
    const code = await run('node_modules/vitest/vitest.mjs', [
      'run',
      `--project=${name}`,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ])
    let result = {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [],
    }
    try {
      result = JSON.parse(readFileSync(report, 'utf8'))
    } catch {
      // No report: counted as one failure below, through the exit code.
    }
    const unloaded = result.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    )
    const failed = Math.max(result.numFailedTests + unloaded.length, code === 0 ? 0 : 1)
    total.passed += result.numPassedTests
    total.failed += failed
    total.skipped += result.numPendingTests + result.numTodoTests
    for (const file of result.testResults) {
      for (const test of file.assertionResults)
        if (test.status === 'failed') failures.push(`${name}: ${test.fullName}`)
    }
    for (const file of unloaded) failures.push(`${name}: ${file.name.slice(root.length)} could not be loaded`)
    if (failed > result.numFailedTests + unloaded.length)
      failures.push(`${name}: vitest ended with code ${code}`)
  }
}

const steps = {
  types: whole('types', () => run('node_modules/typescript/bin/tsc', ['--noEmit'])),
  lint: whole('lint', () => run('node_modules/@biomejs/biome/bin/biome', ['check', '.'])),
  unit: project('unit'),
  property: project('property'),
  build: whole('build', async () => ((await build()) ? 0 : 1)),
  integration: project('integration'),
  size: whole('size', () => run('scripts/size.mjs', [])),
  e2e: project('e2e'),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in steps))
if (unknown.length > 0) {
  console.error(`estrade · no such step: ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}`)
  process.exit(1)
}
mkdirSync(reports, { recursive: true })
const startedAt = Date.now()
for (const [name, step] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n── ${name}`)
  await step()
}
console.log(`\n── done in ${Math.round((Date.now() - startedAt) / 1000)} s`)
for (const name of failures) console.log(`failed: ${name}`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0
