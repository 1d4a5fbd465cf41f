import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, act, openOffice } from '../../tests/staff-town.ts'
import { openTestStore } from '../../tests/test-store.ts'
import { aLineage, anId } from '../../town/story/builders.ts'
import { firstHalfOf, halvesTable } from '../../town/story/phases.ts'
import { aDay, aRound } from '../../town/story/round-builders.ts'
import type { CarryOver } from '../reform/carry-over.ts'
import { type DocumentRecord, emptyRecord, type RecordId } from '../reform/record.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import { carryOversOf } from '../store/carry-over.ts'
import type { Store } from '../store/database.ts'
import { saveDocument } from '../store/document.ts'
import { loadRecord, saveRecord } from '../store/record.ts'
import { itemsOf } from '../store/round-item.ts'
import { applyCarryOver } from './apply-carry-over.ts'
import type { OfPaper } from './carry-over-desk.ts'
import { decideCarryOver } from './decide-carry-over.ts'
import { proposePlanChange } from './decide-plan-change.ts'
import { editPlan } from './edit-plan.ts'
import { proposeImport } from './import-document.ts'
import { openRound } from './open-round.ts'
import { discardCarryOver, startCarryOver } from './start-carry-over.ts'
import { undoCarryOver } from './undo-carry-over.ts'

const FAMILY = 'outer' as PlanFamilyId
const office = act('jimukyoku')
const START = { phase: 'first' as RecordId, title: '後期アクションプラン', kind: '', from: '2025', to: '2027', prefill: false }

describe('引継ぎの取消しと、その断り', () => {
  let store: Store
  let of: OfPaper

  beforeAll(async () => {
    store = await openTestStore()
    await openOffice(store)
    const plan = { ...firstHalfOf(halvesTable.slice(0, 8)), municipality: { code: AOBA as string, name: 'あおば市' }, sources: [] }
    await store.writing(office, (tx) => saveRecord(tx, FAMILY, plan))
    const begun = await startCarryOver(store, FAMILY, START, office)
    if (!begun.ok) throw new Error(begun.problem.kind)
    of = { family: FAMILY, id: begun.value.id }
    const bulk = { do: 'continue' as const, initiatives: begun.value.rows.map(({ initiative }) => initiative), title: '', reason: '' }
    await decideCarryOver(store, of, { lines: [], additions: [], withdrawn: [], bulk }, office)
  })
  afterAll(() => store.close())

  const paper = async (): Promise<CarryOver> => {
    const [found] = await store.reading(AOBA, (db) => carryOversOf(db, FAMILY))
    if (!found) throw new Error('引継ぎがありません')
    return found
  }
  const record = () => store.reading(AOBA, (db) => loadRecord(db, FAMILY))
  const make = async () => applyCarryOver(store, of, (await paper()).version, office)
  const undone = async () => {
    const done = await undoCarryOver(store, of, (await paper()).version, office)
    return done.ok ? 'undone' : done.problem
  }

  it('権限のない職員は、始めることも作ることもできない', async () => {
    expect(await startCarryOver(store, FAMILY, START, act('zaisei'))).toMatchObject({ problem: { kind: 'not-allowed' } })
    expect(await applyCarryOver(store, of, 2, act('zaisei-kacho'))).toMatchObject({ problem: { kind: 'not-allowed' } })
  })

  it('作って取り消すと、記録は元と同じで、何度でもできる', async () => {
    const before = await record()
    for (const _ of [1, 2]) {
      expect((await make()).ok).toBe(true)
      expect(await undone()).toBe('undone')
      expect(await record()).toEqual(before)
    }
    expect(await undone()).toEqual({ kind: 'not-carried' })
  })

  it('作った取組を直した後は、何を直したかを言って断る', async () => {
    await make()
    const { made } = await paper()
    const id = made?.initiatives[0] as RecordId
    const it_ = (await record())?.initiatives.find((one) => one.id === id)
    const said = { number: '', title: it_?.title ?? '', description: it_?.description ?? '', goal: '変えた目標', under: it_?.node ?? '' }
    expect((await editPlan(store, FAMILY, { edit: { edit: 'basics', id, said }, basis: null, reason: '' }, office)).ok).toBe(true)
    expect(await undone()).toEqual({ kind: 'edited-since', titles: [it_?.title] })
    await editPlan(store, FAMILY, { edit: { edit: 'basics', id, said: { ...said, goal: '' } }, basis: null, reason: '' }, office)
    expect(await undone()).toBe('undone')
  })

  it('見直しの提案がある取組は、取り消せない', async () => {
    await make()
    const id = (await paper()).made?.initiatives[0] as RecordId
    await proposePlanChange(store, FAMILY, id, { kind: 'title', of: null, after: '別の名', reason: '分かりやすくする' }, office)
    expect(await undone()).toEqual({ kind: 'worked-on', what: '計画の見直し' })
  })

  it('照会した後は取り消せない。新しい期の照会は新しい取組だけを尋ねる', async () => {
    const { made } = await paper()
    const {
      id: _,
      closed: __,
      ...asked
    } = aRound({ family: FAMILY, plan: anId('outer'), fiscalYear: 2025, title: '令和7年度の照会', opensOn: aDay('2025-04-21') })
    const round = await openRound(store, asked, office)
    if (!round.ok) throw new Error(round.problem.kind)
    const items = await store.reading(AOBA, (db) => itemsOf(db, round.value.id))
    expect(items.map(({ initiative }) => initiative).toSorted()).toEqual(made?.initiatives.toSorted())
    expect(await undone()).toEqual({ kind: 'asked-in-a-round', round: '令和7年度の照会' })
  })

  it('系譜が輪になる文書は、道筋を言って断り、何も変えない', async () => {
    const before = await record()
    const document: DocumentRecord = {
      format: 'kaikaku/1',
      document: { name: '整理表.csv', sha256: 'c'.repeat(64), kind: 'csv', layouts: [] },
      ...emptyRecord(),
      lineage: [aLineage({ was: '受付', becomes: '案内' }), aLineage({ was: '案内', becomes: '受付' })],
      checks: [],
      unread: [],
      accounting: { characters: 0, fields: 0, prose: 0, boilerplate: 0, unread: 0 },
      guesses: [],
      at: {},
    }
    const read = { document, lines: [], bytes: new Uint8Array() }
    const proposed = await proposeImport(store, [read], { municipality: AOBA, plan: '行革推進プラン' })
    expect(proposed).toEqual({ ok: false, problem: { kind: 'lineage-circle', path: ['受付', '案内', '受付'] } })
    expect(await record()).toEqual(before)
  })
})

