import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, act, FAMILY, openTown } from '../../tests/staff-town.ts'
import { openTestStore } from '../../tests/test-store.ts'
import { anId } from '../../town/story/builders.ts'
import { aContent, aDay } from '../../town/story/round-builders.ts'
import type { Round } from '../reform/round.ts'
import type { Store } from '../store/database.ts'
import { loadRecord } from '../store/record.ts'
import { itemsOf } from '../store/round-item.ts'
import { decidePlanChange, proposePlanChange } from './decide-plan-change.ts'
import { acceptImport, proposeImport } from './import-document.ts'
import { readReform } from './read-reform.ts'
import { saveReport } from './save-report.ts'
import { takeStep } from './take-step.ts'

/*
 * A round is under way, and documents of the same plan come in beside it: what was accepted stays, what was not yet submitted shows
 * the plan of today, and nothing is told twice.
 */
let store: Store
let round: Round

const list = (...rows: string[]): string =>
  [
    'あおば市行財政改革推進プラン 令和6年度取組状況',
    '',
    '番号,取組名,取組概要,所管課,令和6年度の取組状況,今後の課題・方向性',
    ...rows,
  ].join('\n')
const imported = async (name: string, text: string) => {
  const read = await readReform({ name, bytes: new TextEncoder().encode(text) })
  if (!read.ok) throw new Error(read.problem.kind)
  const plan = (await recordNow()).plans[0]?.title ?? ''
  const proposed = await proposeImport(store, [read.value], { municipality: AOBA, plan })
  if (!proposed.ok) throw new Error(proposed.problem.kind)
  const [one] = await acceptImport(store, act('jimukyoku'), proposed.value)
  return one?.changes.map(({ kind, list, title, field }) => [kind, list, title, field].filter(Boolean).join(' ')) ?? []
}
const recordNow = async () => {
  const record = await store.reading(AOBA, (db) => loadRecord(db, FAMILY))
  if (!record) throw new Error('no record')
  return record
}
const itemNow = async (title: string) => {
  const item = (await store.reading(AOBA, (db) => itemsOf(db, round.id))).find(({ sheet }) => sheet.title === title)
  if (!item) throw new Error(title)
  return item
}
const reportsOf = async (title: string) =>
  (await recordNow()).initiatives
    .find((one) => one.title === title)
    ?.reports.filter(({ fiscalYear }) => fiscalYear === 2024)
    .map(({ section, progress }) => `${section}：${progress}`)

beforeAll(async () => {
  store = await openTestStore()
  round = await openTown(store)
  const { id, version } = await itemNow('基金の積立て')
  const content = aContent({ progress: '受理した文', actuals: [{ indicator: anId('indicator-1'), raw: '95', status: '実績' }] })
  await saveReport(store, { item: id, version, content }, act('zaisei'))
  for (const [step, by] of [
    ['submit', 'zaisei'],
    ['approve', 'zaisei-kacho'],
    ['accept', 'jimukyoku'],
  ] as const)
    await takeStep(store, step, id, { version: null }, act(by))
})
afterAll(() => store.close())

describe('照会の途中の取込み', () => {
  it('まだ提出していない照会票は、取り込んだ計画の今の内容になり、受理したものはそのまま', async () => {
    const changes = await imported('概要.csv', list('1-3,窓口申請のオンライン化,取り込んだ新しい概要,市民課,,'))
    expect(changes).toContain('changed initiatives 窓口申請のオンライン化 description')
    expect((await itemNow('窓口申請のオンライン化')).sheet.description).toBe('取り込んだ新しい概要')
    expect((await itemNow('基金の積立て')).content.progress).toBe('受理した文')
  })

  it('同じ年度の一覧は、受理した報告と一つになる', async () => {
    await imported('一覧.csv', list('1-1,基金の積立て,,財政課,受理した文,高齢者への案内を続ける。'))
    expect(await reportsOf('基金の積立て')).toEqual(['財政課：受理した文'])
  })

  it('同じ文書をもう一度取り込んでも何も変わらない', async () => {
    const before = await recordNow()
    expect(await imported('一覧.csv', list('1-1,基金の積立て,,財政課,受理した文,高齢者への案内を続ける。'))).toEqual([])
    expect(await recordNow()).toEqual(before)
  })

  it('前の年度の文書は、受理した値を取り戻さない', async () => {
    const older = list('1-1,基金の積立て,古い概要,財政課,古い文,').replaceAll('令和6年度', '令和5年度')
    await imported('前年.csv', older)
    expect(await reportsOf('基金の積立て')).toEqual(['財政課：受理した文'])
    expect((await recordNow()).fiscalYear).toBe(2024)
  })

  it('取組名を見直した後も、元の名の文書は同じ取組のこと', async () => {
    const said = { kind: 'title' as const, of: null, after: '文書管理の刷新', reason: '対象が広がったため' }
    const proposed = await proposePlanChange(store, FAMILY, anId('initiative-6'), said, act('jimukyoku'))
    if (!proposed.ok) throw new Error(proposed.problem.kind)
    await decidePlanChange(store, proposed.value.id, { decided: true, on: aDay('2025-04-20'), reason: '' }, act('jimukyoku'))
    await imported('元の名.csv', list('1-6,文書の電子化,,総務課,電子決裁を広げた。,'))
    expect((await recordNow()).initiatives.map(({ title }) => title).filter((title) => title.startsWith('文書'))).toEqual([
      '文書管理の刷新',
    ])
    expect(await reportsOf('文書管理の刷新')).toEqual(['総務課：電子決裁を広げた。'])
  })

  it('取り込んだその年度の報告の後で課が報告しても、二重にならない', async () => {
    const { id, version } = await itemNow('文書管理の刷新')
    const content = aContent({ progress: '課の報告', actuals: [{ indicator: anId('indicator-6'), raw: '－', status: null }] })
    await saveReport(store, { item: id, version, content }, act('somu'))
    for (const [step, by] of [
      ['submit', 'somu'],
      ['approve', 'somu-kacho'],
      ['accept', 'jimukyoku'],
    ] as const)
      await takeStep(store, step, id, { version: null }, act(by))
    expect(await reportsOf('文書管理の刷新')).toEqual(['総務課：課の報告'])
  })
})
