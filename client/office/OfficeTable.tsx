import type { ReactNode } from 'react'

/** A table of the office: its columns by name, then one for what may be done, named for those who hear it. */
export function OfficeTable({
  columns,
  actions,
  caption,
  className = '',
  children,
}: {
  columns: string[]
  actions: string
  caption?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <table className={`office-table ${className}`}>
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">
            <span className="vh">{actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
