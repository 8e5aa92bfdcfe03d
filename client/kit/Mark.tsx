/** The sign of Estrade: a board and its steps, one of them lit. Give `href` to make it a way home. */
export function Mark({ href }: { href?: string }) {
  const inside = (
    <>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M2 3h4v18H2z" fill="currentColor" />
        <path d="M6 3h7v4H6z" fill="var(--lamp)" />
        <path d="M6 10h11v4H6zM6 17h16v4H6z" fill="currentColor" />
      </svg>
      Estrade
    </>
  )
  return href ? (
    <a className="mark" href={href}>
      {inside}
    </a>
  ) : (
    <span className="mark">{inside}</span>
  )
}
