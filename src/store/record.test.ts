import { beforeAll, expect, it } from 'vitest'
import { everything, stored } from '../../tests/everything.ts'
import { onBothDatabases } from '../../tests/test-store.ts'
import { aDecimal, anActual, anId, anIndicator, anInitiative, aPlan, aRecord, aReport } from '../../town/story/builders.ts'
import type { Act } from '../reform/act.ts'
import { emptyRecord } from '../reform/record.ts'
import { itemsAsked } from '../reform/round-items.ts'
import type { StoredRecord } from '../reform/stored-record.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { loadAsked } from './asked-of.ts'
import { auditOf } from './audit.ts'
import { saveDocument } from './document.ts'
import { saveMunicipality } from './municipality.ts'
import { SHAPES } from './nouns/record.ts'
import { type PlanFamilyId, planFamilies } from './plan-family.ts'
import { loadRecord, saveRecord } from './record.ts'

const AOBA = '990019' as MunicipalityCode
const act: Act = { municipality: AOBA, by: '行政改革課 試験', at: new Date('2025-06-01T00:00:00Z'), why: '様式の取込み' }
const DOCUMENT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' // sha256 of no bytes at all
const aDocument = {
  sha256: DOCUMENT,
  name: '報告.txt',
  kind: 'txt' as const,
  readAt: act.at,
  layouts: [],
  accounting: { characters: 0, fields: 0, prose: 0, boilerplate: 0, unread: 0 },
  checks: [],
  unread: [],
  bytes: new Uint8Array(),
  lines: [],
}

