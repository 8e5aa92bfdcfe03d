/** Two notes, soft at both ends. Resolves once they have been played; rejects where no sound can be made. */
export async function playNotes(): Promise<void> {
  const context = new AudioContext()
  try {
    await context.resume()
    const start = context.currentTime + 0.05
    const gain = context.createGain()
    gain.connect(context.destination)
    for (const [n, pitch] of [523.25, 659.25].entries()) {
      const note = context.createOscillator()
      note.frequency.value = pitch
      note.connect(gain)
      const at = start + n * 0.5
      gain.gain.setValueAtTime(0, at)
      gain.gain.linearRampToValueAtTime(0.25, at + 0.04)
      gain.gain.linearRampToValueAtTime(0, at + 0.46)
      note.start(at)
      note.stop(at + 0.5)
    }
    await new Promise((resolve) => setTimeout(resolve, 1150))
  } finally {
    await context.close()
  }
}

/** Loud enough to be speech, this many times, so that a click is not taken for a voice. */
const SPEECH = 0.015
const TIMES = 4

/** Listens to a microphone: its level from 0 to 1, and whether somebody was heard. → stops listening. */
export function listen(stream: MediaStream, told: (level: number, heard: boolean) => void): () => void {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  let times = 0
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    const power = Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length)
    if (power > SPEECH) times += 1
    told(Math.min(1, power * 5), times >= TIMES)
  }, 80)
  context.resume().catch(() => {})
  return () => {
    clearInterval(timer)
    context.close().catch(() => {})
  }
}
