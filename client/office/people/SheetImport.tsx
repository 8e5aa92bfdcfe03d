import { FileSpreadsheet } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { type Columns, guessColumns, linesOf, type Sheet } from '#shared/sheet.ts'
import { postFile } from '../../api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Notice } from '../../kit/Notice.tsx'
import { useSend } from '../ask.ts'
import { useWords } from './words.ts'
import './people.css'

const PREVIEWED = 8
const PARTS = ['email', 'name', 'first', 'last'] as const

/** A file of people, its columns chosen with a preview: it becomes lines of the list one would have pasted. */
export function SheetImport({ as, onLines }: { as: string; onLines: (lines: string) => void }) {
  const t = useWords()
  const [sheet, setSheet] = useState<Sheet>()
  const { busy, failure, send } = useSend()
  const input = useRef<HTMLInputElement>(null)

  function read(file: File | undefined) {
    if (file) void send(async () => setSheet(await postFile<Sheet>('/api/office/sheet', file, { as })))
    // The same file, mended, may be chosen again.
    if (input.current) input.current.value = ''
  }

  return (
    <div className="sheet-import">
      <input
        ref={input}
        className="vh"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        accept=".csv,.tsv,.txt,.xlsx"
        onChange={(event) => read(event.target.files?.[0])}
      />
      <button
        type="button"
        className="btn sm"
        aria-busy={busy || undefined}
        onClick={() => input.current?.click()}
      >
        <FileSpreadsheet size={16} strokeWidth={1.75} aria-hidden="true" />
        {t.import}
      </button>
      {failure && (
        <Notice tone="stop" role="alert">
          {failure.message}
        </Notice>
      )}
      {sheet && (
        <ColumnsDialog
          sheet={sheet}
          onClose={() => setSheet(undefined)}
          onTake={(lines) => {
            setSheet(undefined)
            onLines(lines)
          }}
        />
      )}
    </div>
  )
}

function ColumnsDialog({
  sheet,
  onClose,
  onTake,
}: {
  sheet: Sheet
  onClose: () => void
  onTake: (lines: string) => void
}) {
  const t = useWords()
  const [columns, setColumns] = useState<Columns>(() => guessColumns(sheet.rows))
  const id = useId()
  const width = Math.max(...sheet.rows.map((row) => row.length))
  const head = columns.header ? (sheet.rows[0] ?? []) : []
  const lines = linesOf(sheet.rows, columns)
  const shown = lines.split('\n')

  return (
    <Dialog open title={t.importTitle} onClose={onClose}>
      <p>{t.importText(sheet.rows.length - columns.header)}</p>
      <div className="sheet-columns">
        {PARTS.map((part) => (
          <div className="f" key={part}>
            <label htmlFor={`${id}-${part}`}>{t[part]}</label>
            <select
              className="in"
              id={`${id}-${part}`}
              value={columns[part] ?? ''}
              onChange={({ target }) =>
                setColumns({ ...columns, [part]: target.value === '' ? undefined : Number(target.value) })
              }
            >
              <option value="">{t.none}</option>
              {Array.from({ length: width }, (_, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
                <option key={n} value={n}>
                  {t.column(n + 1, head[n] ?? '')}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <label className="sheet-header">
        <input
          type="checkbox"
          checked={columns.header === 1}
          onChange={({ target }) => setColumns({ ...columns, header: target.checked ? 1 : 0 })}
        />
        {t.header}
      </label>
      <h3>{t.preview}</h3>
      <ul className="sheet-preview">
        {shown.slice(0, PREVIEWED).map((line, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike
          <li key={n}>{line}</li>
        ))}
        {shown.length > PREVIEWED && <li>…</li>}
      </ul>
      <div className="actions">
        <button type="button" className="btn" onClick={onClose}>
          {t.cancel}
        </button>
        <button type="button" className="btn main" onClick={() => onTake(lines)}>
          {t.take}
        </button>
      </div>
    </Dialog>
  )
}
