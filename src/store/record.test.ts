import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore } from '../../tests/test-store.ts'
import { aRecord } from '../../town/story/builders.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import type { Store } from './database.ts'
import { saveMunicipality } from './municipality.ts'
import type { PlanFamilyId } from './plan-family.ts'
import { loadRecord, saveRecord } from './record.ts'

const AOBA = '990019' as MunicipalityCode
const FAMILY = 'plan' as PlanFamilyId
const act = { municipality: AOBA, by: '試験', at: new Date('2025-06-01T00:00:00Z') }

describe('計画の記録', () => {
  let store: Store
  beforeAll(async () => {
    store = await openTestStore()
    await store.writing(act, (tx) => saveMunicipality(tx, { name: 'あおば市' }))
  })
  afterAll(() => store.close())

  it('保存した記録をそのまま読み出せる', async () => {
    const record = { ...aRecord(), sources: [] }
    await store.writing(act, (tx) => saveRecord(tx, FAMILY, record))
    expect(await store.reading(AOBA, (db) => loadRecord(db, FAMILY))).toEqual(record)
  })
})
