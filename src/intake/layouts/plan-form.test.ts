import { describe, expect, it } from 'vitest'
import type { DocumentRecord, Initiative } from '../../reform/record.ts'
import { readText } from '../read/text.ts'
import { understand } from '../understand.ts'

const read = (lines: string): DocumentRecord =>
  understand({ name: '様式.txt', sha256: '', kind: 'txt', pages: readText(lines.replaceAll('|', '\t')), characters: 0 })
const only = (lines: string): Initiative => {
  const { initiatives } = read(lines)
  expect(initiatives).toHaveLength(1)
  return initiatives[0] as Initiative
}
const form = (...more: string[]): string =>
  ['①|実施計画名|窓口予約の導入|所管課|市民課', '事業概要|目指す姿（目標）', '予約の仕組みを設ける。|待たない窓口', ...more].join('\n')
const YEARS = '|2024年度（令和6年度）|2025年度（令和7年度）|2026年度（令和8年度）|'
const plan = (...rows: string[]): string => form('取組内容|行動計画|||2026年度末までの目標値', YEARS, ...rows)
const marked = (header: string, ...rows: string[]): Initiative =>
  only(form(header, ...rows, '進捗状況|年度|実績|計画の見直し', '|2024年度|始めた仕事がある。|'))

describe('実施計画の様式', () => {
  it.each([
    ['番号と名とラベルが別のセル', '①|実施計画名|窓口予約の導入|所管課|市民課'],
    ['ラベルと値が一つのセル', '①|実施計画名 窓口予約の導入|所管課 市民課'],
    ['強調と番号の付いた行', '① 実施計画名 **窓口予約の導入**\n\n所管課 市民課'],
    ['間に空のセル', '①|実施計画名|窓口予約の導入||所管課|市民課||'],
    ['番号だけの行', '①\n\n実施計画名 窓口予約の導入\n\n所管課 市民課'],
  ])('題名：%s', (_title, head) => {
    const it = only(
      `${head}\n\n事業概要|目指す姿（目標）\n予約の仕組みを設ける。|待たない窓口\n\n取組内容|行動計画||\n${YEARS}\n予約|設計||`,
    )
    expect([it.number, it.title, it.sections.map((s) => s.name)]).toEqual(['①', '窓口予約の導入', ['市民課']])
    expect([it.description, it.goal]).toEqual(['予約の仕組みを設ける。', '待たない窓口'])
  })

  it.each([
    ['最初の年だけ', '予約|設計||', [['2024', null, '設計']]],
    [
      '年ごと',
      '予約|設計|導入|運用',
      [
        ['2024', null, '設計'],
        ['2025', null, '導入'],
        ['2026', null, '運用'],
      ],
    ],
    ['一つの文が年をまたぐ', '予約|月間における、|周知と|説明', [['2024', '2026', '月間における、周知と説明']]],
    [
      '節目は●で別の一こま',
      '予約|設計 ● 契約|● 開始|',
      [
        ['2024', null, '設計'],
        ['2024', null, '● 契約'],
        ['2025', null, '● 開始'],
      ],
    ],
    ['矢印は印刷のまま', '予約|→||', [['2024', null, '→']]],
  ])('行動計画：%s', (_title, row, cells) => {
    const [activity] = only(plan(row)).parts[0]?.activities ?? []
    expect(activity?.name).toBe('予約')
    expect(activity?.schedule.map((c) => [c.from, c.to, c.text])).toEqual(cells)
  })

  it('行動計画：一年に二つの列があれば空白でつなぎ、名のない行は上の取組内容を継ぐ', () => {
    const it = only(form('取組内容|行動計画||||目標', '|R6||R7||', '予約|調査|公表|導入||', '|点検||||'))
    expect(it.parts[0]?.activities).toEqual([
      {
        name: '予約',
        schedule: [
          { from: '2024', to: null, text: '調査 公表', milestone: false },
          { from: '2025', to: null, text: '導入', milestone: false },
        ],
      },
      { name: '予約', schedule: [{ from: '2024', to: null, text: '点検', milestone: false }] },
    ])
  })

  it('目標：数行に分かれたセルの目標・現況・途中の目標を一つの指標に結ぶ', () => {
    const { indicators } = read(
      plan(
        '予約|設計|||・予約率 30％以上 ・待ち時間 15分以内 ※2024年度時点の目標値は20分',
        '案内||||（2023年度末時点の現況値） ・予約率 4.5％ ・待ち時間 21分',
      ),
    )
    expect(indicators.map((i) => [i.name, i.unit, i.baseline?.value, i.baseline?.asOf, i.direction])).toEqual([
      ['予約率', '%', '4.5', '2023年度末', 'increase'],
      ['待ち時間', '分', '21', '2023年度末', 'decrease'],
    ])
    expect(indicators[1]?.targets.map((t) => [t.fiscalYear, t.comparator, t.value, t.final])).toEqual([
      [2024, '=', '20', false],
      [2026, '<=', '15', true],
    ])
  })

  it('目標：文で書かれたものは値を持たず、一つ多いセルの行では右端を目標と読む', () => {
    const { indicators, unread } = read(plan('予約|設計|導入|運用|余り|待たせない窓口をつくる'))
    expect(indicators.map((i) => [i.name, i.targets[0]?.value, i.targets[0]?.answer])).toEqual([['待たせない窓口をつくる', null, 'text']])
    expect(unread.map((u) => u.text)).toEqual(['余り'])
  })

  it.each([
    ['見出しどおり', '進捗状況|年度|実績|計画の見直し\n|2024年度|予約率は12.5％となった。|目標を改める。', '目標を改める。'],
    ['見出しが一つ左', '年度|実績||計画の見直し|\n進捗状況|2024年度|予約率は12.5％となった。||目標を改める。|', '目標を改める。'],
    ['値が一つ右', '進捗状況|年度|実績|計画の見直し\n||2024年度|予約率は12.5％となった。|', null],
    ['実績の見出しがない', '進捗状況|年度|計画の見直し\n|2024年度|予約率は12.5％となった。', null],
  ])('進捗：%s', (_title, table, revision) => {
    const { initiatives, indicators } = read(`${plan('予約|設計|||予約率 30％以上')}\n\n${table}`)
    const [report] = initiatives[0]?.reports ?? []
    expect([report?.fiscalYear, report?.progress, report?.revision]).toEqual([2024, '予約率は12.5％となった。', revision])
    expect(indicators[0]?.actuals.map((a) => [a.fiscalYear, a.value])).toEqual([[2024, '12.5']])
    expect(report?.figures[0]?.indicator).toBe(indicators[0]?.id)
  })

  it('部分：見出しごとに所管と活動を持ち、一つの報告は前の報告からあとの部分のもの', () => {
    const table = ['取組内容|行動計画', '|R6|R7', '予約|設計|']
    const report = (text: string) => ['進捗状況|年度|実績|計画の見直し', `|2024年度|${text}|`]
    const it = only(
      form(
        '総括 <市民課>',
        ...table,
        '案内 <広報課、総務課>',
        ...table,
        ...report('ふたつ分の報告である。'),
        '支所 <支所>',
        ...table,
        ...report('支所の報告である。'),
      ),
    )
    expect(it.parts.map((p) => [p.title, p.sections.map((s) => s.name)])).toEqual([
      ['総括', ['市民課']],
      ['案内', ['広報課', '総務課']],
      ['支所', ['支所']],
    ])
    expect(it.reports.map((r) => r.parts)).toEqual([[it.parts[0]?.id, it.parts[1]?.id], [it.parts[2]?.id]])
  })

  it('見出しの番号が同じでも題名が違えば別の取組、次の頁の同じ題名は同じ取組', () => {
    const head = (title: string) => `重点目標1 便利な市役所\n取組事項2 窓口\n①|実施計画名|${title}|所管課|市民課`
    const table = '取組内容|行動計画\n|R6|R7\n予約|設計|'
    const { initiatives, nodes } = read(
      [
        `${head('窓口予約')}\n${table}`,
        `${head('窓口案内')}\n${table}`,
        `${head('窓口案内')}\n年度|実績|計画の見直し\n2024年度|始めた。|`,
      ].join('\n\n'),
    )
    expect(initiatives.map((i) => [i.title, i.number, i.reports.length])).toEqual([
      ['窓口予約', '①', 0],
      ['窓口案内', '①', 1],
    ])
    expect(nodes.map((n) => [n.level, n.number, n.title])).toEqual([
      ['重点目標', '1', '便利な市役所'],
      ['取組事項', '2', '窓口'],
    ])
  })
})

