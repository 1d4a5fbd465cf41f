import { describe, expect, it } from 'vitest'
import { aContent, aDay, anItem, aRound } from '../../town/story/round-builders.ts'
import { aPerson, sections } from '../../town/story/staff.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { compareTakeBack, type TakeBackQuestion } from './compare-forms.ts'
import { decideTakeBack } from './decide-take-back.ts'
import type { ReportContent } from './report-content.ts'
import type { FormProblem, ReturnedForm } from './returned-form.ts'
import type { RoundId, RoundItem, RoundItemId } from './round.ts'
import { choiceKey, type TakenFile, takeBackSummary } from './take-back.ts'

const AOBA = '990019' as MunicipalityCode
const NUMBER = 'K24-00001-9'
const BASE = aContent({ progress: '配付したときの取組', issues: '' })
const CELLS = { unchanged: '様式!B3', progress: '様式!B5', 'actual:indicator': '様式!D9', issues: '様式!B12' } as ReturnedForm['at']

const aForm = (said: Partial<ReturnedForm> = {}): ReturnedForm => ({
  sheet: '様式',
  hidden: { municipality: AOBA, round: 'round', item: 'item', number: NUMBER, version: 1 },
  number: NUMBER,
  seen: { number: '1-1-1', title: null, section: null },
  content: BASE,
  at: CELLS,
  problems: [],
  ...said,
})
const filled = (content: Partial<ReportContent>): ReturnedForm => aForm({ content: { ...BASE, ...content } })
const inFiles = (...files: ReturnedForm[][]): TakenFile[] =>
  files.map((forms, at) => ({ nth: at + 1, name: `${at + 1}.xlsx`, sha256: '', size: 1, read: { forms, fault: null } }))

const asked = (files: TakenFile[], said: { item?: Partial<RoundItem>; question?: Partial<TakeBackQuestion> } = {}): TakeBackQuestion => ({
  municipality: AOBA,
  round: aRound(),
  rounds: [aRound(), aRound({ id: 'last' as RoundId, title: '令和5年度取組状況の照会', fiscalYear: 2023 })],
  items: [anItem({ state: 'drafting', version: 1, content: BASE, ...said.item })],
  issued: [{ number: NUMBER, item: 'item' as RoundItemId, round: 'round' as RoundId, bases: [{ version: 1, content: BASE }] }],
  standing: { person: aPerson({ roles: [['office', null]] }), sections, day: aDay('2025-04-21') },
  files,
  ...said.question,
})
const verdicts = (question: TakeBackQuestion) =>
  compareTakeBack(question).items.flatMap(({ fields }) => fields.map(({ name, verdict }) => `${name}:${verdict}`))
const refusals = (question: TakeBackQuestion) => compareTakeBack(question).files.flatMap(({ forms }) => forms.map(({ refusal }) => refusal))

