import { describe, expect, it } from 'vitest'
import type { DocumentRecord } from '../../reform/record.ts'
import { readText } from '../read/text.ts'
import { understand } from '../understand.ts'

const read = (lines: string): DocumentRecord =>
  understand({ name: '個票.txt', sha256: '', kind: 'txt', pages: readText(lines.replaceAll('|', '\t')), characters: 0 })

/** The same two initiatives in the spelling of one office or another. */
const blocks = (write: (pairs: [string, string][]) => string): string =>
  [
    write([
      ['取組名', '窓口予約の導入'],
      ['担当課', '市民課'],
      ['取組内容', '予約の仕組みを設ける。'],
      ['令和6年度の実績', '事業者を選んだ。'],
      ['今後の課題', '周知を進める。'],
    ]),
    write([
      ['取組名', '公用車の共用'],
      ['担当課', '管財課、総務課'],
      ['取組内容', '共用する車を増やす。'],
      ['令和6年度の実績', '3台を減らした。'],
      ['今後の課題', '予約の方法をそろえる。'],
    ]),
  ].join('\n\n')

describe('ラベルと値', () => {
  it.each<[string, (pairs: [string, string][]) => string]>([
    ['コロン', (pairs) => pairs.map(([l, v]) => `${l}：${v}`).join('\n')],
    ['かぎ括弧', (pairs) => pairs.map(([l, v]) => `【${l}】${v}`).join('\n')],
    ['黒四角の下に値', (pairs) => pairs.map(([l, v]) => `■${l}\n${v}`).join('\n')],
    ['二列の表', (pairs) => pairs.map(([l, v]) => `${l}|${v}`).join('\n')],
    ['ラベルと値が一行おき', (pairs) => pairs.map(([l, v]) => `${l}\n${v}`).join('\n')],
    ['全角空白でそろえる', (pairs) => pairs.map(([l, v]) => `${l.padEnd(9, '　')}${v}`).join('\n')],
    ['番号の付いたラベル', (pairs) => pairs.map(([l, v], i) => `（${i + 1}）${l}：${v}`.replace('）', '） ')).join('\n')],
    ['四列の表', ([title, section, ...rest]) => [`${title?.join('|')}|${section?.join('|')}`, ...rest.map((p) => p.join('|'))].join('\n')],
    [
      '一行に二つ',
      ([title, section, ...rest]) => [`${title?.join('：')}（${section?.join('：')}）`, ...rest.map((p) => p.join('：'))].join('\n'),
    ],
  ])('%s', (_title, write) => {
    const { initiatives, accounting } = read(blocks(write))
    expect(initiatives.map((i) => [i.title, i.sections.map((s) => s.name), i.description])).toEqual([
      ['窓口予約の導入', ['市民課'], '予約の仕組みを設ける。'],
      ['公用車の共用', ['管財課', '総務課'], '共用する車を増やす。'],
    ])
    expect(initiatives.map((i) => i.reports.map((r) => [r.fiscalYear, r.progress, r.issues]))).toEqual([
      [[2024, '事業者を選んだ。', '周知を進める。']],
      [[2024, '3台を減らした。', '予約の方法をそろえる。']],
    ])
    expect(accounting.unread).toBe(0)
  })

  it.each([
    ['ばらばらの欄', '指標名：待ち時間\n目標値（令和8年度）：15分以内\n基準値（令和4年度）：21分\n令和6年度実績値：19分'],
    ['名と値が一つの欄', '数値目標：待ち時間　15分以内（令和8年度）\n基準値（令和4年度）：21分\n令和6年度実績：19分'],
    ['一行に三つ', '指標名：待ち時間　目標値（令和8年度）：15分以内　基準値（令和4年度）：21分\n令和6年度実績値：19分'],
  ])('指標：%s', (_title, lines) => {
    const { indicators } = read(`取組名：窓口予約の導入\n担当課：市民課\n${lines}\n課題：周知を進める。`)
    expect(indicators).toHaveLength(1)
    const [it] = indicators
    expect([it?.name, it?.unit, it?.baseline?.value, it?.baseline?.asOf]).toEqual(['待ち時間', '分', '21', '2022'])
    expect(it?.targets.map((t) => [t.fiscalYear, t.comparator, t.value])).toEqual([[2026, '<=', '15']])
    expect(it?.actuals.map((a) => [a.fiscalYear, a.value])).toEqual([[2024, '19']])
  })

  it('続きの行は前の欄の値に、効果額は円に、短い語は評価になる', () => {
    const { initiatives, effects } = read(
      '取組名：公用車の共用\n担当課：管財課\n取組内容：共用する車を増やし、\n台数を減らす。\n令和6年度実績：3台を減らした。\n達成状況：おおむね順調\n効果額：1,250千円',
    )
    expect(initiatives[0]?.description).toBe('共用する車を増やし、\n台数を減らす。')
    expect(initiatives[0]?.evaluations.map((e) => e.raw)).toEqual(['おおむね順調'])
    expect(effects.map((e) => [e.scope, e.amountYen, e.unit])).toEqual([['公用車の共用', 1250000, '千円']])
  })

  it('現状と課題は、取組内容がなければ概要、あれば未読に残る', () => {
    const background = (more: string) =>
      read(`取組名：窓口予約の導入\n担当課：市民課\n現状と課題：待ち時間が長い。\n${more}今後の方針：周知を進める。`)
    expect(background('').initiatives[0]?.description).toBe('待ち時間が長い。')
    const both = background('取組内容：予約の仕組みを設ける。\n')
    expect(both.initiatives[0]?.description).toBe('予約の仕組みを設ける。')
    expect(both.unread.map((u) => u.text)).toEqual(['現状と課題：待ち時間が長い。'])
  })

  it('題名の前の見出しと計画名・計画期間', () => {
    const { plans, nodes, initiatives } = read(
      `あおば市行政改革プラン　令和6年度実績\n\n計画期間：令和5年度～令和9年度\n\n■柱１　便利な市役所\n\n${blocks((pairs) => pairs.map(([l, v]) => `${l}：${v}`).join('\n'))}`,
    )
    expect(plans.map((p) => [p.title, p.period])).toEqual([['あおば市行政改革プラン', { from: 2023, to: 2027 }]])
    expect(nodes.map((n) => n.title)).toEqual(['便利な市役所'])
    expect(initiatives.every((i) => i.node === nodes[0]?.id && i.plan === plans[0]?.id)).toBe(true)
  })

  it.each([
    ['字間をあけたラベル', '取 組 名　窓口予約の導入\n担 当 課　市民課\n取組内容　予約の仕組みを設ける。\n課　　題　周知が要る。'],
    ['番号だけの題名', '【No.1】窓口予約の導入\n所管：市民課\n概要：予約の仕組みを設ける。\n課題：周知が要る。'],
    ['題名の前の番号', '取組名：1-1 窓口予約の導入\n担当課：市民課\n取組内容：予約の仕組みを設ける。\n課題：周知が要る。'],
    [
      '柱の語で呼ばれる題名',
      '改革項目|窓口予約の導入|担当課|市民課\n内容|予約の仕組みを設ける。\n令和6年度の実績|始めた。\n課題|周知が要る。',
    ],
  ])('%s', (_title, lines) => {
    const [it] = read(lines).initiatives
    expect([it?.title, it?.sections[0]?.name, it?.description, it?.reports[0]?.issues]).toEqual([
      '窓口予約の導入',
      '市民課',
      '予約の仕組みを設ける。',
      '周知が要る。',
    ])
  })

  it('題名を読めない次の様式を、前の取組に混ぜない', () => {
    const { initiatives, unread } = read(
      '取組名：窓口予約\n担当課：市民課\n令和6年度実績：始めた。\n課題：周知が要る。\n\n件の名：公用車\n担当課：管財課\n令和6年度実績：減らした。\n課題：予約が要る。',
    )
    expect(initiatives.map((i) => [i.title, i.sections.length, i.reports[0]?.progress])).toEqual([['窓口予約', 1, '始めた。']])
    expect(unread.map((u) => u.text)).toEqual(['件の名：公用車', '管財課', '減らした。', '予約が要る。'])
  })

  it.each([
    ['□達成　☑概ね達成　□未達成', '概ね達成'],
    ['■継続 □廃止', '継続'],
    ['Ａ', 'Ａ'],
  ])('評価「%s」は「%s」', (said, raw) => {
    const [it] = read(`取組名：窓口予約\n担当課：市民課\n取組内容：予約を設ける。\n評価：${said}`).initiatives
    expect(it?.evaluations.map((e) => e.raw)).toEqual([raw])
  })

  it('年度の列の下に、計画・実績・評価・事業費・目標・課題が並ぶ', () => {
    const { initiatives, indicators } = read(
      [
        '取組名|窓口予約|担当課|市民課',
        '年度|令和5年度|令和6年度|令和7年度',
        '計画|検討|試行|実施',
        '実績|検討した。|試した。|',
        '評価|Ｂ|Ａ|',
        '事業費（千円）|1,200|3,400|',
        'KPI|待ち時間||',
        '目標値|20分|18分|15分',
        '課題|周知が要る。',
      ].join('\n'),
    )
    const [it] = initiatives
    expect(it?.parts[0]?.activities[0]?.schedule.map((c) => [c.from, c.text])).toEqual([
      ['2023', '検討'],
      ['2024', '試行'],
      ['2025', '実施'],
    ])
    expect(it?.reports.map((r) => [r.fiscalYear, r.progress, r.issues])).toEqual([
      [2023, '検討した。', null],
      [2024, '試した。', '周知が要る。'],
    ])
    expect(it?.evaluations.map((e) => [e.fiscalYear, e.raw])).toEqual([
      [2023, 'Ｂ'],
      [2024, 'Ａ'],
    ])
    expect(it?.costs.map((c) => [c.fiscalYear, c.amountYen])).toEqual([
      [2023, 1200000],
      [2024, 3400000],
    ])
    expect(indicators.map((i) => [i.name, ...i.targets.map((t) => `${t.fiscalYear}:${t.value}`)])).toEqual([
      ['待ち時間', '2023:20', '2024:18', '2025:15'],
    ])
  })

  it('左右に並ぶ二つの様式を混ぜない', () => {
    const { initiatives } = read(
      [
        '取組名|窓口予約||取組名|公用車の共用',
        '担当課|市民課||担当課|管財課',
        '取組内容|予約を設ける。||取組内容|台数を減らす。',
        '令和6年度実績|始めた。||令和6年度実績|減らした。',
      ].join('\n'),
    )
    expect(initiatives.map((i) => [i.title, i.sections[0]?.name, i.description, i.reports[0]?.progress])).toEqual([
      ['窓口予約', '市民課', '予約を設ける。', '始めた。'],
      ['公用車の共用', '管財課', '台数を減らす。', '減らした。'],
    ])
  })

  it.each([
    ['文章', 'あおば市は、取組名を改めた。\n担当課の意見を聞き、内容を見直した。'],
    ['見出しだけの一覧', '番号|取組名|担当課|取組状況\n1|窓口予約|市民課|始めた。\n2|公用車|管財課|減らした。'],
  ])('様式ではない：%s', (_title, lines) => {
    const { document } = read(lines)
    expect(document.layouts.filter((l) => l === 'plan-form' || l === 'label-value')).toEqual([])
  })
})