describe('印と情報公開', () => {
  const marks = (it: Initiative) => it.marks.map((m) => m.on)
  it.each([
    ['見出しの下', '5レス|カウンター|キャッシュ|ペーパー|ファイル|ムーブ', '|○||○||', [true, false, true, false, false]],
    [
      '見出しの行に混じる○は右端のものか分からない',
      '5レス|カウンター|キャッシュ|ペーパー|ファイル|ムーブ|○',
      '||○||||',
      [false, true, false, false, null],
    ],
    [
      '情報公開の下の○も',
      '5 レス|カウンター|キャッシュ|ペーパー|ファイル|ムーブ|情報公開|市ウェブサイト',
      '||||||○|',
      [false, false, false, false, null],
    ],
    [
      '左にはみ出た○は全体がずれている',
      '5|レス|カウンター|キャッシュ|ペーパー|ファイル|ムーブ',
      '○||○||||',
      [null, null, null, null, null],
    ],
    ['○の行がない', '5レス|カウンター|キャッシュ|ペーパー|ファイル|ムーブ', '', [null, null, null, null, null]],
    ['別の印の名', '3レス|ペーパー|タイム|ムーブ', '|○||○', [true, false, true]],
  ])('%s', (_title, header, row, on) => {
    expect(marks(marked(header, row))).toEqual(on)
  })

  it('頁の題は見出しの右に並び、語の入った欄が一つ左にずれていれば直す', () => {
    const header =
      '5レス|カウンター|キャッシュ|ペーパー|ファイル|ムーブ|情報公開|市ウェブサイト|その他|市ウェブページ|・予約の案内 ・窓口の混雑'
    expect(marked(header, '|○|||||○|広報あおば||').published).toEqual([
      { where: '市ウェブページ', title: '予約の案内', url: null },
      { where: '市ウェブページ', title: '窓口の混雑', url: null },
      { where: '市ウェブサイト', title: null, url: null },
      { where: 'その他', title: '広報あおば', url: null },
    ])
  })
})
