import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredRecord } from '../../src/reform/stored-record.ts'
import type { Store } from '../../src/store/database.ts'
import { planFamilies } from '../../src/store/plan-family.ts'
import { loadRecord } from '../../src/store/record.ts'
import type { MunicipalityCode } from '../../src/vocabulary/municipality-code.ts'
import { tellStory } from '../../src/workflows/tell-story.ts'
import { openTestStore } from '../../tests/test-store.ts'
import { initiatives } from './plan.ts'
import * as story from './story.ts'

const aoba = story.municipality.code as MunicipalityCode
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

describe('二年分の一覧と十二の様式は、一つの計画になる', () => {
  let store: Store
  let record: StoredRecord
  beforeAll(async () => {
    store = await openTestStore()
    await tellStory(store, story, fileURLToPath(new URL('../..', import.meta.url)), () => {})
    const family = (await store.reading(aoba, planFamilies)).find((one) => one.title === story.plan)
    record = (await store.reading(aoba, (db) => loadRecord(db, (family as NonNullable<typeof family>).id))) as StoredRecord
  })
  afterAll(() => store.close())
  const told = (title: string) => record.initiatives.filter((one) => plain(one.title) === plain(title))

  it('取組は前期の28と、後期に名の変わったもの2、新規3', () => {
    expect(initiatives.filter((it) => told(it.title).length !== 1).map((it) => it.title)).toEqual([])
    expect(record.initiatives).toHaveLength(33)
  })

  it('どの取組にも、年度ごとの報告は一つだけ', () => {
    const twice = initiatives.flatMap((it) =>
      [2023, 2024].flatMap((year) => {
        const reports = told(it.title)[0]?.reports.filter((r) => r.fiscalYear === year) ?? []
        return reports.length === 1 ? [] : [`${it.title} ${year}年度 ${reports.length}件`]
      }),
    )
    expect(twice).toEqual([])
  })

  it('指標は様式に書かれただけあり、二年分の実績がある', () => {
    const names = initiatives.flatMap((it) => it.form?.indicators.map((i) => i.name) ?? [])
    expect(record.indicators.map((i) => i.name).sort()).toEqual(names.sort())
    expect(record.indicators.filter((i) => i.actuals.filter((a) => a.answer === 'number').length !== 2).map((i) => i.name)).toEqual([])
  })

  it('効果額は基本方針ごとと取組ごと、組織改正は3件', () => {
    expect(record.effects.filter((e) => e.estimate === '計画策定時' || e.estimate === '後期策定時').length).toBeGreaterThanOrEqual(30)
    expect(record.effects.filter((e) => e.of !== null && 'initiative' in e.of)).toHaveLength(28)
    expect(record.organizationChanges).toHaveLength(3)
  })
})
