import { fold } from '../../../vocabulary/folding.ts'
import { type Label, type Role, readLabel } from '../../labels.ts'
import { type Cell, filled, type Row } from '../../read/page.ts'

/**
 * 様式のセル — a form says label and value beside each other, below each other, or in one cell:
 * «実施計画名 行政組織», «取組名：…», «【担当課】…», «⑥ 実施計画名 …». What is no label is a value.
 */
export type Said =
  | { kind: 'label'; cell: Cell; label: Label; number: string | null }
  | { kind: 'field'; cell: Cell; label: Label; value: string; number: string | null }
  | { kind: 'value'; cell: Cell }

const NUMBER = /^([①-⑳]|[（(]\d{1,3}[）)]|\d{1,3}(?:[-－.．]\d{1,3}){0,3}[.．)）]?|(?:No|№)[.．]?\s?\d+)[\s　]+(?=\S)/
/** Behind a colon or in brackets any label may carry its value. */
const COLON = /^[■●◆○◇□・＊*\s]*[【［[〔]?\s*([^：:】\]\n［］]{1,24}?)\s*(?:[】］\]〕]\s*[：:]?|[：:])\s*([\s\S]+)$/
/** One line may go on: «指標名：利用率　目標値：30％», «取組名：…（担当課：総務課）». */
const GOES_ON =
  /[\s　、,;；]+(?=[【［]?[^\s：:（）()、。【】]{2,14}(?:[（(][^（）()]{1,12}[）)])?[】］]?[：:]\s*\S)|[（(](?=[^\s：:（）()]{2,14}[：:][^（）()]+[）)]\s*$)/g
/** With only a blank between, a label whose values are names; any label where the file aligns values by wide blanks. */
const BLANK = /^[■●◆□]?\s*([^\s]{2,12})[\s　]+([\s\S]+)$/
const WIDE = /^[■●◆□]?[^\s　]{2,12}(?: {2,}|\s*　)[\s　]*\S/
const NAMED_BY_BLANK: readonly Role[] = ['title', 'section', 'relatedSection', 'pillar', 'theme']

/** What a cell says first: a label, a label with its value, or a value. */
export const readSaid = (cell: Cell): Said => saidOf(cell)[0] as Said

function saidOf(cell: Cell): Said[] {
  // «【効果額】 18,640千円» before «効果額(千円)»: a label that says its value is more than a label
  const inline = colonFields(cell.text, cell, null)
  if (inline) return inline
  const plain = labelOf(cell.text)
  if (plain) return [{ kind: 'label', cell, label: plain, number: null }]
  const numbered = NUMBER.exec(cell.text)
  const number = numbered?.[1] ?? null
  const rest = cell.text.slice(numbered?.[0].length ?? 0)
  const bare = number ? labelOf(rest) : null
  // «1 取組内容» is a label with its number; «2 実績» likewise
  if (bare) return [{ kind: 'label', cell, label: bare, number }]
  return colonFields(rest, cell, number) ?? blankField(rest, cell, number) ?? [{ kind: 'value', cell }]
}

function blankField(text: string, cell: Cell, number: string | null): Said[] | null {
  const blank = BLANK.exec(text)
  const label = blank ? labelOf(blank[1] as string) : null
  if (!blank || !label || !isFieldRole(label)) return null
  const named = NAMED_BY_BLANK.includes(label.role) && (blank[1] as string).length >= 3
  return named || WIDE.test(cell.raw) ? [{ kind: 'field', cell, label, value: (blank[2] as string).trim(), number }] : null
}

function colonFields(text: string, cell: Cell, number: string | null): Said[] | null {
  const first = colonField(text, cell, number)
  if (first?.kind !== 'field') return null
  const start = text.length - first.value.length
  for (const cut of first.value.matchAll(GOES_ON)) {
    const rest = colonFields(
      text
        .slice(start + cut.index)
        .replace(/^[\s　、,;；（(]+/, '')
        .replace(/[）)]$/, (close) => (/[（(]/.test(cut[0]) ? '' : close)),
      cell,
      null,
    )
    if (rest) return [{ ...first, value: first.value.slice(0, cut.index).trim() }, ...rest]
  }
  return [first]
}

function colonField(text: string, cell: Cell, number: string | null): Said | null {
  const colon = COLON.exec(text)
  // «効果額（単位：千円）»: a colon inside a bracket ends no label
  if (!colon || /[（(][^）)]*$/.test(colon[1] as string)) return null
  const label = labelOf(colon[1] as string)
  return label && isFieldRole(label) ? { kind: 'field', cell, label, value: (colon[2] as string).trim(), number } : null
}

const isFieldRole = (label: Label): boolean => label.role !== 'fiscalYear' || label.year !== null

/** A label of a form; words that are as often a value («事業», «項目», «計画», «その他») are none when they stand alone. */
function labelOf(text: string): Label | null {
  const label = readLabel(text)
  if (!label) return MARKS.test(fold(text).replace(/\s/g, '')) ? { role: 'marks', year: null, phase: null, unit: null, text } : null
  return OFTEN_A_VALUE.test(fold(text).trim()) ? null : label
}

/** Words that head a column and say nothing of their own. */
const HEADS = /^(?:区分|種別|内訳|分類|目標・実績|年度別)$/
const OFTEN_A_VALUE = /^(?:事業|項目|その他|計画|計|方針|施策|分野)$/

const MARKS = /^\d(?:レス|スレ)$/

/** The cells of a row; between labels only, a word that is often a value is a label too: «年度 | 計画 | 実績». */
export function saidIn(row: Row): readonly Said[] {
  const known = seen.get(row)
  if (known) return known
  const said = understood(row)
  seen.set(row, said)
  return said
}

/** Rows are looked at again and again while stretches are told apart; what they say does not change. */
const seen = new WeakMap<Row, readonly Said[]>()

function understood(row: Row): readonly Said[] {
  const said = filled(row).flatMap(saidOf)
  const rest = said.filter((s) => s.kind !== 'label')
  const strong = said.filter((s) => s.kind === 'label' && s.label.year === null).length
  if (strong === 0 || rest.length === 0 || !rest.every((s) => s.kind === 'value' && isHead(s.cell))) return said
  return said.map((s) => {
    if (s.kind !== 'value') return s
    const label = readLabel(s.cell.text) ?? { role: 'note', year: null, phase: null, unit: null, text: s.cell.text }
    return { kind: 'label', cell: s.cell, label, number: null }
  })
}

const isHead = (cell: Cell): boolean => [OFTEN_A_VALUE, HEADS].some((words) => words.test(fold(cell.text).trim()))

/** ○ and its relatives */
export const isMark = (text: string): boolean => /^[○◯●◎✓✔☑■レ]$/.test(text.trim())
