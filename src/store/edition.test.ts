import { beforeAll, expect, it } from 'vitest'
import { everything } from '../../tests/everything.ts'
import { onBothDatabases } from '../../tests/test-store.ts'
import { anId } from '../../town/story/builders.ts'
import type { Act } from '../reform/act.ts'
import { type Edition, editionHash } from '../reform/edition.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { allEditionsAcross, editionByHash, editionsAcross, editionsOf, latestEdition, nextEditionNumber, saveEdition } from './edition.ts'
import { saveMunicipality } from './municipality.ts'
import { type PlanFamilyId, saveHead } from './plan-family.ts'

const AOBA = '990019' as MunicipalityCode
const FAMILY = 'plan' as PlanFamilyId
const act: Act = { municipality: AOBA, by: '試験', at: new Date('2025-06-01T00:00:00Z') }

function anEdition(number: number, fiscalYear: number | null): Edition {
  const said: Omit<Edition, 'hash'> = {
    format: 'kaikaku-edition/1',
    number,
    publishedAt: `2025-06-0${number}T00:00:00.000Z`,
    municipality: { code: AOBA, name: 'あおば市' },
    plan: anId('plan'),
    fiscalYear,
    record: everything(),
    checks: [],
    sources: [],
    documents: [],
    sections: [],
    corrections: [],
  }
  return { ...said, hash: editionHash(said) }
}

onBothDatabases('公表版', (database) => {
  const editions = [anEdition(1, 2023), anEdition(2, 2024), anEdition(3, 2023)]
  beforeAll(() =>
    database().store.writing(act, async (tx) => {
      await saveMunicipality(tx, { name: 'あおば市' })
      await saveHead(tx, FAMILY, everything())
      for (const edition of editions) {
        expect(await nextEditionNumber(tx, FAMILY)).toBe(edition.number)
        await saveEdition(tx, FAMILY, edition)
      }
    }),
  )

  it.each([
    ['最新の版', undefined, 3],
    ['令和5年度の最新の版', 2023, 3],
    ['令和6年度の最新の版', 2024, 2],
  ])('%s', async (_, fiscalYear, number) => {
    const edition = await database().store.reading(AOBA, (db) => latestEdition(db, FAMILY, fiscalYear))
    expect(edition).toEqual(editions[number - 1])
  })

  it('ない年度の版は null', async () => {
    expect(await database().store.reading(AOBA, (db) => latestEdition(db, FAMILY, 1999))).toBeNull()
  })

  it('読み出した版のハッシュは変わらない', async () => {
    const edition = await database().store.reading(AOBA, (db) => latestEdition(db, FAMILY))
    expect(edition && editionHash(edition)).toBe(editions[2]?.hash)
  })

  it('団体を越えて、ハッシュから版が見つかる', async () => {
    const found = await database().store.across((db) => editionByHash(db, editions[0]?.hash ?? ''))
    expect(found).toEqual(editions[0])
    expect(await database().store.across((db) => editionByHash(db, 'ない'))).toBeNull()
  })

  it('一覧は新しい版から', async () => {
    const listed = await database().store.reading(AOBA, (db) => editionsOf(db, FAMILY))
    expect(listed.map((edition) => edition.number)).toEqual([3, 2, 1])
    expect(listed[0]).toEqual({
      municipality: AOBA,
      family: FAMILY,
      number: 3,
      plan: 'plan',
      title: 'あおば市行財政改革推進プラン2023-2027',
      fiscalYear: 2023,
      publishedAt: new Date('2025-06-03T00:00:00Z'),
      hash: editions[2]?.hash,
    })
  })

  it('団体を越えた一覧は、計画ごとの最新の版と、すべての版', async () => {
    const { store } = database()
    expect((await store.across(editionsAcross)).map((edition) => edition.number)).toEqual([3])
    expect((await store.across(allEditionsAcross)).map((edition) => edition.number)).toEqual([3, 2, 1])
  })

  it('同じ番号の版は二つ作れない', async () => {
    await expect(database().store.writing(act, (tx) => saveEdition(tx, FAMILY, anEdition(1, 2020)))).rejects.toThrow()
  })

  it('A-02 持ち主でも公表版は変えられない', async () => {
    for (const statement of ['delete from edition_content', 'update edition set number = 9', 'truncate edition cascade'])
      await expect(database().owner.inTransaction((script) => script(statement))).rejects.toThrow('変更も削除もできません')
  })
})
