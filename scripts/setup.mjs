// Makes a fresh clone runnable: packages, a Node that can run TypeScript and, with --browser, what the
// end-to-end tests drive. Plain JavaScript without dependencies: it runs on the system's Node (20.20 or later).
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const cache = join(root, '.cache')
const refusedMark = join(modules, '.node-refused')
const say = (line) => console.log(`estrade · ${line}`)
const stop = (line) => {
  console.error(`estrade · ${line}`)
  process.exit(1)
}
const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Lower versions cannot run TypeScript files, nor open SQLite, without flags. */
const newEnough = (version) => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

// ---- packages -------------------------------------------------------------------------------------------

/** The npm package that carries Node 24 for this platform, if there is one. */
const nodePackage = ['linux-x64', 'linux-arm64', 'win32-x64'].includes(`${process.platform}-${process.arch}`)
  ? `node-${process.platform === 'win32' ? 'win' : 'linux'}-${process.arch}`
  : undefined

/** True when what is installed is not what package-lock.json says. Optional packages of other platforms
 *  may be absent; ours may not (an `omit=optional` in someone's npm settings leaves it out). */
function packagesAreStale() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages
  const installed = readJson(join(modules, '.package-lock.json'))?.packages
  if (!wanted || !installed) return true
  if (nodePackage && !existsSync(refusedMark) && !existsSync(join(modules, nodePackage))) return true
  return Object.entries(wanted).some(([path, entry]) => {
    if (path === '') return false
    const found = installed[path]
    return found ? found.version !== entry.version : !(entry.optional || entry.devOptional || entry.peer)
  })
}

function installPackages() {
  const withLock = existsSync(join(root, 'package-lock.json'))
  say('installing the packages (once)…')
  const args = [withLock ? 'ci' : 'install', '--include=optional', '--include=dev', '--engine-strict=false']
  // npm itself runs on the Node that started it: ours may be replaced by what we install.
  const npm = process.env.npm_execpath
  const env = { ...process.env }
  delete env.NODE_ENV
  const done = npm
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], {
        cwd: root,
        stdio: 'inherit',
        env,
      })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' })
  if (done.status !== 0) stop('the packages could not be installed: see what npm says above, then try again.')
}

// ---- Node -----------------------------------------------------------------------------------------------

const ownNode = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

/** Leaves `node` on npm's path able to run TypeScript: the one from npm, or else the system's. */
function checkNode() {
  if (existsSync(ownNode)) {
    if (process.execPath.startsWith(modules)) return
    const run = spawnSync(ownNode, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' })
    if (run.status === 0 && newEnough(run.stdout.trim())) return
    for (const name of ['node', 'node.cmd', 'node.ps1']) rmSync(join(modules, '.bin', name), { force: true })
    writeFileSync(refusedMark, '')
    say(
      `the Node from npm cannot run on this system (${process.platform} ${process.arch}): using the system's.`,
    )
  }
  if (!newEnough(process.version)) {
    stop(
      `Node 22.18 or later is needed on this system, this is ${process.version}: install it from https://nodejs.org.`,
    )
  }
}

// ---- browser and PostgreSQL, for the tests ---------------------------------------------------------------

const onDebianAsRoot = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

function aptInstall(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    spawnSync('apt-get', ['-q', ...args], { env, stdio: 'ignore', timeout: 600_000 }).status === 0
  const install = () => apt('install', '-y', '--no-install-recommends', name)
  return install() || (apt('update') && install())
}

const browserRuns = (path) =>
  existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0

function chromiumOnThisMachine() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    join(homedir(), 'AppData/Local/Chromium/Application/chrome.exe'),
  ]
  return candidates.find((path) => path && browserRuns(path))
}

/** A Chromium inside an npm package, kept out of package.json: only machines without any other need it. */
async function chromiumFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = join(cache, 'sparticuz')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const install = spawnSync('npm', ['install', '--no-audit', '--no-fund', '@sparticuz/chromium@143.0.4'], {
    cwd: folder,
    stdio: 'ignore',
    timeout: 300_000,
  })
  if (install.status !== 0) return undefined
  try {
    const entry = join(folder, 'node_modules/@sparticuz/chromium/build/index.js')
    const found = existsSync(entry)
      ? entry
      : join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js')
    const { default: chromium } = await import(pathToFileURL(found).href)
    const path = await chromium.executablePath()
    return browserRuns(path) ? path : undefined
  } catch {
    return undefined
  }
}

async function chromiumFromPlaywright() {
  const cli = join(modules, 'playwright-core/cli.js')
  if (!existsSync(cli)) return undefined
  const install = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 600_000,
  })
  if (install.status !== 0) return undefined
  const { chromium } = await import(pathToFileURL(join(modules, 'playwright-core/index.mjs')).href)
  const path = chromium.executablePath()
  return browserRuns(path) ? path : undefined
}

/** Records in .cache/chromium.json the browser the end-to-end tests drive. */
async function findBrowser() {
  const record = join(cache, 'chromium.json')
  const known = readJson(record)?.path
  if (known && existsSync(known) && (!process.env.CHROMIUM_PATH || process.env.CHROMIUM_PATH === known))
    return
  mkdirSync(cache, { recursive: true })
  const steps = [
    [() => chromiumOnThisMachine()],
    [() => onDebianAsRoot() && aptInstall('chromium') && chromiumOnThisMachine(), 'Debian package (apt-get)'],
    [chromiumFromNpm, '@sparticuz/chromium (npm)'],
    [chromiumFromPlaywright, "Playwright's own"],
  ]
  for (const [find, from] of steps) {
    if (from) say(`no Chromium yet, trying: ${from}…`)
    const path = await find()
    if (path) {
      writeFileSync(record, `${JSON.stringify({ path })}\n`)
      return
    }
  }
  rmSync(record, { force: true })
  say(
    'no Chromium was found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH; end-to-end tests will fail.',
  )
}

/** PostgreSQL is optional for the product; its tests make a throw-away cluster when the programs are there. */
function findPostgres() {
  if (process.env.DATABASE_URL_TEST || existsSync('/usr/lib/postgresql')) return
  if (spawnSync('initdb', ['--version'], { stdio: 'ignore' }).status === 0) return
  const tried = join(cache, 'postgres-tried')
  if (existsSync(tried)) return
  mkdirSync(cache, { recursive: true })
  writeFileSync(tried, '')
  if (onDebianAsRoot()) {
    say('installing PostgreSQL for the tests (apt-get)…')
    if (aptInstall('postgresql')) return
  }
  say('no PostgreSQL here: its tests are skipped (install it, or set DATABASE_URL_TEST).')
}

if (packagesAreStale()) installPackages()
checkNode()
if (process.argv.includes('--browser')) {
  await findBrowser()
  findPostgres()
}
