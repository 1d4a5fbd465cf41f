import { foldTight } from '../vocabulary/folding.ts'
import { emptyIndicator } from './edit-indicator.ts'
import { emptyInitiative, placeIn, underOf } from './edit-initiative.ts'
import { readTargetCell, sectionsIn } from './plan-change.ts'
import type { Indicator, Initiative, ReformRecord, Target } from './record.ts'
import type { RecordId } from './record-id.ts'
import { readReported } from './reported-value.ts'

/** 一覧表の項目 — the fields of an initiative, then those of the indicator that the row tells. */
export const TABLE_FIELDS = ['id', 'number', 'title', 'place', 'sections', 'description', 'goal', 'indicator', 'unit', 'baseline'] as const
export type TableField = (typeof TABLE_FIELDS)[number]
/** 一覧表の一行 — `line` is its number in what was pasted; an empty cell leaves what is there. */
export type TableRow = { line: number; cells: Partial<Record<TableField, string>>; targets: { year: number | null; raw: string }[] }

export type TableChange = { field: TableField | 'target'; year: number | null; before: string; after: string }
/** 行の扱い — what a row would do, or why nothing is done with it. */
export type RowVerdict =
  | { verdict: 'same' }
  | { verdict: 'new'; changes: TableChange[] }
  | { verdict: 'changed'; changes: TableChange[] }
  | {
      verdict: 'unclear'
      why: 'no-title' | 'unknown-id' | 'ambiguous' | 'similar' | 'unknown-place' | 'no-indicator' | 'ambiguous-indicator' | 'contradiction'
    }
export type RowTold = { line: number; number: string; title: string; said: RowVerdict }

/** 置き場所の表記 — «1 伝わる行政 › 1-1 窓口の改革» from the top; a plan by its title where nothing is above. */
export function placeText(record: Pick<ReformRecord, 'plans' | 'nodes'>, at: { plan: RecordId | null; node: RecordId | null }): string {
  const path: string[] = []
  for (let node = record.nodes.find(({ id }) => id === at.node); node && path.length <= record.nodes.length; ) {
    path.unshift([node.number, node.title].filter(Boolean).join(' '))
    const { parent }: { parent: RecordId | null } = node
    node = record.nodes.find(({ id }) => id === parent)
  }
  return path.length > 0 ? path.join(' › ') : (record.plans.find(({ id }) => id === at.plan)?.title ?? '')
}

type NewId = (kind: 'initiative' | 'indicator') => RecordId

/** 一覧表を当てる — every clear row in one go, each compared with the plan as it was before any of them. */
export function withTable(record: ReformRecord, rows: readonly TableRow[], newId: NewId): { record: ReformRecord; told: RowTold[] } {
  const table = new TableEdit(record, newId)
  const known = new Map<string, Initiative>(record.initiatives.map((it) => [it.id, it]))
  const told = rows.map((row): RowTold => {
    const it = known.get((row.cells.id ?? '').trim())
    const number = row.cells.number || it?.number || ''
    return { line: row.line, number, title: row.cells.title || it?.title || '', said: table.take(row) }
  })
  return { record: table.done(), told }
}

const same = (a: string, b: string): boolean => foldTight(a) === foldTight(b)
type Found =
  | { is: 'known'; it: Initiative }
  | { is: 'new'; it: Initiative }
  | { is: 'unclear'; why: (RowVerdict & { verdict: 'unclear' })['why'] }

const OF_INDICATOR: ReadonlySet<string> = new Set(['target', 'unit', 'baseline', 'indicator'])

class TableEdit {
  private readonly before: ReformRecord
  private readonly newId: NewId
  private readonly places: Map<string, string[]>
  private readonly initiatives: Map<RecordId, Initiative>
  private readonly indicators: Map<RecordId, Indicator>
  /** what an earlier row made of a field: another row may not say something else */
  private readonly decided = new Map<string, string>()
  private readonly fresh = new Set<RecordId>()

  constructor(record: ReformRecord, newId: NewId) {
    this.before = record
    this.newId = newId
    this.initiatives = new Map(record.initiatives.map((it) => [it.id, it]))
    this.indicators = new Map(record.indicators.map((one) => [one.id, one]))
    const places = [
      ...record.plans.map((plan) => ({ under: `plan:${plan.id}`, texts: [plan.title] })),
      ...record.nodes.map((node) => ({
        under: node.id as string,
        texts: [placeText(record, { plan: node.plan, node: node.id }), [node.number, node.title].filter(Boolean).join(' '), node.title],
      })),
    ]
    this.places = new Map()
    for (const { under, texts } of places)
      for (const text of new Set(texts.map(foldTight))) this.places.set(text, [...(this.places.get(text) ?? []), under])
  }

