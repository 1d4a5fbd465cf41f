import { describe, expect, it } from 'vitest'
import { isHere, readShared } from '../../tests/expected/compare.ts'
import { anId } from '../../town/story/builders.ts'
import { firstHalfOf, halvesTable } from '../../town/story/phases.ts'
import type { CarryOver, CarryOverId } from './carry-over.ts'
import { applyCarryOver } from './carry-over-apply.ts'
import { carryOverDraft, openTable } from './carry-over-draft.ts'
import { prefilled } from './carry-over-prefill.ts'
import { lineageOfPaper } from './carry-over-table.ts'
import { takenBack } from './carry-over-undo.ts'
import type { Lineage, ReformRecord } from './record.ts'

const begun = {
  id: 'paper' as CarryOverId,
  from: anId('first'),
  title: '後期アクションプラン',
  kind: null,
  period: { from: 2025, to: 2027 },
}
const applied = (record: ReformRecord, paper: CarryOver) => {
  let n = 0
  const done = applyCarryOver(record, paper, [], (kind) => anId(`${kind}-made-${++n}`))
  if (!done.ok) throw new Error(JSON.stringify(done.problem))
  return done.value
}

const plainRow = ({ from, to, kind, section, pillar, theme, reason }: Lineage) => ({
  from: from.map(({ title }) => title),
  to: to.map(({ title }) => title),
  ...{ kind, section, pillar, theme, reason },
})

const tables: { title: string; table: readonly Lineage[] }[] = [
  { title: 'あおば市の形の65行', table: halvesTable },
  ...(isHere('action-plan-second-half') ? [{ title: '実際の65行', table: readShared('action-plan-second-half').lineage }] : []),
]

describe.each(tables)('取り込んだ整理表から始める（$title）', ({ table }) => {
  const record = firstHalfOf(table)
  let n = 0
  const paper = prefilled(
    record,
    carryOverDraft(record, { ...begun, from: anId('first'), title: '後期アクションプラン' }),
    table,
    () => `n-${++n}`,
  )

  it('どの行も、同じ整理表になる', () => {
    expect(table).toHaveLength(65)
    expect(record.initiatives).toHaveLength(53)
    expect(lineageOfPaper(record, paper).map(plainRow)).toEqual(table.map(plainRow))
  })

  it('取り込んだままの整理表は、作ったものに置き換わり、取り消すと戻る', () => {
    const imported = {
      ...record,
      lineage: [...table].map((row) => ({ ...row, to: row.to.map(({ title }) => ({ title, initiative: null })) })),
    }
    const again = prefilled(imported, carryOverDraft(imported, { ...begun, from: anId('first') }), openTable(imported), () => `m-${++n}`)
    expect(again.rows).toHaveLength(53)
    const { record: now, made } = applied(imported, again)
    expect(now.lineage).toHaveLength(65)
    expect(takenBack(now, made)).toEqual(imported)
  })

  it('新しい期を作っても同じ整理表になり、53の取組が立つ', () => {
    const { record: now, made } = applied(record, paper)
    expect(now.lineage.map(plainRow)).toEqual(table.map(plainRow))
    expect(made.initiatives).toHaveLength(53)
    expect(now.lineage.every(({ to }) => to.every(({ initiative }) => initiative !== null))).toBe(true)
    expect(takenBack(now, made)).toEqual(record)
  })
})
