import type { CourseProblem } from '#shared/course.ts'

/** A place in a file, 1-based. */
export type Place = { file: string; line: number; column: number }

/** Collects the mistakes of a course, each once. */
export type Reporter = (place: Place, problem: string, remedy: string) => void

/** `problems` are sorted by file, then by place. */
export function createReporter(): { report: Reporter; problems(): CourseProblem[] } {
  const found = new Map<string, CourseProblem>()
  return {
    report: ({ file, line, column }, problem, remedy) => {
      found.set(`${file}:${line}:${column}:${problem}`, { file, line, column, problem, remedy })
    },
    problems: () =>
      [...found.values()].sort(
        (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
      ),
  }
}

/** Where `needle` is first written at or after `line` (1-based); the start of that line otherwise. */
export function placeOf(file: string, text: string, needle: string, line = 1): Place {
  const lines = text.split(/\r?\n/)
  for (let index = line - 1; index < lines.length; index++) {
    const column = lines[index]?.indexOf(needle) ?? -1
    if (column >= 0) return { file, line: index + 1, column: column + 1 }
  }
  return { file, line, column: 1 }
}
