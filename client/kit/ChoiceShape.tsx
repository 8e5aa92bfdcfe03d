/** Shape of a choice beside its letter: a choice is never told by its colour alone. */
import type { ReactElement } from 'react'

const SHAPES: Record<string, ReactElement> = {
  a: <circle cx="10" cy="10" r="8.5" />,
  b: <rect x="2" y="2" width="16" height="16" />,
  c: <path d="M10 1.5L19 18H1z" />,
  d: <path d="M10 .5L19.5 10L10 19.5L.5 10z" />,
  e: <path d="M10 .8l2.8 6.1 6.7.8-4.9 4.6 1.3 6.6L10 15.6l-5.9 3.3 1.3-6.6L.5 7.7l6.7-.8z" />,
  f: <path d="M10 1l9 6.6-3.4 10.6H4.4L1 7.6z" />,
  g: <path d="M5.2 1.7h9.6L19.5 10l-4.7 8.3H5.2L.5 10z" />,
  h: <path d="M7 1.5h6V7h5.5v6H13v5.5H7V13H1.5V7H7z" />,
  i: <path d="M1 2h18l-9 16.5z" />,
  j: <path d="M1 14.5a9 9 0 0 1 18 0z" />,
}
const LETTERS = Object.keys(SHAPES)

/** `id` is the option's id: a, b, c…; after j the shapes come again. */
export function ChoiceShape({ id }: { id: string }) {
  const letter = LETTERS[(id.charCodeAt(0) - 97 + LETTERS.length * 10) % LETTERS.length] ?? 'a'
  return (
    <svg className={`sh sh-${letter}`} viewBox="0 0 20 20" aria-hidden="true">
      {SHAPES[letter]}
    </svg>
  )
}
