/** Size of every text of the room, kept in this browser. */
import { useEffect, useState } from 'react'

const TEXT_SIZES = { normal: 1, large: 1.15, larger: 1.3 } as const
export type TextSize = keyof typeof TEXT_SIZES

const STORED = 'estrade-text'
const ORDER = Object.keys(TEXT_SIZES) as TextSize[]

function stored(): TextSize {
  try {
    const kept = localStorage.getItem(STORED) as TextSize
    return ORDER.includes(kept) ? kept : 'normal'
  } catch {
    return 'normal'
  }
}

/** The size, and what goes to the next one. Sizes are in rem: the root carries the factor. */
export function useTextSize(): [TextSize, () => void] {
  const [size, setSize] = useState(stored)
  useEffect(() => {
    document.documentElement.style.fontSize = size === 'normal' ? '' : `${TEXT_SIZES[size] * 100}%`
    try {
      localStorage.setItem(STORED, size)
    } catch {
      // Storage refused by the browser: the choice holds for this page only.
    }
    return () => {
      document.documentElement.style.fontSize = ''
    }
  }, [size])
  return [size, () => setSize(ORDER[(ORDER.indexOf(size) + 1) % ORDER.length] ?? 'normal')]
}
