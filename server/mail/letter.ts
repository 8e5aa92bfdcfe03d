/**
 * A letter made of a few kinds of blocks, set twice: as plain text, and as HTML that mail programs show alike
 * (tables, inline styles, no image). `title` heads it; `footer` closes it in small type.
 */
export type Block =
  | { p: string }
  | { h: string }
  | { list: string[] }
  | { rows: [label: string, value: string][]; mono?: boolean }
  | { button: { label: string; href: string }; main?: boolean; note?: string }
  | { note: string }

export type Letter = {
  language: 'fr' | 'en'
  title: string
  preheader: string
  blocks: Block[]
  footer: string[]
}

const TEXT = "'Atkinson Hyperlegible Next',Verdana,'Segoe UI',sans-serif"
const TITLE = "'Bricolage Grotesque','Atkinson Hyperlegible Next',Verdana,'Segoe UI',sans-serif"
const WIDTH = 600
const WRAP = 76

export const escapeHtml = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!,
  )

/** Lines of a text typed by people stay lines. */
const lines = (text: string) => escapeHtml(text.trim()).replace(/\r\n|\r|\n/g, '<br>')

export function asText({ title, blocks, footer }: Letter): string {
  const parts = [title, ...blocks.map(blockText), `--\n${footer.join('\n')}`]
  return `${parts.join('\n\n')}\n`
}

function blockText(block: Block): string {
  if ('p' in block) return wrap(block.p)
  if ('note' in block && !('button' in block)) return wrap(block.note)
  if ('h' in block) return block.h.toUpperCase()
  if ('list' in block) return block.list.map((item) => wrap(item, '- ')).join('\n')
  if ('rows' in block) return block.rows.map(([label, value]) => `${label}\u00A0: ${value}`).join('\n')
  const note = block.note ? `\n${wrap(block.note)}` : ''
  return `${block.button.label}\u00A0:\n${block.button.href}${note}`
}

/** Breaks at ordinary spaces only: a no-break space holds. */
function wrap(text: string, bullet = ''): string {
  const indent = ' '.repeat(bullet.length)
  return text
    .trim()
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      const rows = ['']
      for (const word of line.split(/ +/)) {
        const row = rows.at(-1)!
        if (row !== '' && row.length + word.length + 1 > WRAP - bullet.length) rows.push(word)
        else rows[rows.length - 1] = row === '' ? word : `${row} ${word}`
      }
      return rows
    })
    .map((row, i) => (i === 0 ? bullet : indent) + row)
    .join('\n')
}