/** sha256 of no bytes at all */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const aTable = {
  ...{ sha256: EMPTY, name: '整理表.csv', kind: 'csv' as const, readAt: office.at, layouts: [], checks: [], unread: [] },
  accounting: { characters: 0, fields: 0, prose: 0, boilerplate: 0, unread: 0 },
  ...{ bytes: new Uint8Array(), lines: [] },
}

describe('まだ作られていない整理表の上に新しい期を作る', () => {
  let store: Store
  beforeAll(async () => {
    store = await openTestStore()
    await openOffice(store)
  })
  afterAll(() => store.close())

  it('文書の出典は新しい系譜には付かず、取り消すと出典も元のとおり一つずつ戻る', async () => {
    const first = firstHalfOf(halvesTable.slice(0, 3))
    const lineage = first.initiatives.map(({ title }) => aLineage({ was: title, becomes: title, kind: '継続' }))
    const sources = ['/lineage/0/kind', '/lineage/1/kind', '/lineage/2/to/0/title', '/initiatives/0/title', '/plans/0/title'].map(
      (pointer) => ({ pointer, document: aTable.sha256, place: pointer, guessed: false }),
    )
    const plan = { ...first, municipality: { code: AOBA as string, name: 'あおば市' }, lineage, sources }
    await store.writing(office, async (tx) => {
      await saveDocument(tx, FAMILY, aTable)
      await saveRecord(tx, FAMILY, plan)
    })
    const record = () => store.reading(AOBA, (db) => loadRecord(db, FAMILY))
    const before = await record()
    expect(before?.sources).toHaveLength(5)
    const begun = await startCarryOver(store, FAMILY, START, office)
    if (!begun.ok) throw new Error(begun.problem.kind)
    const of = { family: FAMILY, id: begun.value.id }
    const bulk = { do: 'continue' as const, initiatives: begun.value.rows.map(({ initiative }) => initiative), title: '', reason: '' }
    const decided = await decideCarryOver(store, of, { lines: [], additions: [], withdrawn: [], bulk }, office)
    if (!decided.ok) throw new Error(decided.problem.kind)
    const [paper] = await store.reading(AOBA, (db) => carryOversOf(db, FAMILY))
    expect((await applyCarryOver(store, of, paper?.version ?? 0, office)).ok).toBe(true)
    expect((await record())?.sources.map(({ pointer }) => pointer)).toEqual(['/plans/0/title', '/initiatives/0/title'])
    const [applied] = await store.reading(AOBA, (db) => carryOversOf(db, FAMILY))
    const seen = applied?.version ?? 0
    expect(await undoCarryOver(store, of, seen - 1, office)).toEqual({ ok: false, problem: { kind: 'paper-changed' } })
    expect((await undoCarryOver(store, of, seen, office)).ok).toBe(true)
    expect(await discardCarryOver(store, of, seen, office)).toEqual({ ok: false, problem: { kind: 'paper-changed' } })
    expect(await record()).toEqual(before)
  })
})
