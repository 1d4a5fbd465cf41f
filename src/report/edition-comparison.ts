import type { Status } from '../evaluate/status.ts'
import { lineageSteps, notCarriedOn, reached } from '../reform/lineage-paths.ts'
import type { Initiative } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import type { ComparedSide } from './comparison-side.ts'
import { effectTables, quantityTables } from './effect-tables.ts'
import { type Difference, differencesByInitiative, wholeDifferences } from './initiative-difference.ts'
import { numbered } from './initiative-sheet.ts'
import { statusTold } from './initiative-status.ts'
import { withUnit } from './told.ts'
import { type RowKind, comparisonWords as words } from './wording-comparison.ts'
import { NO_PILLAR } from './wording-renewal.ts'

/** 一つの版での取組 — what a reader compares at a glance. */
export type ComparedInitiative = {
  id: string
  title: string
  sections: string
  /** 最終目標 of each indicator */
  targets: string[]
  status: { status: Status; name: string }
}
/** 比べた一行 — the initiatives of one line of descent: mostly one beside itself. */
export type ComparedRow = {
  key: string
  kind: RowKind
  before: ComparedInitiative[]
  after: ComparedInitiative[]
  /** 見直し区分 and reason, where lineage joins the two */
  lineage: string | null
  differences: Difference[]
}
export type ComparedPillar = { id: string; title: string; rows: ComparedRow[] }
/** 版の比較 — the plan of one edition beside that of another: initiative by initiative, then plan and effects as a whole. */
export type EditionComparison = {
  before: { number: number | null; name: string; when: string }
  after: { number: number | null; name: string; when: string }
  pillars: ComparedPillar[]
  counts: { kind: RowKind; count: number }[]
  /** of the plan itself: its title, period and goal, pillars that came or went, their indicators, what was said of the whole */
  plan: Difference[]
  effects: { what: string; before: string; after: string }[]
}

export function editionComparison(before: ComparedSide, after: ComparedSide): EditionComparison {
  const pillars = pillarsOf(before, after)
  const rows = pillars.flatMap((pillar) => pillar.rows)
  return {
    before: headOf(before),
    after: headOf(after),
    pillars,
    counts: KINDS.map((kind) => ({ kind, count: rows.filter((row) => row.kind === kind).length })).filter(({ count }) => count > 0),
    plan: [...planDifferences(before, after), ...wholeDifferences(before, after)],
    effects: effectDifferences(before, after),
  }
}

const KINDS: readonly RowKind[] = ['changed', 'added', 'carried', 'ended', 'gone', 'same']
const headOf = ({ number, name, when }: ComparedSide) => ({ number, name, when })

function comparedOf(it: Initiative, { index }: ComparedSide): ComparedInitiative {
  const { status, name } = statusTold(it, index)
  const targets = index.indicatorsOf(it).flatMap((indicator) => {
    const final = indicator.targets.findLast((target) => target.final) ?? indicator.targets.at(-1)
    return final ? [`${indicator.name} ${final.raw}`] : []
  })
  return {
    id: it.id,
    title: numbered(it),
    sections: it.sections.map((section) => section.name).join('、'),
    targets,
    status: { status, name },
  }
}

/** Under the pillars of the later edition; what it no longer has stands under the pillar that it had. */
function pillarsOf(before: ComparedSide, after: ComparedSide): ComparedPillar[] {
  const named = new Map<string, ComparedPillar>()
  const put = (it: Initiative, side: ComparedSide, row: ComparedRow) => {
    const pillar = side.index.pathOf(it.node)[0]
    const id = pillar?.id ?? 'none'
    const at = named.get(id) ?? { id, title: pillar ? numbered(pillar) : NO_PILLAR, rows: [] }
    named.set(id, at)
    at.rows.push(row)
  }
  const ground = groundOf(before, after)
  for (const it of after.index.edition.record.initiatives) put(it, after, rowOf(it, ground))
  for (const it of before.index.edition.record.initiatives)
    if (!ground.now.has(it.id) && !ground.carried.has(it.id))
      put(it, before, { ...EMPTY, key: it.id, kind: 'gone', before: [comparedOf(it, before)] })
  return [...named.values()]
}

const EMPTY: Omit<ComparedRow, 'key' | 'kind'> = { before: [], after: [], lineage: null, differences: [] }

type Ground = ReturnType<typeof groundOf>