describe('項目の判定', () => {
  const OTHER = { ...BASE, progress: '画面で書いた取組' }
  it.each([
    { title: '書かれていない', file: BASE, now: BASE, says: 'unchanged' },
    { title: '書かれている', file: { ...BASE, progress: '様式の取組' }, now: BASE, says: 'new' },
    { title: '様式は手つかずで、画面で直された', file: BASE, now: OTHER, says: 'kept' },
    { title: '様式にも画面にも同じことが書かれた', file: OTHER, now: OTHER, says: 'already' },
    { title: '様式と画面で違うことが書かれた', file: { ...BASE, progress: '様式の取組' }, now: OTHER, says: 'conflict' },
    { title: '改行の書き方だけが違う', file: { ...BASE, progress: '一\n二' }, now: { ...BASE, progress: '一\r\n二' }, says: 'already' },
    { title: '空にされた', file: { ...BASE, progress: '' }, now: BASE, says: 'new' },
  ])('$title → $says', ({ file, now, says }) => {
    expect(verdicts(asked(inFiles([aForm({ content: file })]), { item: { content: now } }))).toContain(`取組状況:${says}`)
  })

  it('様式に欄のない項目は比べない', () => {
    const form = aForm({ content: { ...BASE, progress: '様式の取組', issues: '欄のない課題' }, at: { progress: '様式!B5' } })
    expect(verdicts(asked(inFiles([form])))).toEqual(['取組状況:new'])
  })

  it('二つのファイルで同じ様式の値が違えば、どちらかを選ぶ', () => {
    const question = asked(inFiles([filled({ progress: '甲' })], [filled({ progress: '乙' })]))
    expect(verdicts(question)).toContain('取組状況:between-files')
    expect(compareTakeBack(question).items[0]?.fields.find(({ field }) => field === 'progress')?.values).toEqual([
      { value: '甲', from: [{ file: 1, form: 0, at: '様式!B5' }] },
      { value: '乙', from: [{ file: 2, form: 0, at: '様式!B5' }] },
    ])
  })
  it('二つのファイルが別々の欄を書いていれば、両方を取り込む', () => {
    const question = asked(inFiles([filled({ progress: '甲' })], [filled({ issues: '乙' })]))
    expect(verdicts(question).filter((line) => line.endsWith('new'))).toEqual(['取組状況:new', '今後の課題・方向性:new'])
  })

  it('隠れた番号が失われた様式は、どの配付のときの値でも手つかずとみなす', () => {
    const newer = { ...BASE, progress: '二度目の配付の取組' }
    const bases = [
      { version: 1, content: BASE },
      { version: 2, content: newer },
    ]
    const issued = [{ number: NUMBER, item: 'item' as RoundItemId, round: 'round' as RoundId, bases }]
    const question = asked(inFiles([aForm({ hidden: null })]), { item: { content: newer, version: 2 }, question: { issued } })
    expect(verdicts(question)).toContain('取組状況:unchanged')
  })

  it.each([
    { title: '書かれていない報告には', now: { ...BASE, progress: '' }, says: 'new' },
    { title: '書かれている報告とは', now: BASE, says: 'conflict' },
  ])('配付していない回答（CSV）は、取組の番号と名で対応させ、$title → $says', ({ now, says }) => {
    const form = aForm({
      hidden: null,
      number: null,
      content: { ...BASE, progress: '回答' },
      seen: { number: '1-1-1', title: '窓口申請のオンライン化', section: '財政課' },
    })
    expect(verdicts(asked(inFiles([form]), { item: { content: now }, question: { issued: [] } }))).toContain(`取組状況:${says}`)
  })

  it.each([
    { raw: '2,200', remark: null },
    { raw: '－', remark: null },
    { raw: '概ね達成', remark: 'not-a-number' },
  ])('数値だった指標に「$raw」→ $remark', ({ raw, remark }) => {
    const actuals = [{ indicator: BASE.actuals[0]?.indicator as never, raw, status: '実績' as const }]
    const field = compareTakeBack(asked(inFiles([filled({ actuals })]))).items[0]?.fields.find(({ field }) => field.startsWith('actual'))
    expect(field).toMatchObject({ verdict: 'new', remark })
  })
})

