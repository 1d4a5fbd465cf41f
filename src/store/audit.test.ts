import { beforeAll, expect, it } from 'vitest'
import { everything, stored } from '../../tests/everything.ts'
import { onBothDatabases } from '../../tests/test-store.ts'
import { anId, anInitiative, aReport } from '../../town/story/builders.ts'
import type { Act } from '../reform/act.ts'
import type { ReformRecord } from '../reform/record.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { auditOf } from './audit.ts'
import { saveMunicipality } from './municipality.ts'
import { SHAPES } from './nouns/record.ts'
import type { PlanFamilyId } from './plan-family.ts'
import { saveRecord } from './record.ts'

const AOBA = '990019' as MunicipalityCode
const FAMILY = 'plan' as PlanFamilyId
const act = (nth: number): Act => ({ municipality: AOBA, by: '試験', at: new Date(Date.UTC(2025, 5, 1, 0, nth)) })

/** One step of a life: things are added, changed, moved and taken away, a different mixture at every step. */
function stepOf(record: ReformRecord, nth: number): ReformRecord {
  const next = structuredClone(record)
  const turn = <T>(all: T[], by: number): T[] => [...all.slice(by % (all.length || 1)), ...all.slice(0, by % (all.length || 1))]
  next.initiatives.push(
    ...Array.from({ length: 12 }, (_, place) => anInitiative({ id: anId(`new-${nth}-${place}`), reports: [aReport({ fiscalYear: nth })] })),
  )
  if (nth % 2 === 0) next.initiatives = next.initiatives.filter((it, place) => !it.id.startsWith('new') || place % 5 !== nth % 5)
  if (nth % 3 === 0) next.initiatives = turn(next.initiatives, nth)
  next.initiatives.forEach((it, place) => {
    if (place % 3 === nth % 3) it.title = `${it.title}改${nth}`
    if (place % 4 === nth % 4) it.reports.unshift(aReport({ fiscalYear: 2000 + nth, progress: `${nth}` }))
  })
  next.effects = turn(next.effects, nth).map((effect, place) => (place === 0 ? { ...effect, amountYen: nth * 1000 } : effect))
  return next
}

onBothDatabases('A-01 記録', (database) => {
  beforeAll(() => database().store.writing(act(0), (tx) => saveMunicipality(tx, { name: 'あおば市' })))

  it('記録を順にたどると、表の今の姿とすべて一致する', { timeout: 120_000 }, async () => {
    const { store, owner } = database()
    let record = everything()
    for (let nth = 1; nth <= 20; nth += 1) {
      record = stepOf(record, nth)
      await store.writing(act(nth), (tx) => saveRecord(tx, FAMILY, stored(record)))
    }
    const log = (await store.reading(AOBA, (db) => auditOf(db, { limit: 1_000_000 }))).reverse()
    expect(log.length).toBeGreaterThan(1000)

    const replayed = new Map<string, Record<string, unknown>>()
    const nameOf = (table: string, key: Record<string, unknown>) => `${table} ${JSON.stringify(Object.entries(key).sort())}`
    for (const { table, key, act, before, after } of log) {
      const name = nameOf(table, key)
      const was = replayed.get(name)
      if (act === 'delete') expect(was).toEqual(before)
      if (act === 'update') expect(was).toMatchObject(before ?? {})
      if (act === 'delete') replayed.delete(name)
      else replayed.set(name, { ...was, ...after })
    }

    const tables = [...new Set(SHAPES.map((shape) => shape.table.name))]
    const rowsNow = tables.map((name) => `select '${name}' as "table", to_jsonb(t) - 'municipality' as said from ${name} t`)
    const rows = (await owner.inTransaction((script) => script(rowsNow.join(' union all ')))).at(-1)?.rows ?? []
    const byText = (all: unknown[]) => all.map((row) => JSON.stringify(Object.entries(row as object).sort())).sort()
    const replayedRows = [...replayed].filter(([name]) => tables.includes(name.split(' ')[0] ?? '')).map(([, row]) => row)
    expect(byText(replayedRows)).toEqual(byText(rows.map((row) => row.said)))
  })
})
