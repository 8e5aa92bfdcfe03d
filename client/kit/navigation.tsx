/** Moves between screens without loading the page again. Plain: a handful of addresses need no router. */
import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react'

const CHANGED = 'estrade-navigate'

/** Calls `listener` at every move, to the address one is at included. Returns what stops it. */
export function onNavigate(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  window.addEventListener(CHANGED, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(CHANGED, listener)
  }
}

/** The path of the address, decoded: `/c/K7Q3XT`. */
export function usePath(): string {
  return useSyncExternalStore(onNavigate, () => location.pathname)
}

/** The query of the address, `?` included when there is one. */
export function useQuery(): URLSearchParams {
  return new URLSearchParams(useSyncExternalStore(onNavigate, () => location.search))
}

/** Goes to an address of this site. `replace` leaves no step back to the present one. */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', to)
  else history.pushState(null, '', to)
  window.dispatchEvent(new Event(CHANGED))
  scrollTo(0, 0)
  setTimeout(focusHeading, 50)
}

/** What was pressed is gone: keyboard and screen reader go on from the heading of what came instead. */
function focusHeading(): void {
  if (document.activeElement && document.activeElement !== document.body) return
  const heading = document.querySelector('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}

/** A link inside the site. A click with a modifier, or with `target`, stays the browser's business. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    const own = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !own || rest.target) return
    event.preventDefault()
    navigate(href)
  }
  return <a href={href} onClick={follow} {...rest} />
}
