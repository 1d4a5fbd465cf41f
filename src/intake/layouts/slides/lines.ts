import { fold, foldTight } from '../../../vocabulary/folding.ts'
import { type Cell, filled, isBlank, type Row } from '../../read/page.ts'

/** スライドの一行 — slides leave no frames in a text: what holds together is told from the empty rows between the lines. */
export type Line = {
  row: Row
  cells: Cell[]
  text: string
  /** the words without bullet and number */
  body: string
  /** what the file prints, with the emphasis marks that tell the values of a row apart */
  raw: string
  /** empty rows before it */
  gap: number
  isBullet: boolean
  /** «1», «①», «01» in front of the words, or alone on the line */
  key: string | null
  isSentence: boolean
  isTable: boolean
}

const BULLET = /^[・▶►➤→⇒■●○◆◇※▪‣*]+\s*/
const KEY = /^(?:([0-9０-９]{1,2})(?:[\s　.．、]+|$)|([①-⑳])\s*)/

export function linesOf(rows: readonly Row[]): Line[] {
  const lines: Line[] = []
  let gap = 0
  for (const row of rows) {
    if (isBlank(row) || row.isRule) {
      gap += 1
      continue
    }
    lines.push(lineOf(row, gap))
    gap = 0
  }
  return lines
}

function lineOf(row: Row, gap: number): Line {
  const cells = filled(row)
  const text = cells.map((cell) => cell.text.trim()).join('\t')
  const keyed = KEY.exec(text)
  const key = keyed ? (keyed[1] ?? keyed[2] ?? null) : null
  const withoutKey = keyed ? text.slice(keyed[0].length) : text
  return {
    row,
    cells,
    text,
    body: withoutKey.replace(BULLET, '').trim(),
    raw: cells.map((cell) => cell.raw.trim()).join('\t'),
    gap,
    isBullet: row.bullet !== null || BULLET.test(text),
    key,
    isSentence: /。[」』）)]?$/.test(text),
    isTable: cells.length > 1,
  }
}

/** Lines from `at` on without an empty row between them. */
export function blockAt(lines: readonly Line[], at: number): Line[] {
  let end = at + 1
  while (end < lines.length && (lines[end] as Line).gap === 0) end += 1
  return lines.slice(at, end)
}

export const joined = (lines: readonly Line[]): string => lines.map((line) => line.body || line.text).join('')
export const cellsOf = (lines: readonly Line[]): Cell[] => lines.flatMap((line) => line.cells)

export type Label = 'aims' | 'done' | 'examples' | 'projects' | 'roadmap'
const TAKE = '(?:取組|取り組み|取組み|取り組)'
const LABELS: readonly (readonly [Label, RegExp])[] = [
  [
    'aims',
    new RegExp(
      `^(?:(?:やりたい|目指す|めざす|実現したい|取り組む|取り組みたい|実現する)(?:の|こと|姿)?は?(?:こんな)?(?:こと|姿|です)|これからやること|目標とすること|私たちが(?:目指す|めざす|やりたい)(?:こと|もの)|${TAKE}の(?:方向|ねらい))$`,
    ),
  ],
  [
    'done',
    new RegExp(
      `^(?:これまで(?:の|に)(?:主な|おもな)?(?:${TAKE}|成果|実績|あゆみ|歩み|行ったこと|やったこと)|(?:主な|おもな)(?:成果|実績)|${TAKE}の?成果|(?:これまでに)?(?:できたこと|達成したこと|実施したこと|実現したこと)|(?:[0-9]{4}年度|令和[0-9元]{1,2}年度|R[0-9]{1,2}(?:年度)?)の?(?:主な)?(?:成果|実績|${TAKE}))$`,
    ),
  ],
  [
    'examples',
    /^(?:具体的に(?:は)?(?:こんな(?:こと|感じ))?|具体例|具体的な(?:内容|例)|(?:たとえば|例えば)(?:こんなこと)?|こんなことを(?:します|やります)|(?:こう|何が)(?:変わる|変わります)(?:か|の)?)$/,
  ],
  [
    'projects',
    new RegExp(
      `^(?:今後の(?:主な)?${TAKE})?[~\\-:：]*(?:重点|主要|主な|リーディング|今後の|先導的?)(?:プロジェクト|${TAKE}プロジェクト)[~\\-]*$|^今後の(?:主な|重点)?${TAKE}$`,
    ),
  ],
  ['roadmap', /^.{0,16}(?:ロードマップ|工程表)$/],
]

/** What a heading of a slide announces; null for a line that is none of them. */
export function labelOf(line: Line): Label | null {
  if (line.isTable || line.isSentence || line.text.length > 30) return null
  const bare = foldTight(line.text).replace(/^[【[<~■●◆▼]+|[】\]>~:…]+$/g, '')
  return LABELS.find(([, pattern]) => pattern.test(bare))?.[0] ?? null
}

/** «～市民の利便性を高めます～» → the words. */
export function subtitleOf(line: Line): string | null {
  const found = /^[~-]\s*(.+?)\s*[~-]$/.exec(fold(line.text).trim())
  return found
    ? line.text
        .trim()
        .replace(/^[～〜~\-－―]\s*|\s*[～〜~\-－―]$/g, '')
        .trim()
    : null
}
