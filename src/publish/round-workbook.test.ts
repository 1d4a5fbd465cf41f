import { readXlsx } from 'hucre'
import { beforeAll, describe, expect, it } from 'vitest'
import { anId } from '../../town/story/builders.ts'
import { aContent, aDay, anItem, aRound, aSheet } from '../../town/story/round-builders.ts'
import type { RoundItem, RoundItemId } from '../reform/round.ts'
import { roundBoard } from '../report/round-board.ts'
import { consolidated } from '../report/round-consolidated.ts'
import { listedItems } from '../report/round-lists.ts'
import { roundBook } from './round-workbook.ts'

const [indicator] = aSheet().indicators
const TEXTS = ['=1+1', '＝HYPERLINK("http://x")', '+81', '-5000', '@SUM(A1)', "'引用", '一行目\n二行目', '_x000D_', '①㈱髙﨑～－']
const items: RoundItem[] = [
  ...TEXTS.map((text, nth) =>
    anItem({
      id: `${nth}` as RoundItemId,
      state: 'submitted',
      submittedBy: 'zaisei',
      submittedAt: new Date('2025-05-12T10:00:00+09:00'),
      content: aContent({
        progress: text,
        actuals: [{ indicator: anId('indicator'), raw: nth === 0 ? '▲1,234.50' : text, status: '実績' }],
      }),
    }),
  ),
  anItem({ id: 'draft' as RoundItemId, state: 'drafting', content: aContent({ progress: '書きかけの文' }) }),
  anItem({
    id: 'two' as RoundItemId,
    state: 'accepted',
    section: null,
    content: aContent({ unchanged: true, progress: '' }),
    sheet: aSheet({
      indicators: [
        indicator as never,
        { ...(indicator as NonNullable<typeof indicator>), id: anId('second'), name: '満足度', unit: '％', target: '80.0' },
      ],
      effects: [{ row: '人件費', scope: '人件費', unit: '千円', planned: '1,200', earlier: [] }],
    }),
  }),
]

let bytes: Uint8Array
let sheets: { name: string; rows: unknown[][] }[]
beforeAll(async () => {
  const round = aRound()
  const all = listedItems({ round, items, steps: [], sections: [], day: aDay('2025-05-20') })
  const board = roundBoard(round, all, aDay('2025-05-20'))
  bytes = await roundBook({ title: 'あおば市 照会', made: '令和7年5月20日（火）現在', rows: consolidated(all, () => '清水 陽菜'), board })
  sheets = (await readXlsx(bytes)).sheets
})
const rows = () => (sheets[0]?.rows ?? []) as unknown[][]
const column = (header: string) => (rows()[2] ?? []).indexOf(header)
const cell = (row: number, header: string) => rows()[row + 3]?.[column(header)] ?? null

describe('集計ブック', () => {
  it('一行が一つの報告で、見出しの下に並ぶ', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['報告の一覧', '課別集計'])
    expect(rows().length).toBe(3 + items.length)
    expect([cell(0, '番号'), cell(0, '取組'), cell(0, '所管課'), cell(0, '状態'), cell(0, '提出した人'), cell(0, '最後の提出')]).toEqual([
      '1-1-1',
      '窓口申請のオンライン化',
      '財政課',
      '提出済',
      '清水 陽菜',
      '令和7年5月12日（月）',
    ])
  })

  it.each(TEXTS.map((text, nth) => ({ text, nth })))('S-10 「$text」は文字のまま入り、読み戻しても同じ', ({ text, nth }) =>
    expect(cell(nth, '取組状況')).toBe(text),
  )

  it('S-10 数式は一つもない', async () => {
    const { strFromU8, unzipSync } = await import('fflate')
    const parts = unzipSync(bytes)
    for (const name of Object.keys(parts).filter((one) => one.includes('worksheets/')))
      expect(strFromU8(parts[name] as Uint8Array)).not.toMatch(/<f[ >]/)
  })

  it('実績値は、数なら数、そうでなければ文字', () =>
    expect([cell(0, '指標1 実績'), cell(3, '指標1 実績'), cell(4, '指標1 実績'), cell(0, '指標1 目標')]).toEqual([
      -1234.5,
      -5000,
      '@SUM(A1)',
      2000,
    ]))

  it('指標と効果額の列は、一番多い報告に合わせる', () => {
    const last = items.length - 1
    expect([cell(last, '指標2'), cell(last, '指標2 目標'), cell(last, '効果額1'), cell(last, '効果額1 計画')]).toEqual([
      '満足度（％）',
      80,
      '人件費（千円）',
      1200,
    ])
    expect(column('指標3')).toBe(-1)
    expect(cell(0, '指標2')).toBeNull()
  })

  it('下書きの内容は載せず、「変更なし」は前年度の文を載せる', () => {
    expect([cell(TEXTS.length, '状態'), cell(TEXTS.length, '取組状況')]).toEqual(['下書き', null])
    expect([cell(items.length - 1, '変更なし'), cell(items.length - 1, '取組状況')]).toEqual(['変更なし', '対象手続を12件に広げた。'])
  })

  it('課別集計の合計は、画面の合計と同じ', () => {
    const tally = sheets[1]?.rows as unknown[][]
    const header = tally[2] as unknown[]
    const total = tally.at(-1) as unknown[]
    const of = (name: string) => total[header.indexOf(name)]
    expect([total[0], of('対象'), of('提出'), of('受理'), of('提出率')]).toEqual(['合計', items.length, 0, 1, '0.0%'])
  })
})
