/**
 * Short sounds made on the spot, with no file, that can be turned off. A browser lets a page sound only once it has
 * been touched.
 */
import { useEffect } from 'react'
import { storedFlag } from './stored-flag.ts'

/** Frequencies in Hz, one note after the other. */
const CHIMES = { turn: [659, 880], hand: [587] } as const
const NOTE_S = 0.16
const FADE_S = 0.5
const VOLUME = 0.12

/** Whether this browser may sound. */
export const sound = storedFlag('estrade-sound')
let context: AudioContext | undefined

/** Readies the sound at the first gesture, so that it is there when something happens. */
export function useReadySound(): void {
  useEffect(() => {
    const ready = () => {
      context ??= new AudioContext()
      if (context.state === 'suspended') void context.resume()
    }
    window.addEventListener('pointerdown', ready)
    window.addEventListener('keydown', ready)
    return () => {
      window.removeEventListener('pointerdown', ready)
      window.removeEventListener('keydown', ready)
    }
  }, [])
}

/** Plays a chime, unless the sound is off or the page has not been touched yet. */
export function chime(which: keyof typeof CHIMES): void {
  if (!sound.on() || context?.state !== 'running') return
  CHIMES[which].forEach((frequency, index) => {
    const at = context!.currentTime + index * NOTE_S
    const note = new OscillatorNode(context!, { type: 'sine', frequency })
    const loudness = new GainNode(context!, { gain: 0 })
    loudness.gain.setValueAtTime(0, at)
    loudness.gain.linearRampToValueAtTime(VOLUME, at + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.001, at + FADE_S)
    note.connect(loudness).connect(context!.destination)
    note.start(at)
    note.stop(at + FADE_S)
  })
}
