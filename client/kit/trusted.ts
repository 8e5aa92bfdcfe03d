/** The page's one Trusted Types policy: HTML that the server has sanitised, and our own workers. */
type Rules = { createHTML: (html: string) => string; createScriptURL: (url: string) => string }
type Policy = { createHTML(html: string): unknown; createScriptURL(url: string): unknown }
type TrustedTypes = { createPolicy(name: string, rules: Rules): Policy }

let policy: Policy | undefined

function ours(url: string): string {
  if (new URL(url, location.href).origin !== location.origin)
    throw new Error(`not one of our scripts: ${url}`)
  return url
}

/** Undefined in browsers that do not know Trusted Types. */
function policyNow(): Policy | undefined {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  policy ??= types?.createPolicy('estrade-slide', { createHTML: (html) => html, createScriptURL: ours })
  return policy
}

/** `html` must come sanitised from the server. */
export const trustedHtml = (html: string): string => (policyNow()?.createHTML(html) ?? html) as string

export const trustedScript = (url: string): string => (policyNow()?.createScriptURL(url) ?? url) as string