function groundOf(before: ComparedSide, after: ComparedSide) {
  const [was, is] = [before.index.edition.record, after.index.edition.record]
  const old = new Map(was.initiatives.map((it) => [it.id, it]))
  const now = new Map(is.initiatives.map((it) => [it.id, it]))
  const steps = lineageSteps({ lineage: is.lineage, initiatives: [...is.initiatives, ...was.initiatives.filter(({ id }) => !now.has(id))] })
  const origins = new Map(
    is.initiatives.filter(({ id }) => !old.has(id)).map((it) => [it.id, reached(steps, it.id, 'before').filter(({ id }) => old.has(id))]),
  )
  return {
    before,
    after,
    old,
    now,
    steps,
    origins,
    carried: new Set([...origins.values()].flatMap((all) => all.map(({ id }) => id))),
    goneNow: notCarriedOn(is),
    goneThen: notCarriedOn(was),
    differences: differencesByInitiative(before, after),
  }
}

function rowOf(it: Initiative, ground: Ground): ComparedRow {
  const { before, after, old } = ground
  const own = { ...EMPTY, key: it.id, after: [comparedOf(it, after)] }
  const was = old.get(it.id)
  if (!was) {
    const from = ground.origins.get(it.id) ?? []
    const origins = from.flatMap(({ id }) => old.get(id) ?? [])
    const said = from[0]?.step.lineage
    const lineage = said ? [said.kind, said.reason].filter(Boolean).join('：') : null
    return { ...own, kind: origins.length > 0 ? 'carried' : 'added', before: origins.map((one) => comparedOf(one, before)), lineage }
  }
  const side = comparedOf(was, before)
  const status = statusDifference(side, own.after[0] as ComparedInitiative)
  const row = { ...own, before: [side], differences: [...(ground.differences.get(it.id) ?? []), ...status] }
  if (ground.goneNow.has(it.id) && !ground.goneThen.has(it.id)) return { ...row, kind: 'ended', lineage: endOf(it, ground) }
  return { ...row, kind: row.differences.length > 0 ? 'changed' : 'same' }
}

const statusDifference = ({ status: was }: ComparedInitiative, { status: is }: ComparedInitiative): Difference[] =>
  was.status === is.status ? [] : [{ what: words.fields.status, before: was.name, after: is.name, decided: null }]

/** What became of it: «統合：→「…」», or how it ended. */
function endOf(it: Initiative, { steps, after }: Ground): string | null {
  const to = steps.find(({ from }) => from.includes(it.id))
  const { lineage, initiatives } = after.index.edition.record
  const ended =
    to?.lineage ??
    lineage.find(({ from, to: none }) => none.length === 0 && from.some((end) => end.initiative === it.id || end.title === it.title))
  if (!ended) return null
  const names = (to?.to ?? []).flatMap((id: RecordId) => initiatives.find((one) => one.id === id)?.title ?? [])
  return [ended.kind, ended.reason, names.length > 0 && `→${names.map((name) => `「${name}」`).join('')}`].filter(Boolean).join('　')
}

function planDifferences(before: ComparedSide, after: ComparedSide): Difference[] {
  const said = (side: ComparedSide): [string, string][] => [
    ...side.index.plans.flatMap((plan): [string, string][] => [
      [`計画の名称：${plan.id}`, plan.title],
      [`計画期間：${plan.id}`, plan.period ? `${plan.period.from}～${plan.period.to}` : ''],
      [`計画の目標：${plan.id}`, plan.goal ?? ''],
    ]),
    ...side.index.edition.record.nodes.map((node): [string, string] => [`柱・区分：${node.id}`, numbered(node)]),
  ]
  const [was, is] = [new Map(said(before)), new Map(said(after))]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [from, to] = [was.get(key) ?? '', is.get(key) ?? '']
    if (from === to) return []
    return [{ what: key.split('：')[0] as string, before: from || words.none, after: to || words.none, decided: null }]
  })
}

/** Every estimate that either tells, computed the same way on both sides; each in the unit that its own document prints. */
function effectDifferences(before: ComparedSide, after: ComparedSide): EditionComparison['effects'] {
  const totals = ({ index }: ComparedSide) =>
    new Map(
      [...effectTables(index), ...quantityTables(index).flatMap(({ tables }) => tables)].map(
        ({ estimate, measure, total, unit }) => [`${estimate}（${measure}）`, withUnit(total, unit)] as const,
      ),
    )
  const [was, is] = [totals(before), totals(after)]
  return [...new Set([...was.keys(), ...is.keys()])].map((what) => ({
    what,
    before: was.get(what) ?? words.none,
    after: is.get(what) ?? words.none,
  }))
}
