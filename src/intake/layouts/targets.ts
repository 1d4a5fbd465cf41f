import type { Baseline, Target } from '../../reform/record.ts'
import { findDates, readDated } from '../../vocabulary/dated.ts'
import { figureTokens } from '../../vocabulary/figure-token.ts'
import type { FiscalYear } from '../../vocabulary/fiscal-year.ts'
import { splitItems } from '../../vocabulary/items.ts'
import { readMeasured } from '../../vocabulary/measured.ts'
import { foldInPlace } from '../../vocabulary/same-length.ts'
import { readTarget, type TargetItem } from '../../vocabulary/target.ts'
import type { Cell } from '../read/page.ts'
import { printedUnit } from './figures.ts'
import { sameMetric } from './same-metric.ts'

/** 目標欄の一項目 — one yardstick of a packed target cell, with what the cell says of it and the cells it stands in. */
export type Yardstick = {
  name: string
  key: string | null
  unit: string | null
  targets: Target[]
  baseline: Baseline | null
  cells: Cell[]
}

/** What an item says that no yardstick could take: it stays unread. */
export type Left = { cell: Cell; text: string }

/** What the items that follow are: targets of a year, or the state at a date. */
type Section = { kind: 'target'; year: FiscalYear | null } | { kind: 'baseline'; asOf: string | null }

/** 「（2021年度末時点の現況値）」, «<2025年度末目標>», 「【現状】」, 「目標：」 — stands over the items after it. */
const MARKER = /^[(<[【［〔]?([^()<>【】※]{0,24}?)(現況値?|現状値?|基準値|実績値|目標値?|末目標)[\s等:]{0,3}[)>\]】］〕:]?$/

/**
 * 目標欄の読み取り — targets, baselines and their dates packed into one cell, or spread over the cells of several rows:
 * a baseline may stand a row below its target, so the cells of one table are read together.
 */
export function readTargetCells(cells: readonly Cell[], year: FiscalYear | null): { found: Yardstick[]; left: Left[] } {
  const found: Yardstick[] = []
  const left: Left[] = []
  let section: Section = { kind: 'target', year }
  for (const cell of cells)
    for (const { text, key } of splitItems(cell.text)) {
      const marked = readMarker(text)
      if (marked) section = marked.kind === 'target' ? { kind: 'target', year: marked.year ?? year } : marked
      else if (!readItem(found, section, text, key, cell)) left.push({ cell, text })
    }
  return { found, left }
}

function readMarker(text: string): Section | null {
  const said = MARKER.exec(foldInPlace(text).trim())
  if (!said || text.startsWith('※')) return null
  const date = findDates(said[1] as string)[0]
  if (!date && /[^\s]/.test((said[1] as string).replace(/計画|策定時?|最終|数値|成果/g, ''))) return null
  if (/目標/.test(said[2] as string)) return { kind: 'target', year: date?.dated?.year ?? null }
  return { kind: 'baseline', asOf: date ? asOfSaid((said[1] as string).slice(date.start, date.end)) : null }
}

const withoutStar = (raw: string): string => raw.replace(/\s+※[\s\S]*$/, '')

/** «2021年度末» as printed; a plain fiscal year in any spelling is its number. */
export function asOfSaid(printed: string): string {
  const dated = readDated(printed)
  return dated?.kind === 'fiscal-year' && dated.to === null ? String(dated.year) : printed.replace(/(?:の?時点|現在)(?:の)?$/, '').trim()
}

/** False where the item says nothing that a yardstick can keep. */
function readItem(found: Yardstick[], section: Section, text: string, key: string | null, cell: Cell): boolean {
  if (readMeasured(text).answer === 'not-applicable') return true
  const last = found.at(-1)
  if (text.startsWith('※')) return last !== undefined && addInterim(last, readTarget(`${last.targets.at(-1)?.raw ?? last.name} ${text}`))
  const item = readTarget(text)
  if (!item) return false
  const said = named({ ...item, key: key ?? item.key })
  return section.kind === 'baseline' ? addBaseline(found, section.asOf, said, cell) : addTarget(found, section.year, said, cell)
}