export function asHtml(letter: Letter): string {
  const { language, title, preheader, blocks, footer } = letter
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
@media (prefers-color-scheme:dark){
.g{background:#0D0F15!important}.s{background:#1A1E28!important;border-color:#2E3442!important}
.i,.i a{color:#EFEBE2!important}.j{color:#C3C4CA!important}.k,.k a{color:#9A9DA8!important}
.r{border-color:#2E3442!important}.m{background:#EFEBE2!important}.o{border-color:#EFEBE2!important}
.n{background:#332A17!important;border-color:#F2B950!important}
}
@media (max-width:480px){.x{padding-left:20px!important;padding-right:20px!important}.b{display:block!important;text-align:center!important}}
</style>
</head>
<body class="g" style="margin:0;padding:0;background:#F3EFE6">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="g" style="background:#F3EFE6"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:${WIDTH}px">
<tr><td style="padding:0 0 14px"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td>${MARK}</td><td class="i" style="padding:0 0 0 10px;font:700 20px/1.2 ${TITLE};letter-spacing:-.02em;color:#1B2233">Estrade</td></tr></table></td></tr>
<tr><td class="s x" style="background:#FFFFFF;border:1px solid #E2DCCF;padding:32px 36px 28px">
<h1 class="i" style="margin:0 0 18px;font:700 27px/1.18 ${TITLE};letter-spacing:-.02em;color:#1B2233">${escapeHtml(title)}</h1>
${blocks.map(blockHtml).join('\n')}
</td></tr>
<tr><td class="k x" style="padding:16px 36px 0;font:400 13px/1.5 ${TEXT};color:#626775">${footer.map(lines).join('<br>')}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`
}

const bar = (width: number, colour: string, className = '') =>
  `<td ${className && `class="${className}" `}width="${width}" height="4" style="width:${width}px;height:4px;line-height:4px;font-size:1px;background:${colour}"></td>`

/** The sign of Estrade, drawn with cells: a board and its steps, one of them lit. */
const MARK = `<table role="presentation" cellpadding="0" cellspacing="0" border="0" aria-hidden="true"><tr>${bar(4, '#1B2233', 'm')}${bar(7, '#F2B134')}<td colspan="2"></td></tr><tr>${bar(4, '#1B2233', 'm')}<td colspan="3"></td></tr><tr>${bar(4, '#1B2233', 'm')}${bar(7, '#1B2233', 'm')}${bar(4, '#1B2233', 'm')}<td></td></tr><tr>${bar(4, '#1B2233', 'm')}<td colspan="3"></td></tr><tr>${bar(4, '#1B2233', 'm')}${bar(7, '#1B2233', 'm')}${bar(4, '#1B2233', 'm')}${bar(5, '#1B2233', 'm')}</tr></table>`

function blockHtml(block: Block): string {
  if ('p' in block) {
    return `<p class="i" style="margin:0 0 14px;font:400 17px/1.5 ${TEXT};color:#1B2233">${lines(block.p)}</p>`
  }
  if ('h' in block) {
    return `<h2 class="i r" style="margin:26px 0 10px;padding:18px 0 0;border-top:1px solid #E2DCCF;font:700 19px/1.25 ${TITLE};letter-spacing:-.01em;color:#1B2233">${escapeHtml(block.h)}</h2>`
  }
  if ('list' in block) {
    const items = block.list.map((item) => `<li style="margin:0 0 6px">${lines(item)}</li>`).join('')
    return `<ul class="i" style="margin:0 0 14px;padding:0 0 0 20px;font:400 17px/1.5 ${TEXT};color:#1B2233">${items}</ul>`
  }
  if ('rows' in block) return rowsHtml(block.rows, block.mono ?? false)
  if ('button' in block) return buttonHtml(block.button, block.main ?? false, block.note)
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px"><tr><td class="n i" style="border-left:3px solid #835300;background:#FDF0D2;padding:12px 14px;font:400 16px/1.45 ${TEXT};color:#1B2233">${lines(block.note)}</td></tr></table>`
}

function rowsHtml(rows: [string, string][], mono: boolean): string {
  const value = mono
    ? `font:700 21px/1.3 ${TEXT};letter-spacing:.05em;word-break:break-all`
    : `font:550 17px/1.45 ${TEXT}`
  const cells = rows.map(
    ([label, text]) =>
      `<tr><td class="r" style="border-bottom:1px solid #E2DCCF;padding:10px 0"><span class="k" style="display:block;font:400 14px/1.4 ${TEXT};color:#626775">${escapeHtml(label)}</span><span class="i" style="${value};color:#1B2233">${lines(text)}</span></td></tr>`,
  )
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px">${cells.join('')}</table>`
}

function buttonHtml({ label, href }: { label: string; href: string }, main: boolean, note?: string): string {
  const look = main
    ? 'background:#F2B134;border:2px solid #F2B134;color:#1B2233'
    : 'border:2px solid #1B2233;color:#1B2233'
  const said = note
    ? `<p class="j" style="margin:8px 0 0;font:400 14px/1.45 ${TEXT};color:#474D5C">${lines(note)}</p>`
    : ''
  return `<div style="margin:4px 0 18px"><a href="${escapeHtml(href)}" class="b ${main ? '' : 'i o'}" style="display:inline-block;${look};border-radius:6px;padding:13px 22px;font:650 17px/1.2 ${TEXT};text-decoration:none">${escapeHtml(label)}</a>${said}</div>`
}