  done(): ReformRecord {
    const { before } = this
    return {
      ...before,
      initiatives: [
        ...before.initiatives.map((it) => this.initiatives.get(it.id) ?? it),
        ...this.added(before.initiatives, this.initiatives),
      ],
      indicators: [
        ...before.indicators.map((one) => this.indicators.get(one.id) ?? one),
        ...this.added(before.indicators, this.indicators),
      ],
    }
  }

  private added<T extends { id: RecordId }>(before: readonly T[], now: ReadonlyMap<RecordId, T>): T[] {
    const known = new Set(before.map(({ id }) => id))
    return [...now.values()].filter(({ id }) => !known.has(id))
  }

  take(row: TableRow): RowVerdict {
    const place = this.placeOf(row.cells.place ?? '')
    if (place === 'unknown') return { verdict: 'unclear', why: 'unknown-place' }
    const found = this.find(row, place)
    if (found.is === 'unclear') return { verdict: 'unclear', why: found.why }
    const done = this.takeInto(row, found, place)
    // what was begun for a row that turned out unclear is nothing
    if (done.verdict === 'unclear' && this.initiatives.get(found.it.id)?.title === '') {
      this.initiatives.delete(found.it.id)
      this.fresh.delete(found.it.id)
    }
    return done
  }

  private takeInto(row: TableRow, { it, is }: Exclude<Found, { is: 'unclear' }>, place: string | null): RowVerdict {
    const indicator = this.indicatorOf(row, it)
    if (typeof indicator === 'string') return { verdict: 'unclear', why: indicator }
    const changes = [...this.initiativeChanges(row, it, place), ...(indicator ? this.indicatorChanges(row, indicator) : [])]
    const keyOf = ({ field, year }: TableChange) => `${field}@${year}@${OF_INDICATOR.has(field) ? indicator?.id : it.id}`
    if (changes.some((change) => (this.decided.get(keyOf(change)) ?? change.after) !== change.after))
      return { verdict: 'unclear', why: 'contradiction' }
    for (const change of changes) this.decided.set(keyOf(change), change.after)
    this.apply(changes, it, indicator)
    if (is === 'new') return { verdict: 'new', changes }
    return changes.length > 0 ? { verdict: 'changed', changes } : { verdict: 'same' }
  }

  private placeOf(text: string): string | null | 'unknown' {
    if (text.trim() === '') return null
    const found = this.places.get(foldTight(text)) ?? []
    return found.length === 1 ? (found[0] as string) : 'unknown'
  }

  private find({ cells }: TableRow, place: string | null): Found {
    const { id = '', number = '', title = '' } = cells
    if (id.trim() !== '') {
      const it = this.initiatives.get(id.trim() as RecordId)
      return it ? { is: this.fresh.has(it.id) ? 'new' : 'known', it } : { is: 'unclear', why: 'unknown-id' }
    }
    if (title.trim() === '') return { is: 'unclear', why: 'no-title' }
    const all = [...this.initiatives.values()]
    const titled = all.filter((it) => same(it.title, title))
    const exact = titled.filter((it) => cells.number === undefined || same(it.number ?? '', number))
    const placed = exact.length > 1 && place !== null ? exact.filter((it) => underOf(it) === place) : exact
    if (placed.length > 1) return { is: 'unclear', why: 'ambiguous' }
    const [it] = placed
    if (it) return { is: this.fresh.has(it.id) ? 'new' : 'known', it }
    const near = all.some((one) => number.trim() !== '' && same(one.number ?? '', number) && (place === null || underOf(one) === place))
    return titled.length > 0 || near ? { is: 'unclear', why: 'similar' } : { is: 'new', it: this.begin(place) }
  }

  private begin(place: string | null): Initiative {
    const root = this.before.plans.find(({ parent }) => parent === null)
    const at = placeIn(this.before, place ?? `plan:${root?.id}`) ?? { plan: root?.id ?? null, node: null }
    const it: Initiative = { ...emptyInitiative(this.newId('initiative')), ...at }
    this.fresh.add(it.id)
    this.initiatives.set(it.id, it)
    return it
  }

  /** as it stood before the table; for a new one, nothing */
  private original(it: Initiative): Initiative | null {
    return this.fresh.has(it.id) ? null : (this.before.initiatives.find(({ id }) => id === it.id) ?? null)
  }

