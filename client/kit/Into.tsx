import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** Draws its children in another place of the page. */
export function Into({ place, children }: { place: Element; children: ReactNode }) {
  return createPortal(children, place)
}
