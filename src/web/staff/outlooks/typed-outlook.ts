import { LONGEST_OUTLOOK_TITLE, MOST_OUTLOOK_LINES } from '../../../reform/outlook-rules.ts'
import type { OutlookTyped, OutlookTypedLine } from '../../../reform/outlook-typed.ts'
import { parseFiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { textOf } from '../plans/typed.ts'

/** one more than an outlook may have: what is too much is told, not cut off */
const MOST_LINES = MOST_OUTLOOK_LINES + 1
const MOST_COLUMNS = 60

/** 送られた表を読む — only the fields of the grid, rows in the order in which they stood (S-02). */
export function typedOutlookIn(data: FormData): OutlookTyped {
  const sha256 = textOf(data, 'document.sha256')
  const name = textOf(data, 'document.name')
  return {
    title: textOf(data, 'title').slice(0, LONGEST_OUTLOOK_TITLE + 1),
    madeOn: textOf(data, 'madeOn').slice(0, 100),
    from: textOf(data, 'from').slice(0, 100),
    to: textOf(data, 'to').slice(0, 100),
    basis: textOf(data, 'basis'),
    note: textOf(data, 'note'),
    document: /^[0-9a-f]{64}$/.test(sha256) && name !== '' ? { sha256, name: name.slice(0, 300) } : null,
    lines: linesIn(data),
  }
}

function linesIn(data: FormData): OutlookTypedLine[] {
  const nths = new Set<number>()
  for (const key of data.keys()) {
    const nth = /^lines\.(\d{1,4})\./.exec(key)
    if (nth && nths.size < MOST_LINES) nths.add(Number(nth[1]))
  }
  return [...nths]
    .sort((a, b) => a - b)
    .map((nth) => {
      const at = (field: string): string => textOf(data, `lines.${nth}.${field}`).slice(0, 1_000)
      let columns = 0
      while (columns < MOST_COLUMNS && data.has(`lines.${nth}.cells.${columns}`)) columns += 1
      const each = (field: string): string[] => Array.from({ length: columns }, (_, column) => at(`${field}.${column}`))
      return {
        ...{ kind: at('kind'), role: at('role'), name: at('name'), unit: at('unit'), thresholds: at('thresholds') },
        ...{ cells: each('cells'), places: each('places'), guessed: at('guessed') === '1' },
      }
    })
}

/** 年度の列をそろえる — as many columns as the period has years; a column that still holds something stays, to be told. */
export function withColumns(typed: OutlookTyped): OutlookTyped {
  const [from, to] = [parseFiscalYear(typed.from), parseFiscalYear(typed.to)]
  const years = from.ok && to.ok && to.value >= from.value && to.value - from.value < MOST_COLUMNS ? to.value - from.value + 1 : 0
  const filled = Math.max(0, ...typed.lines.map(({ cells }) => cells.findLastIndex((cell) => cell.trim() !== '') + 1))
  const columns = Math.max(years, filled, years === 0 ? 5 : 0)
  const widened = (all: string[]): string[] => Array.from({ length: columns }, (_, nth) => all[nth] ?? '')
  return { ...typed, lines: typed.lines.map((line) => ({ ...line, cells: widened(line.cells), places: widened(line.places) })) }
}

export const emptyLine = (columns: number, said: Partial<OutlookTypedLine> = {}): OutlookTypedLine => ({
  ...{ kind: '', role: 'item', name: '', unit: '', thresholds: '', guessed: false },
  ...{ cells: Array(columns).fill(''), places: Array(columns).fill('') },
  ...said,
})

const USUAL: readonly [kind: string, role: string, names: readonly string[]][] = [
  ['revenue', 'item', ['市税', '地方譲与税・交付金', '地方交付税', '国・県支出金', '市債', '繰入金', 'その他の歳入']],
  ['revenue', 'total', ['歳入合計']],
  ['expenditure', 'item', ['人件費', '扶助費', '公債費', '物件費', '補助費等', '繰出金', '投資的経費', 'その他の歳出']],
  ['expenditure', 'total', ['歳出合計']],
  ['balance', 'total', ['収支']],
  ['fund', 'item', ['財政調整基金残高']],
  ['debt', 'item', ['地方債残高']],
  ['other', 'item', ['標準財政規模']],
  ['ratio', 'item', ['実質公債費比率', '将来負担比率', '経常収支比率']],
]

/** 空の表 — the lines that most outlooks have; those that stay without values are not kept. */
export function blankOutlook(year: number): OutlookTyped {
  const lines = USUAL.flatMap(([kind, role, names]) =>
    names.map((name) => emptyLine(5, { kind, role, name, unit: kind === 'ratio' ? '％' : '千円' })),
  )
  return { title: '', madeOn: '', from: `${year}`, to: `${year + 4}`, basis: 'total', note: '', document: null, lines }
}