  private initiativeChanges({ cells }: TableRow, it: Initiative, place: string | null): TableChange[] {
    const was = this.original(it)
    const stood: Partial<Record<TableField, string>> = was
      ? {
          number: was.number ?? '',
          title: was.title,
          place: placeText(this.before, was),
          sections: was.sections.map(({ name }) => name).join('、'),
          description: was.description ?? '',
          goal: was.goal ?? '',
        }
      : {}
    return (['number', 'title', 'place', 'sections', 'description', 'goal'] as const).flatMap((field): TableChange[] => {
      const after = (cells[field] ?? '').trim()
      const before = (stood[field] ?? '').trim()
      if (after === '' || after === before) return []
      if (field === 'place' && was && underOf(was) === place) return []
      return [{ field, year: null, before, after }]
    })
  }

  private indicatorOf({ cells, targets }: TableRow, it: Initiative): Indicator | null | 'no-indicator' | 'ambiguous-indicator' {
    const name = (cells.indicator ?? '').trim()
    const parts = new Set(it.parts.map(({ id }) => id))
    const own = [...this.indicators.values()].filter(
      ({ of }) => of !== null && (('initiative' in of && of.initiative === it.id) || ('part' in of && parts.has(of.part))),
    )
    if (name === '') {
      const says = [cells.unit, cells.baseline, ...targets.map(({ raw }) => raw)].some((text) => (text ?? '').trim() !== '')
      return says ? 'no-indicator' : null
    }
    const named = own.filter((one) => same(one.name, name))
    const byUnit = named.length > 1 ? named.filter((one) => same(one.unit ?? '', cells.unit ?? '')) : named
    if (named.length > 0) return byUnit.length === 1 ? (byUnit[0] as Indicator) : 'ambiguous-indicator'
    return emptyIndicator(this.newId('indicator'), { initiative: it.id })
  }

  private indicatorChanges({ cells, targets }: TableRow, indicator: Indicator): TableChange[] {
    const was = this.before.indicators.find(({ id }) => id === indicator.id) ?? null
    const changed = (field: TableField | 'target', year: number | null, before: string, typed: string | undefined): TableChange[] => {
      const after = (typed ?? '').trim()
      return after === '' || after === before.trim() ? [] : [{ field, year, before, after }]
    }
    return [
      ...(was ? [] : changed('indicator', null, '', cells.indicator)),
      ...changed('unit', null, was?.unit ?? '', cells.unit),
      ...changed('baseline', null, was?.baseline?.raw ?? '', cells.baseline),
      ...targets.flatMap(({ year, raw }) => changed('target', year, targetFor(was, year)?.raw ?? '', raw)),
    ]
  }

  private apply(changes: readonly TableChange[], it: Initiative, indicator: Indicator | null): void {
    let initiative = this.initiatives.get(it.id) ?? it
    let of = indicator
    for (const { field, year, after } of changes) {
      if (field === 'number' || field === 'title' || field === 'description' || field === 'goal')
        initiative = { ...initiative, [field]: after }
      else if (field === 'sections') initiative = { ...initiative, sections: sectionsIn(after, initiative.sections) }
      else if (field === 'place') initiative = { ...initiative, ...placeIn(this.before, this.placeOf(after) ?? '') }
      else if (of) of = indicatorWith(of, field, year, after)
    }
    if (changes.length === 0) return
    if (initiative !== it || this.fresh.has(it.id)) this.initiatives.set(it.id, initiative)
    if (of && of !== indicator) this.indicators.set(of.id, of)
  }
}

/** The target that a column tells: of its year, or, in the column without a year, the one that names none. */
export const targetFor = (indicator: Indicator | null, year: number | null): Target | null =>
  indicator?.targets.findLast((target) => target.fiscalYear === year && target.asOf === null) ?? null

function indicatorWith(indicator: Indicator, field: TableChange['field'], year: number | null, after: string): Indicator {
  if (field === 'indicator') return { ...indicator, name: after }
  if (field === 'unit') return { ...indicator, unit: after }
  if (field === 'baseline') {
    const read = readReported(after, indicator.unit)
    const value = read.answer === 'number' ? read.value : null
    return { ...indicator, baseline: { asOf: indicator.baseline?.asOf ?? null, value, answer: read.answer, raw: after } }
  }
  const old = targetFor(indicator, year)
  const target: Target = { fiscalYear: year, asOf: null, final: year === null, ...old, ...readTargetCell(after) }
  return { ...indicator, targets: old ? indicator.targets.map((one) => (one === old ? target : one)) : [...indicator.targets, target] }
}
