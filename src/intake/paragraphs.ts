import { type Cell, filled, isBlank, type Row } from './read/page.ts'

/** 段落 — one or more printed lines that are one paragraph; `cells` are the cells its text came from. */
export type Paragraph = { text: string; cells: readonly Cell[]; rows: readonly Row[]; gap: number }

/** 折返し — how a text was cut into lines: its full width in half-width units, and whether an empty line stands after every line. */
export type Wrap = { width: number; spaced: boolean }

const SENTENCE_END = /[。！？!?][」』）)]?$/
/** A line that starts something of its own, and so never goes on with the line before. */
const MARKER =
  /^(?:[■◆●◇□○◎▼▽★☆▶►➤→⇒・※＊*＞]|[①-⑳㉑-㉟⑴-⒇Ⅰ-Ⅻ]|[（(【［〈](?:[0-9０-９]{1,2}|[ア-コ一二三四五六七八九十])[）)】］〉]|【[^】]{1,16}】|第[0-9０-９一二三四五六七八九十]+[部編章節項]|[0-9０-９]{1,2}(?:[-－‐.．][0-9０-９]+)+[\s　]|[0-9０-９]{1,2}[.．](?![0-9０-９])|[IVX]+[.．\s　])/
/** Marks that a cut line may well begin with by chance: «20 年度», «ア）». They count only where the line before had ended. */
const WEAK_MARKER = /^(?:[0-9０-９]{1,2}[\s　、)）]|[ア-コ][\s　.．)）])/

/** 折返しの見分け — null where the lines of a text are its paragraphs. */
export function wrapOf(rows: readonly Row[]): Wrap | null {
  const lines = rows.map((row, at) => ({ row, at })).filter(({ row }) => isTextLine(row))
  const long = lines.filter(({ row }) => widthOf(lineOf(row)) >= 30)
  const widths = long.map(({ row }) => widthOf(lineOf(row))).sort((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.95)] ?? 0
  if (width === 0 || width > 140) return null
  const open = long.filter(({ row }) => !SENTENCE_END.test(lineOf(row)) && widthOf(lineOf(row)) >= width * 0.8)
  let spaced = 0
  const goOn = open.filter(({ at }) => {
    const next = nextFilled(rows, at)
    const isNear = next !== null && (next - at <= 2 || isOverPage(rows[at] as Row, rows[next] as Row, next - at - 1))
    if (next === null || !isNear || !isTextLine(rows[next] as Row) || MARKER.test(lineOf(rows[next] as Row))) return false
    if (next - at === 2) spaced += 1
    return true
  })
  // in a list of long items the next line nearly always begins with a mark of its own; in wrapped prose it hardly ever does
  if (goOn.length < 2 || goOn.length < open.length * 0.7 || goOn.length < long.length * 0.25) return null
  return { width, spaced: spaced > goOn.length / 2 }
}

/** 段落をつなぐ — a line that was cut at full width goes on in the next one; nothing is inserted inside Japanese. */
export function joinParagraphs(rows: readonly Row[], wrap: Wrap | null): Paragraph[] {
  const paragraphs: Open[] = []
  let gap = 0
  let open = false
  for (const row of rows) {
    if (isBlank(row)) {
      gap += 1
      continue
    }
    const last = paragraphs.at(-1)
    const text = lineOf(row)
    if (
      wrap &&
      open &&
      last &&
      (gap <= (wrap.spaced ? 1 : 0) || isOverPage(last.rows.at(-1) as Row, row, gap)) &&
      isTextLine(row) &&
      goesOn(last, text, wrap)
    ) {
      last.pieces.push(between(last.pieces.at(-1) as string, text), text)
      last.cells.push(...filled(row))
      last.rows.push(row)
    } else paragraphs.push({ pieces: [text], cells: filled(row), rows: [row], gap })
    open = filled(row).length === 1
    gap = 0
  }
  return paragraphs.map(({ pieces, ...rest }) => ({ text: pieces.join(''), ...rest }))
}

/** A paragraph that is still being put together: pieces, because it may be as long as its document. */
type Open = { pieces: string[]; cells: Cell[]; rows: Row[]; gap: number }

function goesOn(last: Open, next: string, wrap: Wrap): boolean {
  const line = lineOf(last.rows.at(-1) as Row)
  if (SENTENCE_END.test(line) || MARKER.test(next)) return false
  if (line.endsWith('、') && widthOf(line) >= wrap.width * 0.5) return true
  // a heading is a line of its own unless it is as long as a line can be
  const isHead = last.rows.length === 1 && (MARKER.test(line) || WEAK_MARKER.test(line)) && !/^[※・]/.test(line)
  if (isHead && WEAK_MARKER.test(next)) return false
  return widthOf(line) >= wrap.width * (isHead ? 0.95 : 0.8)
}

/** Words of Latin letters are cut between words; an abbreviation («NP / O») may be cut anywhere. */
function between(before: string, after: string): '' | ' ' {
  const isCutAbbreviation = /[A-Z]$/.test(before) && /^[A-Z](?![a-z])/.test(after)
  return /[A-Za-z,.)]$/.test(before) && /^[A-Za-z(]/.test(after) && !isCutAbbreviation ? ' ' : ''
}

/** A page ends between two lines: its number, which was taken out, or its edge. */
const isOverPage = (before: Row, after: Row, blanks: number): boolean =>
  after.page !== before.page || after.index - before.index - 1 > blanks

const isTextLine = (row: Row): boolean => filled(row).length === 1 && row.headingDepth === 0 && row.bullet === null && !row.isRule

export const lineOf = (row: Row): string =>
  filled(row)
    .map((cell) => cell.text)
    .join(' ')
    .trim()

function nextFilled(rows: readonly Row[], at: number): number | null {
  for (let next = at + 1; next < rows.length; next += 1) if (!isBlank(rows[next] as Row)) return next
  return null
}

/** Half-width letters count one, all others two: the measure by which a line of Japanese is cut. */
export function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += /[ -~｡-ﾟ]/.test(letter) ? 1 : 2
  return width
}
