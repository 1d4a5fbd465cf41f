import { zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { AOBA, act, openTown } from '../../tests/staff-town.ts'
import { onBothDatabases } from '../../tests/test-store.ts'
import { anId } from '../../town/story/builders.ts'
import { aContent } from '../../town/story/round-builders.ts'
import { formNumberOf } from '../forms/form-number.ts'
import { writeForms } from '../forms/write-forms.ts'
import type { ReportContent } from '../reform/report-content.ts'
import type { Round, RoundItem } from '../reform/round.ts'
import { choiceKey, type TakeBackId } from '../reform/take-back.ts'
import { issuedForms } from '../store/form.ts'
import { itemById, itemsOf } from '../store/round-item.ts'
import { stepsOf } from '../store/round-step.ts'
import { filesOf, takeBackById } from '../store/take-back.ts'
import { decideOnTakeBack, discardTakeBack } from './decide-take-back.ts'
import { type FormsAsked, issueFormWorkbooks } from './issue-forms.ts'
import { takeBackNow } from './look-at-take-back.ts'
import { readTakeBack } from './read-take-back.ts'
import { saveReport } from './save-report.ts'
import { standingIn } from './standing.ts'
import { startTakeBack } from './start-take-back.ts'

const contentOf = (nth: number, progress: string): ReportContent =>
  aContent({ progress, actuals: [{ indicator: anId(`indicator-${nth + 1}`), raw: '95', status: '実績' }] })
const broken = (error: unknown) => {
  throw error
}

onBothDatabases('様式の配付と回収', (database) => {
  let round: Round
  let items: RoundItem[]
  const store = () => database().store
  const item = (nth: number): RoundItem => items[nth] as RoundItem
  const now = (nth: number) => store().reading(AOBA, (db) => itemById(db, item(nth).id)) as Promise<RoundItem>

  /** The workbook of an item as it left, with what a section wrote into it. */
  const filled = (nth: number, content: ReportContent, said: Partial<RoundItem> = {}): Promise<Uint8Array> => {
    const form = { ...item(nth), content, ...said }
    return writeForms(
      [{ number: formNumberOf(round.fiscalYear, nth + 1), round, item: form, municipality: { code: AOBA, name: 'あおば市' } }],
      'sheets',
    )
  }
  const start = async (files: [name: string, bytes: Uint8Array][], by = 'jimukyoku'): Promise<TakeBackId> => {
    const handedIn = files.map(([name, bytes]) => ({ name, size: bytes.length, bytes: async () => bytes }))
    const started = await startTakeBack(store(), { round: round.id, files: handedIn }, act(by))
    if (!started.ok) throw new Error(started.problem.kind)
    await readTakeBack(store(), started.value, act(by), broken)
    return started.value
  }
  const look = (id: TakeBackId, by = 'jimukyoku') =>
    store().reading(AOBA, async (db) => takeBackNow(db, id, await standingIn(db, by, act(by).at)))
  const decide = async (id: TakeBackId, choices = {}, { by = 'jimukyoku', submit = false } = {}) =>
    decideOnTakeBack(store(), { id, seen: (await look(id, by))?.seen ?? '', choices, rest: false, submit }, act(by))

  const asked = (said: Partial<FormsAsked> = {}): FormsAsked => ({
    round: round.id,
    whom: { everybody: true },
    variant: 'sheets',
    as: 'workbook',
    ...said,
  })

  beforeAll(async () => {
    round = await openTown(store())
    items = await store().reading(AOBA, (db) => itemsOf(db, round.id))
    const made = await issueFormWorkbooks(store(), asked(), act('jimukyoku'))
    if (!made.ok) throw new Error(made.problem.kind)
  })

  describe('配付', () => {
    it('もう一度配付しても、帳票番号は同じ', async () => {
      const before = await store().reading(AOBA, (db) => issuedForms(db, { round: round.id }))
      await issueFormWorkbooks(store(), asked({ variant: 'list' }), act('jimukyoku'))
      const after = await store().reading(AOBA, (db) => issuedForms(db, { round: round.id }))
      expect(before.map(({ serial, item }) => [serial, item])).toEqual(items.map(({ id }, nth) => [nth + 1, id]))
      expect(after.map(({ serial, item }) => [serial, item])).toEqual(before.map(({ serial, item }) => [serial, item]))
    })

    it.each([
      { by: 'jimukyoku', whom: { everybody: true as const }, says: '令和6年度取組状況の照会_全庁_様式.xlsx' },
      { by: 'jimukyoku', whom: { department: '財務部' }, says: '令和6年度取組状況の照会_財務部_様式.xlsx' },
      { by: 'zaisei', whom: { section: '財政課' }, says: '令和6年度取組状況の照会_財政課_様式.xlsx' },
      { by: 'zaisei', whom: { section: '市民課' }, says: 'not-allowed' },
      { by: 'kansa', whom: { everybody: true as const }, says: 'not-allowed' },
      { by: 'jimukyoku', whom: { section: '../../etc' }, says: 'nothing-to-issue' },
    ])('$by が $whom に → $says', async ({ by, whom, says }) => {
      const made = await issueFormWorkbooks(store(), asked({ whom }), act(by))
      expect(made.ok ? made.value.name : made.problem.kind).toBe(says)
    })
  })

  describe('回収', () => {
    it('ZIP とブックを合わせて取り込み、新しい値を一度に書く', async () => {
      const zip = zipSync({ '市民部/市民課.xlsx': await filled(2, contentOf(2, '市民課の取組')), 'Thumbs.db': new Uint8Array([1]) })
      const id = await start([
        ['一.xlsx', await filled(0, contentOf(0, '財政課の取組'))],
        ['二.zip', zip],
      ])
      const seen = await look(id)
      expect(seen?.takeBack.state).toBe('pending')
      expect(seen?.comparison.files.map(({ name, fault, forms }) => [name, fault?.kind, forms.map(({ refusal }) => refusal)])).toEqual([
        ['一.xlsx', undefined, [null]],
        ['二.zip／市民部/市民課.xlsx', undefined, [null]],
        ['二.zip／Thumbs.db', 'beside', []],
      ])
      const decided = await decide(id)
      expect(decided.ok && decided.value.written.map(({ section }) => section)).toEqual(['財政課', '市民課'])
      expect(await now(0)).toMatchObject({ state: 'drafting', content: contentOf(0, '財政課の取組'), savedBy: 'jimukyoku', version: 1 })
      expect(await now(2)).toMatchObject({ state: 'drafting', content: contentOf(2, '市民課の取組') })
      expect(await decide(id)).toMatchObject({ problem: { kind: 'not-pending', state: 'decided' } })
      const steps = await store().reading(AOBA, (db) => stepsOf(db, { item: item(0).id }))
      expect(steps.map(({ step, by }) => [step, by])).toEqual([['save', 'jimukyoku']])
    })

    it('同じファイルをもう一度出しても、書くものはない', async () => {
      const id = await start([['一.xlsx', await filled(0, contentOf(0, '財政課の取組'))]])
      expect(await decide(id)).toMatchObject({ ok: true, value: { written: [] } })
      expect((await now(0)).version).toBe(1)
    })

    it('今の報告と違えば、選ぶまで書かず、選んだとおりに書く', async () => {
      const id = await start([['一.xlsx', await filled(0, contentOf(0, '様式で直した取組'))]])
      const open = { kind: 'undecided', open: [{ item: item(0).id, field: 'progress' }] }
      expect(await decide(id)).toEqual({ ok: false, problem: open })
      expect((await now(0)).content.progress).toBe('財政課の取組')
      expect(await decide(id, { [choiceKey(item(0).id, 'progress')]: 0 })).toMatchObject({ ok: true })
      expect((await now(0)).content.progress).toBe('様式で直した取組')
      const kept = await store().reading(AOBA, (db) => takeBackById(db, id))
      expect(kept).toMatchObject({ state: 'decided', decidedBy: 'jimukyoku', outcome: { written: 1, submitted: 0 } })
    })

    it('R-04 比べた後に誰かが保存すれば、何も書かず、比べ直す', async () => {
      const id = await start([
        ['五.xlsx', await filled(4, contentOf(4, '納税課の取組'))],
        ['六.xlsx', await filled(5, contentOf(5, '総務課の取組'))],
      ])
      const seen = (await look(id))?.seen ?? ''
      expect((await saveReport(store(), { item: item(5).id, version: 0, content: contentOf(5, '画面の取組') }, act('somu'))).ok).toBe(true)
      const stale = await decideOnTakeBack(store(), { id, seen, choices: {}, rest: false, submit: false }, act('jimukyoku'))
      expect(stale).toEqual({ ok: false, problem: { kind: 'changed-meanwhile' } })
      expect((await now(4)).version).toBe(0)
      expect(await decide(id)).toMatchObject({ problem: { kind: 'undecided' } })
      expect(await decide(id, { [choiceKey(item(5).id, 'progress')]: 'now' })).toMatchObject({ ok: true })
      expect((await now(4)).content.progress).toBe('納税課の取組')
      expect((await now(5)).content.progress).toBe('画面の取組')
    })

    it('報告者は自分の課の様式だけを取り込み、そのまま提出できる', async () => {
      const id = await start(
        [
          ['二.xlsx', await filled(1, contentOf(1, '使用料の取組'))],
          ['四.xlsx', await filled(3, contentOf(3, 'ほかの課の取組'))],
        ],
        'zaisei',
      )
      const seen = await look(id, 'zaisei')
      expect(seen?.comparison.files[1]?.forms[0]?.refusal).toEqual({ kind: 'not-yours', section: '行政経営課' })
      expect(await look(id, 'shimin')).toBeNull()
      expect(await decide(id, {}, { by: 'zaisei', submit: true })).toMatchObject({ ok: true, value: { submitted: 1, faulty: [] } })
      expect(await now(1)).toMatchObject({ state: 'submitted', submittedBy: 'zaisei' })
      expect(await now(3)).toMatchObject({ state: 'notStarted' })
    })

    it('ウェブフォームの回答（CSV）も、同じように取り込む', async () => {
      const csv = '取組番号,取組名,取組状況\r\n1-4,事務事業の総点検,総点検を終えた。\r\n9-9,ない取組,何か'
      const id = await start([['回答.csv', new TextEncoder().encode(csv)]])
      const seen = await look(id)
      expect(seen?.comparison.files[0]?.forms.map(({ refusal }) => refusal?.kind)).toEqual([undefined, 'no-number'])
      expect(await decide(id)).toMatchObject({ ok: true })
      expect((await now(3)).content.progress).toBe('総点検を終えた。')
    })

    it('取りやめれば何も書かず、渡されたファイルは残る', async () => {
      const before = await now(3)
      const id = await start([['四.xlsx', await filled(3, contentOf(3, '取りやめる取組'))]])
      expect((await discardTakeBack(store(), id, act('jimukyoku'))).ok).toBe(true)
      expect(await now(3)).toEqual(before)
      expect((await store().reading(AOBA, (db) => filesOf(db, id))).map(({ name }) => name)).toEqual(['四.xlsx'])
    })
  })

  describe('悪いファイル', () => {
    const text = (said: string) => new TextEncoder().encode(said)
    const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3, 4])
    const encrypted = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(512),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    it.each([
      { name: '写真.xlsx', bytes: photo, says: { kind: 'unreadable', problem: { kind: 'binary', looksLike: 'JPEG 画像' } } },
      { name: '暗号.xlsx', bytes: new Uint8Array(encrypted), says: { kind: 'unreadable', problem: { kind: 'encrypted' } } },
      { name: '空.zip', bytes: zipSync({}), says: { kind: 'empty-archive' } },
      { name: '入れ子.zip', bytes: zipSync({ '中.zip': zipSync({ 'a.txt': text('一') }) }), says: { kind: 'archive-in-archive' } },
      { name: 'メモ.txt', bytes: text('様式は後で送ります。'), says: { kind: 'no-answers', heads: ['様式は後で送ります。'] } },
      { name: '空.xlsx', bytes: new Uint8Array(), says: { kind: 'unreadable', problem: { kind: 'empty' } } },
    ])('$name', async ({ name, bytes, says }) => {
      const seen = await look(await start([[name, bytes]]))
      expect(seen?.comparison.files.map(({ fault }) => fault)).toEqual([says])
    })
  })
})
