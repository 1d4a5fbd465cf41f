import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { anId } from '../../town/story/builders.ts'
import { aContent, aSheet } from '../../town/story/round-builders.ts'
import { formNumberOf } from './form-number.ts'
import { readAnswers } from './read-answers.ts'
import { settleForm, withReturned } from './settle-form.ts'

const NUMBER = formNumberOf(2024, 12)
const EFFECT = { row: '人件費', scope: '人件費', unit: '千円', planned: null, earlier: [] }
const SHEET = aSheet({ effects: [EFFECT] })
const csv = (...rows: string[][]): string => rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
const read = async (text: string | Uint8Array) => {
  const answers = await readAnswers({ name: '回答.csv', bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text })
  if (!answers.ok) throw new Error(answers.problem.kind)
  return answers.value
}
const HEADS = [
  'タイムスタンプ',
  '帳票番号',
  '取組番号',
  '取組名',
  '所管課',
  '変更なし',
  '取組状況',
  '課題',
  'オンライン申請の件数',
  '人件費',
]
const ROW = [
  '2025/5/1 10:00',
  NUMBER,
  '1-1-1',
  '窓口申請のオンライン化',
  '財政課',
  '',
  ' 20件に\n広げた。 ',
  '案内を続ける。',
  '2,150',
  '-1,250',
]
const CONTENT = { unchanged: false, progress: ' 20件に\n広げた。 ', issues: '案内を続ける。' }

describe('ウェブフォームの回答（CSV）を、様式と同じように読む', () => {
  it.each([
    { title: 'UTF-8', text: csv(HEADS, ROW) },
    { title: 'UTF-8（BOM つき）', text: `\ufeff${csv(HEADS, ROW)}` },
    { title: 'Shift_JIS', text: new Uint8Array(iconv.encode(csv(HEADS, ROW), 'cp932')) },
    { title: '列の順が違う', text: csv(HEADS.toReversed(), ROW.toReversed()) },
    { title: '題名の行が上にある', text: csv(['令和6年度 取組状況の回答'], [], HEADS, ROW) },
    {
      title: '問いの文が見出し',
      text: csv(
        [
          '1. 帳票番号',
          '2. 取組名（必須）',
          '3．取組状況を記入してください',
          '問4 課題についてご記入ください。',
          'オンライン申請の件数（件）',
          '人件費',
        ],
        [ROW[1], ROW[3], ROW[6], ROW[7], ROW[8], ROW[9]] as string[],
      ),
    },
  ])('$title', async ({ text }) => {
    const [form, ...others] = await read(text)
    expect(others).toEqual([])
    const settled = settleForm(form as NonNullable<typeof form>, SHEET)
    expect(settled.number).toBe(NUMBER)
    expect(settled.problems).toEqual([])
    expect(settled.content).toMatchObject({
      ...CONTENT,
      actuals: [{ indicator: 'indicator', raw: '2,150', status: null }],
      effects: [{ row: '人件費', raw: '-1,250' }],
    })
  })

  it('場所は行と列の名前、番号のない行は取組番号・取組名・所管課を持つ', async () => {
    const [first, second] = await read(csv(HEADS, ROW, ['', '', '1-1-2', '別の取組', '市民課', '○', '', '', '', '']))
    expect(first?.at).toMatchObject({ progress: '行2 列「取組状況」', issues: '行2 列「課題」' })
    expect(second).toMatchObject({
      number: null,
      hidden: null,
      seen: { number: '1-1-2', title: '別の取組', section: '市民課' },
      content: { unchanged: true },
    })
    // the cell before it goes over two lines
    expect(second?.at.progress).toBe('行4 列「取組状況」')
  })

  it('番号の検査数字、知らない列、上限を超える文は、場所を言って断る', async () => {
    const [form] = await read(csv([...HEADS, '要望'], [...ROW.with(1, 'K24-00012-0').with(6, 'あ'.repeat(20_001)), '予算がほしい']))
    expect(settleForm(form as NonNullable<typeof form>, SHEET).problems).toEqual([
      { kind: 'bad-number', at: '行2 列「帳票番号」', text: 'K24-00012-0' },
      { kind: 'too-long', at: '行2 列「取組状況」', length: 20_001 },
      { kind: 'unknown-row', at: '行2 列「要望」', name: '要望' },
    ])
  })

  it('指標が一つなら「実績値」の列がその値で、区分は前のまま', async () => {
    const [form] = await read(csv(['帳票番号', '実績値'], [NUMBER, '2,150']))
    const before = aContent({ actuals: [{ indicator: anId('indicator'), raw: '2,000', status: '見込み' }] })
    const settled = settleForm(form as NonNullable<typeof form>, SHEET, before)
    expect(settled.content.actuals).toEqual([{ indicator: 'indicator', raw: '2,150', status: '見込み' }])
    expect(withReturned(before, settled)).toEqual({ ...before, actuals: settled.content.actuals })
  })

  it('ほかの取組だけの列は、空なら何も言わない', async () => {
    const [form] = await read(csv([...HEADS, '別の指標'], [...ROW, '']))
    expect(settleForm(form as NonNullable<typeof form>, SHEET).problems).toEqual([])
  })

  it.each([
    {
      title: '取組のない表',
      bytes: new TextEncoder().encode('日付,天気\n4/1,晴れ\n'),
      problem: { kind: 'no-answers', heads: ['日付', '天気'] },
    },
    { title: 'ブック', bytes: Uint8Array.from([0x50, 0x4b, 3, 4]), problem: { kind: 'truncated' } },
  ])('$title は回答ではない', async ({ bytes, problem }) => {
    expect(await readAnswers({ name: 'a.csv', bytes })).toEqual({ ok: false, problem })
  })
})
