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
const NAMED_BY_BLANK: readonly Role[] = ['title', 'section', 'relatedSection', 'pillar', 'theme']
/** «【No.1】窓口予約の導入»: a title that has a number for its label. */
const NUMBERED_TITLE =
  /^[■●◆]?\s*[【［[〔](?:No\.?|№|取組|事業|項目|施策)?\s*([0-9０-９①-⑳][0-9０-９\-－①-⑳()（）]*)[】］\]〕]\s*([^\s：:][^。：:\n]{1,50})$/

/** What a cell says first: a label, a label with its value, or a value. */
export const readSaid = (cell: Cell): Said => saidOf(cell)[0] as Said

function saidOf(cell: Cell): Said[] {
  // «【効果額】 18,640千円» before «効果額(千円)»: a label that says its value is more than a label
  const inline = colonFields(cell.text, cell, null) ?? numberedTitle(cell)
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

/** «担当課　市民課», «担 当 課　　市民課»: a label may be spaced out; the blank behind it is a wide one. */
function blankField(text: string, cell: Cell, number: string | null): Said[] | null {
  if (text.includes('\n')) return null
  // «**整理番号** 3-2-1»: emphasis marks the label
  const marked = number === null ? /^\s*(?:[-*]\s+)?\*\*([^*]{2,16})\*\*[\s　]+(\S.*)$/.exec(cell.raw) : null
  const emphasised = marked ? labelOf(marked[1] as string) : null
  if (marked && emphasised && isFieldRole(emphasised))
    return [{ kind: 'field', cell, label: emphasised, value: (marked[2] as string).replaceAll('**', '').trim(), number }]
  const pieces = text.replace(/^[■●◆□]\s*/, '').split(/\s+/)
  const gaps = [...cell.raw.trim().matchAll(/[\s　]+/g)].slice(number ? 1 : 0)
  for (let k = 1; k < pieces.length && k <= 6; k += 1) {
    const head = pieces.slice(0, k)
    const label = k === 1 || head.every((piece) => piece.length <= 2) ? labelOf(head.join('')) : null
    const rest = pieces.slice(k)
    if (!label || !isFieldRole(label) || (ALIGNED.includes(label.role) && rest.length > 1 && rest.every((piece) => piece.length <= 6)))
      continue
    const wide = /　|\s{2,}/.test(gaps[k - 1]?.[0] ?? '')
    const named = NAMED_BY_BLANK.includes(label.role) && head.join('').length >= 3
    if (named || wide) return [{ kind: 'field', cell, label, value: valueAfter(text, head), number }]
  }
  return null
}

/** What stands behind the label, with its own blanks. */
const valueAfter = (text: string, head: readonly string[]): string =>
  text
    .replace(/^[■●◆□]\s*/, '')
    .replace(new RegExp(`^${head.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')}\\s+`), '')
    .trim()

function numberedTitle(cell: Cell): Said[] | null {
  const said = NUMBERED_TITLE.exec(cell.text)
  if (!said || labelOf(said[2] as string)) return null
  const label: Label = { role: 'title', year: null, phase: null, unit: null, text: said[1] as string }
  return [{ kind: 'field', cell, label, value: (said[2] as string).trim(), number: said[1] as string }]
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
    // «2,480時間（R4:1,900時間）»: an earlier value, and no field of its own
    if (rest && !(rest[0] && rest[0].kind !== 'value' && rest[0].label.role === 'fiscalYear' && /[（(]/.test(cut[0])))
      return [{ ...first, value: first.value.slice(0, cut.index).trim() }, ...rest]
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
  const label = readLabel(text) ?? oneOfSeveral(text.trim())
  if (!label) return MARKS.test(fold(text).replace(/\s/g, '')) ? { role: 'marks', year: null, phase: null, unit: null, text } : null
  return OFTEN_A_VALUE.test(fold(text).trim()) ? null : label
}

/** «KPI①», «指標２», «取組内容①»: one of several fields of that name. «取組1» is a title's number. */
function oneOfSeveral(text: string): Label | null {
  const label = /[①-⑳]$|[^\d０-９.．][1-9１-９]$/.test(text) ? readLabel(text.slice(0, -1)) : null
  return label && SEVERAL.includes(label.role) ? label : null
}

const SEVERAL: readonly Role[] = ['indicator', 'target', 'actual', 'baseline', 'activity', 'description', 'effect']
/** Roles whose value may be a row of short words under years, which only a table can tell apart. */
const ALIGNED: readonly Role[] = ['progress', 'actual', 'target', 'schedule', 'plan']

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

/** What a row says where only its surroundings tell: a heading that is the title of the form below it. */
export const say = (row: Row, said: readonly Said[]): void => {
  seen.set(row, said)
  told.add(row)
}
const told = new WeakSet<Row>()
export const isTold = (row: Row): boolean => told.has(row)

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
