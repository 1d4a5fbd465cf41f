import { describe, expect, it } from 'vitest'
import type { Initiative, ReformRecord } from '../../reform/record.ts'
import { readAs } from './example.ts'
import { progressList } from './progress-list.ts'

const HEADER = '改革項目|具体的取組|内容|所管課|R6取組状況|今後の課題'
const TITLE = '「あおば改革～次の一歩～」における令和6年度の取組状況'
const read = (...lines: string[]): ReformRecord => readAs(progressList, lines).record
const plain = (record: ReformRecord, i: Initiative): unknown[] => [
  record.nodes.find((n) => n.id === i.node)?.title ?? null,
  i.title,
  i.description,
  i.sections.map((s) => s.name).join('・'),
  i.reports.map((r) => [r.section, r.progress, r.issues]),
]

describe('進捗一覧：一行が一つの取組', () => {
  it.each([
    ['そのままの行', '①財源|広告の拡大|封筒に広告を載せる。|財政課|2社が載せた。|枠を増やす。'],
    ['先頭のセルが欠けて左にずれた行', '広告の拡大|封筒に広告を載せる。|財政課|2社が載せた。|枠を増やす。|'],
    ['空のセルが一つ多い行', '|広告の拡大|封筒に広告を載せる。||財政課|2社が載せた。|枠を増やす。'],
    ['先頭が欠け、空のセルが一つ多い行', '広告の拡大|封筒に広告を載せる。||財政課|2社が載せた。|枠を増やす。|'],
  ])('%s', (_, line) => {
    const record = read(TITLE, HEADER, '①財源|寄附の推進|返礼品を増やす。|総務課|3品を加えた。|周知する。', line)
    expect(plain(record, record.initiatives[1] as Initiative)).toEqual([
      '財源',
      '広告の拡大',
      '封筒に広告を載せる。',
      '財政課',
      [['財政課', '2社が載せた。', '枠を増やす。']],
    ])
    expect(record.nodes).toHaveLength(1)
  })

  it('表題の計画名・年度と、表の上の見出しが取組に付く', () => {
    const record = read(TITLE, '(1) 財政の改革', HEADER, '①財源|寄附の推進|返礼品を増やす。|総務課|3品を加えた。|')
    expect(record.plans.map((p) => [p.title, p.levels])).toEqual([['あおば改革～次の一歩～', ['改革項目', '具体的取組']]])
    expect(record.fiscalYear).toBe(2024)
    expect(record.nodes.map((n) => [n.number, n.title, n.level])).toEqual([
      ['(1)', '財政の改革', null],
      ['①', '財源', '改革項目'],
    ])
    expect(record.initiatives[0]?.reports[0]).toMatchObject({ fiscalYear: 2024, issues: null })
  })

  it('空のセルは上の行を指し、頁が替わっても続く', () => {
    const record = read(
      TITLE,
      HEADER,
      '①財源|寄附の推進|返礼品を増やす。|総務課|3品を加えた。|周知する。',
      '',
      TITLE.replace('取組状況', '実施状況'),
      HEADER,
      '|広告の拡大|封筒に載せる。|財政課|2社が載せた。|枠を増やす。',
    )
    expect(record.initiatives.map((i) => record.nodes.find((n) => n.id === i.node)?.title)).toEqual(['財源', '財源'])
    expect(record.plans).toHaveLength(1)
  })

  it('見出しの表記が揺れても一つの区分で、指摘が残る', () => {
    const { record, draft } = readAs(progressList, [
      HEADER,
      '①デジタル行政の推進|申請|増やす。|市民課|増やした。|',
      '',
      HEADER,
      '① デジタル行政推進|窓口|減らす。|市民課|減らした。|',
    ])
    expect(record.nodes).toHaveLength(1)
    expect(draft.remarks).toHaveLength(1)
  })
})

describe('進捗一覧：頁をまたぐ表', () => {
  it('見出し行が繰り返されない頁も、間の頁番号・表題・見出しを越えて続く', () => {
    const { record, unread } = readAs(progressList, [
      'あおば市行革プラン 令和6年度取組状況',
      '1 窓口の改革',
      '番号|取組名|担当課|取組内容|取組状況|課題',
      '1|窓口の延長|市民課|延ばす。|延ばした。|続ける。',
      '- 1 -',
      'あおば市行革プラン 令和6年度取組状況',
      '2|申請の電子化|情報課|増やす。|増やした。|続ける。',
      '',
      '2 財政の改革',
      '',
      '3|広告|管財課|載せる。|載せた。|増やす。',
      '- 2 -',
    ])
    expect(record.initiatives.map((i) => [i.number, i.title, record.nodes.find((n) => n.id === i.node)?.title])).toEqual([
      ['1', '窓口の延長', '窓口の改革'],
      ['2', '申請の電子化', '窓口の改革'],
      ['3', '広告', '財政の改革'],
    ])
    expect(unread).toEqual([])
  })

  it('図表のない頁の数字だけの実績も、ほかの頁に文があれば報告として読む', () => {
    const header = '取組名|担当課|令和6年度の実績'
    const record = read(header, '窓口|市民課|延ばした。', '', header, '申請|情報課|62手続')
    expect(record.initiatives.map((i) => i.reports[0]?.progress)).toEqual(['延ばした。', '62手続'])
  })
})