describe('取り込めない様式', () => {
  const hidden = aForm().hidden as NonNullable<ReturnedForm['hidden']>
  const changed = { ...BASE, progress: '様式の取組' }
  const formula: FormProblem = { kind: 'formula', at: '様式!D9', text: 'SUM(A1:A2)' }
  it.each<{ title: string; form: Partial<ReturnedForm>; item?: Partial<RoundItem>; question?: Partial<TakeBackQuestion>; why: object }>([
    {
      title: '番号がなく、どの取組とも言えない',
      form: { hidden: null, number: null, seen: { number: '9-9', title: null, section: null } },
      why: { kind: 'no-number' },
    },
    {
      title: '番号が配付の控えにない',
      form: { hidden: null, number: 'K24-00009-X' },
      why: { kind: 'unknown-number', number: 'K24-00009-X' },
    },
    { title: '隠れた番号と見える番号が違う', form: { number: 'K24-00002-7' }, why: { kind: 'number-differs', number: 'K24-00002-7' } },
    { title: '隠れた票が控えと違う', form: { hidden: { ...hidden, item: 'other' } }, why: { kind: 'number-differs' } },
    {
      title: 'ほかの自治体の様式',
      form: { hidden: { ...hidden, municipality: '072028' } },
      why: { kind: 'other-municipality', code: '072028' },
    },
    {
      title: '前年度の様式',
      form: { hidden: { ...hidden, round: 'last' } },
      why: { kind: 'other-round', title: '令和5年度取組状況の照会', fiscalYear: 2023 },
    },
    {
      title: '番号だけが残った前年度の様式',
      form: { hidden: null },
      question: { issued: [{ number: NUMBER, item: 'item' as RoundItemId, round: 'last' as RoundId, bases: [] }] },
      why: { kind: 'other-round', fiscalYear: 2023 },
    },
    {
      title: '報告者が出したほかの課の様式',
      form: { content: changed },
      item: { section: '市民課' },
      question: { standing: { person: aPerson(), sections, day: aDay('2025-04-21') } },
      why: { kind: 'not-yours', section: '市民課' },
    },
    { title: '数式のあるセル', form: { problems: [formula] }, why: { kind: 'cells', problems: [formula] } },
    {
      title: '長すぎる文',
      form: { content: { ...BASE, progress: 'あ'.repeat(20_001) } },
      why: { kind: 'cells', problems: [{ kind: 'too-long', at: '様式!B5', length: 20_001 }] },
    },
    {
      title: '提出済の票',
      form: { content: changed },
      item: { state: 'submitted' },
      why: { kind: 'cannot-save', problem: { kind: 'wrong-state', state: 'submitted', step: 'save' } },
    },
    { title: '受理した票', form: { content: changed }, item: { state: 'accepted' }, why: { kind: 'cannot-save' } },
    {
      title: '締め切った照会',
      form: { content: changed },
      question: { round: aRound({ closed: true }) },
      why: { kind: 'cannot-save', problem: { kind: 'locked' } },
    },
  ])('$title', ({ form, item, question, why }) => {
    const compared = asked(inFiles([aForm(form)]), { ...(item ? { item } : {}), ...(question ? { question } : {}) })
    expect(refusals(compared)).toMatchObject([why])
    expect(compareTakeBack(compared).items).toEqual([])
  })

  it('一つのブックに同じ様式が二つあれば、どちらも取り込まない', () => {
    const forms = [filled({ progress: '甲' }), { ...filled({ progress: '乙' }), sheet: '様式 (2)' }]
    const twice = { kind: 'twice-in-book', sheets: ['様式', '様式 (2)'] }
    expect(refusals(asked(inFiles(forms)))).toEqual([twice, twice])
  })

  it('提出済の票も、書き込むことがなければ指摘しない', () => {
    expect(refusals(asked(inFiles([aForm()]), { item: { state: 'submitted' } }))).toEqual([null])
  })
})

describe('決定', () => {
  const now = { ...BASE, progress: '画面の取組' }
  const files = inFiles([filled({ progress: '甲', issues: '様式の課題' })], [filled({ progress: '乙' })])
  const question = asked(files, { item: { content: now, version: 3 } })
  const decide = (choices: Record<string, 'now' | number>) =>
    decideTakeBack(compareTakeBack(question), choices, { items: question.items, files })
  const key = choiceKey('item', 'progress')

  it('決めていない違いがあれば、何も書かない', () => {
    expect(decide({})).toEqual({ ok: false, problem: { kind: 'undecided', open: [{ item: 'item', field: 'progress' }] } })
    expect(decide({ [key]: 2 })).toMatchObject({ ok: false })
  })
  it.each([
    { choice: 'now' as const, progress: '画面の取組' },
    { choice: 0, progress: '甲' },
    { choice: 1, progress: '乙' },
  ])('選んだ値（$choice）と、様式だけに書かれた値を書く', ({ choice, progress }) => {
    expect(decide({ [key]: choice })).toEqual({
      ok: true,
      value: [{ item: 'item', version: 3, content: { ...now, progress, issues: '様式の課題' } }],
    })
  })
  it('すべて今の値を残すなら、書くものはない', () => {
    const only = asked(inFiles([filled({ progress: '甲' })]), { item: { content: now } })
    expect(decideTakeBack(compareTakeBack(only), { [key]: 'now' }, only)).toEqual({ ok: true, value: [] })
  })
})

it('まとめは、取り込めるファイルと確認が必要なファイルを数える', () => {
  const files = inFiles([filled({ progress: '甲' })], [aForm({ hidden: null, number: 'K24-00009-X' })], [])
  files[2] = { ...(files[2] as TakenFile), name: 'Thumbs.db', read: { forms: [], fault: { kind: 'beside' } } }
  const summary = takeBackSummary(compareTakeBack(asked(files)))
  expect(summary).toEqual({ files: 3, ready: 1, toCheck: 1, refused: 1, beside: 1, newValues: 1, decisions: 0 })
})