/** «差戻し件数 年間100件»: the period stands before the figure, and is none of the name. */
function named(item: TargetItem): TargetItem {
  const per = /^(.+?)[\s　]*(?<=[\s　）)])(年間|年|月)$/.exec(item.name)
  return per ? { ...item, name: (per[1] as string).trim(), per: item.per ?? (per[2] as string) } : item
}

function addTarget(found: Yardstick[], year: FiscalYear | null, item: TargetItem, cell: Cell): boolean {
  const known = found.find((y) => y.name === item.name)
  if (known) {
    if (!known.cells.includes(cell)) known.cells.push(cell)
    return true
  }
  const note = readNote(item.note)
  const own = item.asOf ? readDated(item.asOf) : null
  const target: Target = {
    fiscalYear: note?.year ?? own?.year ?? year,
    asOf: null,
    comparator: item.comparator,
    value: item.value,
    answer: item.value === null ? 'text' : 'number',
    raw: withoutStar(item.raw),
    final: true,
    ...(item.maintain ? { maintain: true } : {}),
  }
  const unit = printedUnit(item.unit, item.per, item.raw)
  const yardstick: Yardstick = { name: item.name, key: item.key, unit, targets: [target], baseline: note?.baseline ?? null, cells: [cell] }
  addInterim(yardstick, item)
  found.push(yardstick)
  return true
}

function addInterim(yardstick: Yardstick, item: TargetItem | null): boolean {
  if (!item?.interim) return false
  const { fiscalYear, value, raw } = item.interim
  yardstick.targets.unshift({ fiscalYear, asOf: null, comparator: '=', value, answer: 'number', raw, final: false })
  return true
}

function addBaseline(found: Yardstick[], asOf: string | null, item: TargetItem, cell: Cell): boolean {
  const unit = printedUnit(item.unit, item.per, item.raw)
  const own = item.asOf === null ? null : asOfSaid(item.asOf)
  const answer = item.value === null ? 'text' : 'number'
  const baseline: Baseline = { asOf: asOf ?? own, value: item.value, answer, raw: withoutStar(item.raw) }
  const open = found.filter((y) => y.baseline === null)
  const known =
    (item.key !== null ? open.find((y) => y.key === item.key) : undefined) ??
    open.find((y) => y.name === item.name) ??
    open.find((y) => sameMetric(y.name, item.name))
  if (!known) {
    if (item.name === '' || item.value === null) return false
    found.push({ name: item.name, key: item.key, unit, targets: [], baseline, cells: [cell] })
    return true
  }
  known.baseline = baseline
  if (!known.cells.includes(cell)) known.cells.push(cell)
  return true
}

/** 「（令和10年度）」 is the year of the target; 「（令和4年度 41.5%）」 and 「（現状 3件）」 are where one starts from. */
export function readNote(note: string | null): { year: FiscalYear | null; baseline: Baseline | null } | null {
  const inner = note ? foldInPlace(note).replace(/^[(<※\s]+|[)>\s]+$/g, '') : ''
  const date = findDates(inner)[0]
  const figures = figureTokens(inner)
  const [figure] = figures
  const words = `${inner.slice(0, date?.start ?? 0)}${inner.slice(date?.end ?? 0, figure?.start ?? inner.length)}`
  const bare = words.replace(/現況値?|現状値?|基準値?|実績値?|目標値?|時点|末|まで|[の:\s]/g, '')
  if (bare !== '') return null
  if (figures.length === 1 && figure && figure.end === inner.length && !/目標/.test(words) && (date || /現|基準/.test(words)))
    return {
      year: null,
      baseline: {
        asOf: date ? asOfSaid(inner.slice(date.start, date.end)) : null,
        value: figure.value,
        answer: 'number',
        raw: note as string,
      },
    }
  return figures.length === 0 && date?.dated?.year ? { year: date.dated.year, baseline: null } : null
}
