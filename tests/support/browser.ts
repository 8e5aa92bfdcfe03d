/** Real Chromium through playwright-core: one browser, one context per person, and what went wrong in each. */
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Where the set-up script found the browser. */
function executablePath(): string {
  try {
    const record = readFileSync(new URL('../../.cache/chromium.json', import.meta.url), 'utf8')
    return (JSON.parse(record) as { path: string }).path
  } catch {
    throw new Error(
      'no Chromium known: run « node scripts/setup.mjs --browser », or set CHROMIUM_PATH before it',
    )
  }
}

/** Several pages live at once and none is in front: none may be slowed down as a background page. */
export function launchBrowser(extra: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath(),
    args: [
      '--no-sandbox',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      ...extra,
    ],
  })
}

export type Visitor = {
  context: BrowserContext
  page: Page
  /** Console errors, uncaught exceptions and CSP violations, in order. */
  problems: string[]
  /** Requests that left the page's own host. */
  strangers: string[]
  close(): Promise<void>
}

const PHONE = { width: 360, height: 740 }

/** Failing requests are part of losing the network; tests that cut it pass `networkErrors: false`. */
export async function visit(
  browser: Browser,
  url: string,
  options: {
    phone?: boolean
    viewport?: { width: number; height: number }
    dark?: boolean
    language?: string
    networkErrors?: boolean
  } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: options.phone ? PHONE : (options.viewport ?? { width: 1280, height: 800 }),
    ...(options.phone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: options.language ?? 'fr-FR',
    timezoneId: 'Europe/Paris',
  })
  const problems: string[] = []
  const strangers: string[] = []
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `CSP: ${event.violatedDirective} refuses ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`,
      )
    })
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const text = message.text()
    if (options.networkErrors === false && /Failed to load resource|net::ERR|WebSocket connection/.test(text))
      return
    problems.push(`console: ${text} ${message.location().url}`)
  })
  page.on('pageerror', (error) => problems.push(`exception: ${error.stack ?? error.message}`))
  page.on('request', (request) => {
    const target = new URL(request.url())
    if (/^(https?|wss?):$/.test(target.protocol) && target.host !== new URL(url).host)
      strangers.push(request.url())
  })
  await page.goto(url)
  return { context, page, problems, strangers, close: () => context.close() }
}

/** Accessibility problems of the page as it is now, one line each; [] is a pass. */
export async function axeProblems(page: Page, options: { exclude?: string[] } = {}): Promise<string[]> {
  let builder = new AxeBuilder({ page }).withTags([
    'wcag2a',
    'wcag2aa',
    'wcag21a',
    'wcag21aa',
    'wcag22aa',
    'best-practice',
  ])
  for (const selector of options.exclude ?? []) builder = builder.exclude(selector)
  const { violations } = await builder.analyze()
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${violation.help} → ${node.target.join(' ')} ${node.failureSummary ?? ''}`,
    ),
  )
}
