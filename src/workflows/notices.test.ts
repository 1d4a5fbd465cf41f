import { beforeEach, describe, expect, it } from 'vitest'
import { AOBA, act, NOW, openTown } from '../../tests/staff-town.ts'
import { openTestStore } from '../../tests/test-store.ts'
import { anId } from '../../town/story/builders.ts'
import { aContent } from '../../town/story/round-builders.ts'
import type { Message } from '../reform/message.ts'
import type { RoundItem, RoundItemId } from '../reform/round.ts'
import type { Store } from '../store/database.ts'
import { messagesOfDay } from '../store/outbox-reading.ts'
import { itemById, itemsOf } from '../store/round-item.ts'
import { dayInJapan } from '../vocabulary/calendar-day.ts'
import { saveReport } from './save-report.ts'
import { submitReport } from './submit-report.ts'
import { takeStep, takeSteps } from './take-step.ts'

let store: Store
let items: RoundItem[]
let heard: Set<string>

beforeEach(async () => {
  await store?.close()
  store = await openTestStore()
  heard = new Set()
})
const open = async (said: Parameters<typeof openTown>[1] = {}) => {
  const round = await openTown(store, said)
  items = await store.reading(AOBA, (db) => itemsOf(db, round.id))
}
const idOf = (nth: number): RoundItemId => (items[nth] as RoundItem).id
const contentOf = (nth: number) => aContent({ actuals: [{ indicator: anId(`indicator-${nth + 1}`), raw: '95', status: '実績' }] })
const save = async (nth: number, by: string) => {
  const item = await store.reading(AOBA, (db) => itemById(db, idOf(nth)))
  return saveReport(store, { item: idOf(nth), version: item?.version ?? 0, content: contentOf(nth) }, act(by))
}
const take = (step: Parameters<typeof takeStep>[1], nth: number, by: string, said: Partial<Parameters<typeof takeStep>[3]> = {}) =>
  takeStep(store, step, idOf(nth), { version: null, ...said }, act(by))
/** What was written since the last time. */
const heardSince = async (): Promise<Message[]> => {
  const all = (await store.reading(AOBA, (db) => messagesOfDay(db, dayInJapan(NOW)))).filter(({ id }) => !heard.has(id))
  for (const { id } of all) heard.add(id)
  return all
}
const subjects = (messages: Message[]) => messages.map(({ toLogin, subject }) => `${toLogin}：${subject.replace('【行財政改革】', '')}`)

describe('手続の知らせ', () => {
  it('提出は課長に、差戻しは提出した人に、承認は事務局に、再開は提出した人に知らせる', async () => {
    await open()
    await save(0, 'zaisei')
    expect(await heardSince()).toEqual([])
    await take('submit', 0, 'zaisei')
    expect(subjects(await heardSince())).toEqual(['zaisei-kacho：報告が提出されました：1-1 基金の積立て'])
    await take('return', 0, 'zaisei-kacho', { reason: '根拠を書いてください。' })
    const [returned, ...others] = await heardSince()
    expect(subjects([returned as Message])).toEqual(['zaisei：報告が差し戻されました：1-1 基金の積立て'])
    expect([others, returned?.state, returned?.toMail, returned?.about]).toEqual([[], 'queued', 'zaisei@aoba.example', idOf(0)])
    expect(returned?.body).toContain('理由：根拠を書いてください。')
    await save(0, 'zaisei')
    await take('submit', 0, 'zaisei')
    expect(subjects(await heardSince())).toEqual(['zaisei-kacho：報告が提出されました：1-1 基金の積立て'])
    await take('return', 0, 'jimukyoku', { reason: '単位を確かめてください。' })
    expect(subjects(await heardSince())).toEqual([
      'zaisei：報告が差し戻されました：1-1 基金の積立て',
      'zaisei-kacho：所属の報告が差し戻されました：1-1 基金の積立て',
    ])
    await save(0, 'zaisei')
    await take('submit', 0, 'zaisei')
    await take('approve', 0, 'zaisei-kacho')
    expect(subjects(await heardSince())).toEqual([
      'jimukyoku：報告の承認が済みました：1-1 基金の積立て',
      'zaisei-kacho：報告が提出されました：1-1 基金の積立て',
    ])
    await take('accept', 0, 'jimukyoku')
    expect(await heardSince()).toEqual([])
    await take('reopen', 0, 'jimukyoku', { reason: '決算で値が変わった', until: '2025-07-31' })
    const [reopened] = await heardSince()
    expect([reopened?.toLogin, reopened?.body.includes('期限：令和7年7月31日（木）　理由：決算で値が変わった')]).toEqual(['zaisei', true])
  })

  it('部長承認のある照会では、課長承認は部長に、部長承認は事務局に知らせる', async () => {
    await open({ departmentApproval: true })
    await save(0, 'zaisei')
    await take('submit', 0, 'zaisei')
    await heardSince()
    await take('approve', 0, 'zaisei-kacho')
    expect(subjects(await heardSince())).toEqual(['zaimu-bucho：報告が課長承認されました：1-1 基金の積立て'])
    await take('approveDepartment', 0, 'zaimu-bucho')
    expect(subjects(await heardSince())).toEqual(['jimukyoku：報告の承認が済みました：1-1 基金の積立て'])
  })

  it('まとめて進めた分は、一人に一通で知らせる', async () => {
    await open()
    for (const nth of [0, 1]) {
      await save(nth, 'zaisei')
      await take('submit', nth, 'zaisei')
    }
    await heardSince()
    await takeSteps(store, 'approve', [idOf(0), idOf(1)], { versions: null }, act('zaisei-kacho'))
    const [only, ...others] = await heardSince()
    expect([subjects([only as Message]), others.length, only?.about]).toEqual([
      ['jimukyoku：報告の承認が済みました：1-1 基金の積立て ほか1件'],
      0,
      null,
    ])
    expect(only?.body).toContain('・1-2 使用料の見直し（財政課）')
  })

  it('保存と提出を一度にしても知らせ、断られた手続は知らせない', async () => {
    await open()
    expect((await submitReport(store, { item: idOf(0), version: 0, content: contentOf(0) }, act('zaisei'))).ok).toBe(true)
    expect(subjects(await heardSince())).toEqual(['zaisei-kacho：報告が提出されました：1-1 基金の積立て'])
    expect((await take('return', 0, 'zaisei-kacho', { reason: '' })).ok).toBe(false)
    expect((await take('approve', 0, 'nozei-kacho')).ok).toBe(false)
    expect(await heardSince()).toEqual([])
  })
})