onBothDatabases('計画の記録', (database) => {
  const save = (family: string, record: StoredRecord) =>
    database().store.writing(act, (tx) => saveRecord(tx, family as PlanFamilyId, record))
  const load = (family: string) => database().store.reading(AOBA, (db) => loadRecord(db, family as PlanFamilyId))
  /** what the log says of the last save: one line a row */
  const logged = async (work: () => Promise<unknown>) => {
    const entries = () => database().store.reading(AOBA, (db) => auditOf(db, { limit: 100_000 }))
    const before = (await entries())[0]?.number ?? 0
    await work()
    return (await entries()).filter((entry) => entry.number > before).reverse()
  }
  beforeAll(() => database().store.writing(act, (tx) => saveMunicipality(tx, { name: 'あおば市' })))

  it.each([
    ['すべての項目が埋まった記録', everything()],
    ['何も書かれていない記録', emptyRecord()],
    ['計画だけの記録', { ...emptyRecord(), plans: [aPlan()] }],
  ])('%sをそのまま読み出せる', async (title, record) => {
    await save(title, stored(record))
    expect(await load(title)).toEqual(stored(record))
  })

  it('一つの取引で読み、直し、また読み、また直しても、表と記録は別々の取引で行ったときと同じになる', async () => {
    const changes: ((record: StoredRecord) => StoredRecord)[] = [
      (record) => ({ ...record, initiatives: record.initiatives.slice(1) }),
      (record) => ({
        ...record,
        initiatives: [...record.initiatives, anInitiative({ id: anId('later'), plan: null, node: null, number: '9' })],
      }),
      (record) => ({ ...record, initiatives: record.initiatives.map((it) => ({ ...it, title: `${it.title}改` })) }),
    ]
    const before = aRecord({
      indicators: [],
      initiatives: [anInitiative({ id: anId('a') }), anInitiative({ id: anId('b'), reports: [aReport()] })],
    })
    const apply = (family: string, together: boolean) =>
      logged(async () => {
        const one = (tx: Parameters<typeof saveRecord>[0], change: (record: StoredRecord) => StoredRecord) =>
          loadRecord(tx, family as PlanFamilyId).then((record) => saveRecord(tx, family as PlanFamilyId, change(record as StoredRecord)))
        const { store } = database()
        if (together)
          await store.writing(act, async (tx) => {
            for (const change of changes) await one(tx, change)
          })
        else for (const change of changes) await store.writing(act, (tx) => one(tx, change))
      })
    const told = async (family: string, together: boolean) => {
      await save(family, stored(before))
      const log = await apply(family, together)
      return {
        record: await load(family),
        log: log.map(({ act: done, table, after }) => [done, table, JSON.stringify(after)?.replaceAll(family, '')]),
      }
    }
    expect(await told('一つの取引', true)).toEqual(await told('別々の取引', false))
  })

  it('保存していない計画は null', async () => {
    expect(await load('どこにもない')).toBeNull()
  })

  it('同じ記録をもう一度保存しても何も書かない', async () => {
    // where a row stands in its table changes with every write to it, even with one that changes no value
    const places = async () => {
      const asked = [...new Set(SHAPES.map((shape) => shape.table.name))].map(
        (name) => `select '${name}' as name, ctid::text from ${name} where family = '同じ'`,
      )
      return (await database().owner.inTransaction((script) => script(asked.join(' union all ')))).at(-1)?.rows
    }
    await save('同じ', stored(everything()))
    const before = await places()
    expect(await logged(() => save('同じ', stored(everything())))).toEqual([])
    const read = (await load('同じ')) as StoredRecord
    expect(await logged(() => save('同じ', read))).toEqual([])
    expect(await places()).toEqual(before)
  })

  it('印字された桁の 0 を落とさない', async () => {
    const actuals = ['100.0', '-0.50', '12345678901234567890.10'].map((printed, nth) => anActual(printed, { fiscalYear: 2020 + nth }))
    await save('桁', stored(aRecord({ indicators: [anIndicator({ actuals })] })))
    expect((await load('桁'))?.indicators[0]?.actuals.map((actual) => actual.value)).toEqual(['100.0', '-0.50', '12345678901234567890.10'])
  })

  it('文書に NUL や半端な文字があっても保存でき、二度目も同じ', async () => {
    const record = stored(aRecord({ initiatives: [anInitiative({ title: '窓口\0の\ud83d改善', goal: `'; drop table plan; --` })] }))
    await save('文字', record)
    expect((await load('文字'))?.initiatives[0]?.title).toBe('窓口\uFFFDの\uFFFD改善')
    expect((await load('文字'))?.initiatives[0]?.goal).toBe(`'; drop table plan; --`)
    expect(await logged(() => save('文字', record))).toEqual([])
  })

  it('値を一つ変えると、その項目の前後だけが誰がなぜとともに残る', async () => {
    await save('変更', stored(everything()))
    const changed = everything()
    const actual = changed.indicators[0]?.actuals[0]
    if (actual) Object.assign(actual, { value: aDecimal('91.0'), raw: '91.0' })
    expect(await logged(() => save('変更', stored(changed)))).toEqual([
      {
        number: expect.any(Number),
        at: act.at,
        by: act.by,
        role: null,
        request: null,
        why: act.why,
        table: 'indicator_actual',
        act: 'update',
        key: { family: '変更', indicator: 'indicator', nth: 1 },
        before: { value: expect.anything(), raw: '90.20' },
        after: { value: expect.anything(), raw: '91.0' },
      },
    ])
  })

  it.each([
    ['先頭', 0],
    ['途中', 1],
    ['末尾', 3],
  ])('報告を%sに加えると一行だけ増える', async (where, place) => {
    await save(where, stored(everything()))
    const more = everything()
    more.initiatives[0]?.reports.splice(place, 0, aReport({ fiscalYear: 2025, progress: '広げた。' }))
    const log = await logged(() => save(where, stored(more)))
    expect(log.map(({ act, table }) => [act, table])).toEqual([['insert', 'report']])
    expect(await load(where)).toEqual(stored(more))
  })

  it('取組を消すと、その下の行も消える', async () => {
    await save('削除', stored(everything()))
    await save('削除', stored(emptyRecord()))
    expect(await load('削除')).toEqual(stored(emptyRecord()))
  })

  it('並べ替えても同じ行のまま', async () => {
    await save('並び', stored(everything()))
    const turned = everything()
    turned.initiatives[0]?.reports.reverse()
    const log = await logged(() => save('並び', stored(turned)))
    expect(new Set(log.map(({ act, table }) => `${act} ${table}`))).toEqual(new Set(['update report']))
    expect(await load('並び')).toEqual(stored(turned))
  })

  it('出典は、上に行が加わっても元の値についている', async () => {
    const at = (pointer: string, place: string) => ({ pointer, document: DOCUMENT, place, guessed: false })
    const sources = [at('/fiscalYear', 'line 1'), at('/initiatives/0/title', 'line 2'), at('/initiatives/0/title', 'line 3')]
    const more = [at('/initiatives/0/reports/1/progress', '様式2!F14'), { ...at('/plans/0/period/from', 'line 9'), guessed: true }]
    await database().store.writing(act, async (tx) => {
      await saveRecord(tx, '出典' as PlanFamilyId, stored(everything(), [...sources, ...more]))
      await saveDocument(tx, '出典' as PlanFamilyId, aDocument)
    })
    const read = (await load('出典')) as StoredRecord
    expect(read.sources).toHaveLength(5)
    expect(new Set(read.sources)).toEqual(new Set([...sources, ...more]))

    const above = everything()
    above.initiatives.unshift(anInitiative({ id: anId('first') }))
    const moved = read.sources.map((source) => ({ ...source, pointer: source.pointer.replace('/initiatives/0', '/initiatives/1') }))
    const log = await logged(() => save('出典', stored(above, moved)))
    expect(log.map(({ act, table }) => [act, table])).toEqual([
      ['insert', 'initiative'],
      ['insert', 'initiative_section'],
    ])
    expect(new Set((await load('出典'))?.sources)).toEqual(new Set(moved))
  })

  it.each([
    ['ない取組を指す指標', aRecord({ initiatives: [] }), '参照先のない'],
    ['二つの同じ番号', aRecord({ initiatives: [anInitiative(), anInitiative()] }), '同じ番号'],
  ])('%sは保存できず、何も残らない', async (title, record, says) => {
    await expect(save(title, stored(record))).rejects.toThrow(says)
    expect(await load(title)).toBeNull()
  })

  it('計画の一覧は新しい期間から', async () => {
    const listed = await database().store.reading(AOBA, planFamilies)
    expect(listed.find((family) => family.id === '同じ')).toEqual({
      id: '同じ',
      plan: 'plan',
      title: 'あおば市行財政改革推進プラン2023-2027',
      kind: '大綱',
      period: { from: 2023, to: 2027 },
    })
  })

  it('照会の対象を決めるものは、記録の全体を読んだときと同じ対象を答える', async () => {
    const [asked, record] = await database().store.reading(AOBA, async (db) => [
      await loadAsked(db, '同じ' as PlanFamilyId),
      await loadRecord(db, '同じ' as PlanFamilyId),
    ])
    if (!asked || !record) throw new Error('計画がない')
    const plans = new Set<string>(record.plans.map(({ id }) => id))
    expect(itemsAsked(asked, plans).length).toBeGreaterThan(0)
    expect(itemsAsked(asked, plans)).toEqual(itemsAsked(record, plans))
  })

  it('R-03 読み出しは計画の大きさによらず二つの文', async () => {
    await database().store.reading(AOBA, async (db) => {
      let asked = 0
      const count = <T>(answer: T): T => {
        asked += 1
        return answer
      }
      const counted = Object.create(db, {
        getExecutor: { value: () => count(db.getExecutor()) },
        selectFrom: { value: (table: 'plan_family') => count(db.selectFrom(table)) },
      })
      await loadRecord(counted, '同じ' as PlanFamilyId)
      expect(asked).toBe(2)
    })
  })
})