describe('進捗一覧：一つの取組に数行', () => {
  it('内容と所管課が違う行は取組の部分になり、報告は部分を指す', () => {
    const record = read(
      HEADER,
      '①財源|寄附の推進|個人の寄附を増やす。|総務課|3品を加えた。|周知する。',
      '||企業の寄附を増やす。|企画課（戦略室）|7件あった。|続ける。',
    )
    const [initiative] = record.initiatives as [Initiative]
    expect(record.initiatives).toHaveLength(1)
    expect(initiative.description).toBeNull()
    expect(initiative.parts.map((p) => [p.description, p.sections[0]?.name, p.sections[0]?.office])).toEqual([
      ['個人の寄附を増やす。', '総務課', null],
      ['企業の寄附を増やす。', '企画課', '戦略室'],
    ])
    expect(initiative.reports.map((r) => r.parts)).toEqual(initiative.parts.map((p) => [p.id]))
  })

  it('内容も所管課も空の行は、上の行の続きの報告になる', () => {
    const record = read(
      HEADER,
      '①料金|料金の見直し|見直す。|経営課|水道で検討した。|【水道事業】続ける。',
      '||||下水道で検討した。|【下水道事業】続ける。',
    )
    const [initiative] = record.initiatives as [Initiative]
    expect(initiative.parts).toEqual([])
    expect(initiative.reports.map((r) => [r.section, r.issues])).toEqual([
      ['経営課', '【水道事業】続ける。'],
      ['経営課', '【下水道事業】続ける。'],
    ])
  })

  it('【所属】で分かれたセルは所属ごとの報告になる', () => {
    const record = read(HEADER, '①財源|徴収|進める。|納税課・国保年金課|【納税課】催告した。 【国保年金課】調査した。|【納税課】続ける。')
    expect(record.initiatives[0]?.reports.map((r) => [r.section, r.progress, r.issues])).toEqual([
      ['納税課', '催告した。', '続ける。'],
      ['国保年金課', '調査した。', null],
    ])
  })

  it('セルの途中で改行された行も一行として読む', () => {
    const record = read(
      '取組名|担当課|実施内容|実施状況|課題',
      '窓口|市民課 税務課|まとめる。|【市民課】移した。',
      '【税務課】移した。|場所が足りない。',
    )
    expect(record.initiatives[0]?.reports.map((r) => [r.section, r.progress])).toEqual([
      ['市民課', '移した。'],
      ['税務課', '移した。'],
      [null, null],
    ])
  })
})

describe('進捗一覧：ほかの列', () => {
  it('計・小計は取組ではない', () => {
    const record = read('取組名|担当課|取組状況|効果額（千円）', '寄附|総務課|増やした。|1,200', '合計|||1,200')
    expect(record.initiatives.map((i) => i.title)).toEqual(['寄附'])
    expect(record.effects.map((e) => [e.scope, e.amountYen])).toEqual([
      ['寄附', 1_200_000],
      ['合計', 1_200_000],
    ])
  })

  it.each([
    ['評価の列', '取組名|担当課|自己評価|外部評価', '寄附|総務課|Ａ|Ｂ', ['自己評価 Ａ', '外部評価 Ｂ']],
    ['語だけの方向性', '取組名|担当課|取組状況|今後の方向性', '寄附|総務課|増やした。|拡充', [' 拡充']],
    ['○の付いた見出し', '取組名|担当課|達成|未達成', '寄附|総務課||○', [' 未達成']],
  ])('%sは評価になる', (_, header, line, said) => {
    expect(read(header, line).initiatives[0]?.evaluations.map((e) => `${e.stage ?? ''} ${e.raw}`)).toEqual(said)
  })

  it('二段の見出しで年度ごとの目標と実績が読める', () => {
    const record = read('指標|単位|基準値（R4）|R5||R6|', '|||目標|実績|目標|実績', '申請率|％|12.8|20|19.6|30以上|－')
    const [indicator] = record.indicators
    expect(indicator).toMatchObject({ name: '申請率', unit: '％', baseline: { asOf: '2022', value: '12.8' } })
    expect(indicator?.targets.map((t) => [t.fiscalYear, t.comparator, t.value])).toEqual([
      [2023, '=', '20'],
      [2024, '>=', '30'],
    ])
    expect(indicator?.actuals.map((a) => [a.fiscalYear, a.answer, a.value])).toEqual([
      [2023, 'number', '19.6'],
      [2024, 'not-applicable', null],
    ])
  })

  it.each([
    ['目標に名がある', '取組名|担当課|数値目標|実績', '検診|健康課|受診率 45％以上|41.6％', [['受診率', '45', '41.6']]],
    [
      '一つのセルに二つの指標',
      '取組名|担当課|指標|目標|実績',
      '検診|健康課|① 受診率 ② 回数|① 45％ ② 3回|① 41.6％ ② 4回',
      [
        ['受診率', '45', '41.6'],
        ['回数', '3', '4'],
      ],
    ],
  ])('%s', (_, header, line, said) => {
    expect(read(header, line).indicators.map((i) => [i.name, i.targets[0]?.value, i.actuals[0]?.value])).toEqual(said)
  })

  it('年度の列の言葉は年度別計画になり、矢印は前の棒を延ばす', () => {
    const record = read('取組名|担当課|年度別計画|||', '||R6|R7|R8|R9', '帳票の削減|総務課|調査|削減|→|点検')
    expect(record.initiatives[0]?.parts[0]?.activities[0]?.schedule.map((s) => [s.from, s.to, s.text])).toEqual([
      ['2024', null, '調査'],
      ['2025', '2026', '削減'],
      ['2027', null, '点検'],
    ])
  })

  it('表でない文章や、取組のない表は読まない', () => {
    expect(readAs(progressList, ['本市では改革を進めてきました。', '評価|項目数|割合', 'Ａ|5|62.5％']).stretches).toBe(0)
  })
})
