import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { onBothDatabases } from '../../tests/test-store.ts'
import type { Act } from '../reform/act.ts'
import { emptyRecord } from '../reform/record.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { no, ok } from '../vocabulary/result.ts'
import { municipalities, saveMunicipality } from './municipality.ts'
import type { PlanFamilyId } from './plan-family.ts'
import { headOf, saveHead } from './plan-family.ts'
import { loadRecord, saveRecord } from './record.ts'

const AOBA = '990019' as MunicipalityCode
const MIDORI = '990027' as MunicipalityCode
const FAMILY = 'plan' as PlanFamilyId
const act = (municipality: MunicipalityCode): Act => ({ municipality, by: '試験', at: new Date('2025-06-01T00:00:00Z') })

onBothDatabases('取引', (database) => {
  beforeAll(async () => {
    await database().store.writing(act(AOBA), (tx) => saveMunicipality(tx, { name: 'あおば市' }))
    await database().store.writing(act(MIDORI), (tx) => saveMunicipality(tx, { name: 'みどり市' }))
  })
  const headIn = (family: string) => database().store.reading(AOBA, (db) => headOf(db, family as PlanFamilyId))

  it('断りの答えは、それまでの書込みを取り消して返る', async () => {
    const answer = await database().store.writing(act(AOBA), async (tx) => {
      await saveHead(tx, '断り' as PlanFamilyId, emptyRecord())
      return no({ kind: 'cannot-move' as const })
    })
    expect(answer).toEqual(no({ kind: 'cannot-move' }))
    expect(await headIn('断り')).toBeNull()
  })

  it('例外は書込みを取り消し、次の取引はできる', async () => {
    const broken = database().store.writing(act(AOBA), async (tx) => {
      await saveHead(tx, '例外' as PlanFamilyId, emptyRecord())
      throw new Error('故障')
    })
    await expect(broken).rejects.toThrow('故障')
    expect(await headIn('例外')).toBeNull()
  })

  it('よい答えは書込みを残す', async () => {
    const answer = await database().store.writing(act(AOBA), async (tx) => {
      await saveHead(tx, FAMILY, emptyRecord())
      return ok(1)
    })
    expect(answer).toEqual(ok(1))
    expect(await headIn(FAMILY)).not.toBeNull()
  })

  it('取引の中で別の取引は始められない（埋め込みでは永久に待つため）', async () => {
    const { store } = database()
    await expect(store.writing(act(AOBA), () => store.reading(AOBA, async () => 1))).rejects.toThrow('取引の中で')
  })

  describe('してはならないことはデータベースが断る', () => {
    it.each([
      ['参照で書く', `insert into municipality values ('${AOBA}', 'x')`],
      ['参照で消す', 'delete from plan_family'],
    ])('%s', async (_, statement) => {
      await expect(database().store.reading(AOBA, (db) => sql.raw(statement).execute(db))).rejects.toThrow()
    })

    it.each([
      ['記録を書き換える', 'update audit set by = null'],
      ['記録を消す', 'delete from audit'],
      ['記録を空にする', 'truncate audit'],
      [
        '記録に直接書く',
        `insert into audit (municipality, at, by, "table", act, key) values ('${AOBA}', now(), 'x', 'plan', 'insert', '{}')`,
      ],
      ['ほかの団体の行を書く', `insert into plan_family (municipality, id) values ('${MIDORI}', 'x')`],
      ['自分の行をほかの団体に移す', `update plan_family set municipality = '${MIDORI}'`],
      ['公表版を書き換える', 'update edition set title = null'],
      ['公表版を消す', 'delete from edition'],
      ['公表版の中身を書き換える', `update edition_content set content = '{}'`],
      ['文書の中身を書き換える', `update document_content set bytes = ''`],
      ['表を作る', 'create table mine (a int)'],
      ['表を消す', 'drop table plan cascade'],
      ['行の保護を外す', 'alter table plan disable row level security'],
    ])('A-02 S-05 %s', async (_, statement) => {
      await expect(database().store.writing(act(AOBA), (tx) => sql.raw(statement).execute(tx))).rejects.toThrow()
    })

    it.each(['plan_family', 'plan', 'audit', 'document'])('団体を越えて %s は読めない', async (table) => {
      await expect(database().store.across((db) => sql.raw(`select * from ${table}`).execute(db))).rejects.toThrow()
    })
  })

  it('A-02 持ち主でも記録は変えられない', async () => {
    for (const statement of ['update audit set why = null', 'delete from audit', 'truncate audit'])
      await expect(database().owner.inTransaction((script) => script(statement))).rejects.toThrow('変更も削除もできません')
  })

  it('団体を越えて団体の一覧が読める', async () => {
    const listed = await database().store.across(municipalities)
    expect(listed.map(({ name }) => name)).toEqual(['あおば市', 'みどり市'])
  })

  it('S-05 団体を決めなければ何も見えない', async () => {
    const seen = await database().store.reading('' as MunicipalityCode, (db) => sql`select * from municipality`.execute(db))
    expect(seen.rows).toEqual([])
  })

  it('同じ市区町村の書込みは順に行われ、失われない', async () => {
    const { store } = database()
    const family = '同時' as PlanFamilyId
    await store.writing(act(AOBA), (tx) => saveRecord(tx, family, { ...emptyRecord(), fiscalYear: 0, sources: [] }))
    const one = () =>
      store.writing(act(AOBA), async (tx) => {
        const record = await loadRecord(tx, family)
        if (record) await saveRecord(tx, family, { ...record, fiscalYear: (record.fiscalYear ?? 0) + 1 })
      })
    await Promise.all(Array.from({ length: 20 }, one))
    expect((await headIn('同時'))?.fiscalYear).toBe(20)
  })

  it('S-05 二つの団体が同じ接続で 10,000 回入れ替わっても、ほかの団体の行は見えない', { timeout: 300_000 }, async () => {
    const { store } = database()
    let leaked = 0
    const look = async (turn: number) => {
      const municipality = turn % 2 === 0 ? AOBA : MIDORI
      const { rows } = await store.reading(municipality, (db) =>
        sql<{ municipality: string }>`select municipality from municipality`.execute(db),
      )
      leaked += rows.filter((row) => row.municipality !== municipality).length + (rows.length === 1 ? 0 : 1)
    }
    for (let turn = 0; turn < 10_000; turn += 20) await Promise.all(Array.from({ length: 20 }, (_, nth) => look(turn + nth)))
    expect(leaked).toBe(0)
  })
})
