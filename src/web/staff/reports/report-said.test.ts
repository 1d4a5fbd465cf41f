import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AOBA, ask, cookieOf, NOW, openTown } from '../../../../tests/staff-town.ts'
import { openTestStore } from '../../../../tests/test-store.ts'
import { aContent, anItem, aSheet } from '../../../../town/story/round-builders.ts'
import type { RoundItem } from '../../../reform/round.ts'
import type { Store } from '../../../store/database.ts'
import { itemById, itemsOf } from '../../../store/round-item.ts'
import { paths } from '../../paths.ts'
import { staffApp } from '../app.tsx'
import { contentIn, drawnIn, withLastYear } from './report-said.ts'

const formOf = (said: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(said)) form.append(name, value)
  return form
}

/** The fields of the form of this report; whatever else a body carries must change nothing. */
const KNOWN = ['unchanged', 'progress', 'issues', 'revision', 'actual-0', 'status-0', 'change-0', 'after-0', 'reason-0']
const TEMPTING = [
  ...['state', 'section', 'submittedBy', 'savedBy', 'version2', 'sheet', 'returned', 'reopened', 'elsewhere', 'imported', 'parts'],
  ...['content', 'content[progress]', 'content.state', 'actuals', 'actuals[0][raw]', 'actual-1', 'actual-99', 'effect-0', 'status-7'],
  ...['evaluation', 'approved', '__proto__', 'constructor', 'prototype', 'toString', 'round', 'municipality', 'id', 'item', 'by'],
]
const bodies = fc.dictionary(
  fc.oneof(fc.constantFrom(...KNOWN, ...TEMPTING), fc.string({ maxLength: 12 })),
  fc.oneof(
    fc.constantFrom('1', 'accepted', '財政課', '{"state":"accepted"}', 'target|indicator@2026', 'title|'),
    fc.string({ maxLength: 40 }),
  ),
  { maxKeys: 14 },
)

describe('S-02 余計な項目を付けた送信', () => {
  it('読み取るのは、その照会票にある欄だけ（1,000通り）', () => {
    const item = anItem({ content: aContent() })
    fc.assert(
      fc.property(bodies, (body) => {
        const known = Object.fromEntries(Object.entries(body).filter(([name]) => KNOWN.includes(name)))
        const read = contentIn(formOf(body), item)
        expect(read).toEqual(contentIn(formOf(known), item))
        expect(Object.keys(read).toSorted()).toEqual(['actuals', 'changes', 'effects', 'issues', 'progress', 'revision', 'unchanged'])
        expect(read.actuals.every(({ indicator }) => indicator === 'indicator')).toBe(true)
        expect(Object.hasOwn(Object.prototype, 'state')).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  describe('画面を通して', () => {
    let store: Store
    beforeAll(async () => {
      store = await openTestStore()
    })
    afterAll(() => store.close())

    it('変わるのは報告の内容と保存の記録だけで、ほかの報告は変わらない', { timeout: 60_000 }, async () => {
      const round = await openTown(store)
      const options = { store, stylesheet: '/x.css', script: '/x.js', now: () => NOW, published: () => {} }
      const app = staffApp({ ...options, demonstration: true, plainHttp: true })
      const cookie = await cookieOf(store, 'zaisei')
      const all = () => store.reading(AOBA, (db) => itemsOf(db, round.id))
      const [item, ...others] = (await all()) as [RoundItem, ...RoundItem[]]
      const fixed = ({ content: _, version: __, savedBy: ___, savedAt: ____, state: _____, ...rest }: RoundItem) => rest
      await fc.assert(
        fc.asyncProperty(bodies, fc.constantFrom('report', 'draft'), async (body, address) => {
          const before = (await store.reading(AOBA, (db) => itemById(db, item.id))) as RoundItem
          const form = { ...body, version: String(before.version) }
          const path = address === 'report' ? paths.staff.report(AOBA, item.id) : paths.staff.draft(AOBA, item.id)
          expect((await ask(app, path, { cookie, form })).status).toBeLessThan(400)
          const [after, ...rest] = (await all()) as [RoundItem, ...RoundItem[]]
          expect(fixed(after)).toEqual(fixed(item))
          expect(['notStarted', 'drafting']).toContain(after.state)
          expect(rest).toEqual(others)
        }),
        { numRuns: 100 },
      )
    })
  })
})

describe('入力の読み取り', () => {
  const item = anItem({
    content: aContent(),
    sheet: aSheet({ effects: [{ row: '経費', scope: '経費', unit: '千円', planned: null, earlier: [] }] }),
  })
  it.each([
    { title: '改行はひとつの書き方に揃える', body: { progress: '一\r\n二\r三' }, says: { progress: '一\n二\n三' } },
    { title: '送られなかった欄は今のまま', body: {}, says: { progress: '対象手続を20件に広げた。', issues: '高齢者への案内を続ける。' } },
    { title: '空にした欄は空になる', body: { progress: '', 'actual-0': '' }, says: { progress: '', actuals: [] } },
    {
      title: '値の区分は決まった言葉だけ',
      body: { 'actual-0': '5', 'status-0': '確定' },
      says: { actuals: [{ indicator: 'indicator', raw: '5', status: null }] },
    },
    {
      title: '打ったとおりの値を残す',
      body: { 'actual-0': ' ▲１，２３４ ' },
      says: { actuals: [{ raw: ' ▲１，２３４ ', status: '実績' }] },
    },
    { title: '効果額', body: { 'effect-0': '1,000' }, says: { effects: [{ row: '経費', raw: '1,000' }] } },
    { title: '空の提案は数えない', body: { 'change-0': '', 'after-0': ' ', 'reason-0': '' }, says: { changes: [] } },
    {
      title: '書きかけの提案は残す',
      body: { 'change-0': 'title|', 'after-0': '新しい名', 'change-1': '', 'after-1': '', 'reason-1': '' },
      says: { changes: [{ kind: 'title', of: null, after: '新しい名', reason: '' }] },
    },
    {
      title: '名に「|」のある取組内容',
      body: { 'change-0': 'schedule|甲|乙@2026', 'after-0': '実施', 'reason-0': '理由' },
      says: { changes: [{ kind: 'schedule', of: '甲|乙@2026', after: '実施', reason: '理由' }] },
    },
  ])('$title', ({ body, says }) => expect(contentIn(formOf(body as unknown as Record<string, string>), item)).toMatchObject(says))

  it.each(['', '{}', '[]', 'null', '{"progress":1}', '{"progress":"","issues":"","revision":"","actuals":[1],"effects":[],"changes":[]}'])(
    '開いたときの内容として読めないもの：%s',
    (drawn) => expect(drawnIn(formOf({ drawn }))).toBeNull(),
  )

  it('前年度の文は、二度押しても一度だけ写す', () => {
    const once = withLastYear(aContent({ progress: '今年の文' }), item.sheet, 'progress')
    expect(once.progress).toBe('今年の文\n対象手続を12件に広げた。')
    expect(withLastYear(once, item.sheet, 'progress')).toEqual(once)
    expect(withLastYear(once, item.sheet, 'state')).toEqual(once)
  })
})
