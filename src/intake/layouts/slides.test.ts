import { describe, expect, it } from 'vitest'
import type { DocumentRecord } from '../../reform/record.ts'
import { readText } from '../read/text.ts'
import { understand } from '../understand.ts'
import { arrowPoints, onlyFigure, pointInTime } from './slides/figures.ts'

const read = (text: string): DocumentRecord =>
  understand({ name: 'あおば市.txt', sha256: '', kind: 'txt', pages: readText(text), characters: 0 })

const REPORT = `
市長会見

改革レポート「あおばの一歩」第2号

変わりはじめた市役所の今をお伝えします。

01

待たせない
市役所

02

身軽な
市役所

待たせない市役所

～ 待つ時間を減らします ～

窓口の混み方は日によって違います。

やりたいのはこんなこと

- 1 予約すれば待たずに手続ができるようにします。
- 2 家から申請できるようにします。

これまでの主な取組み



窓口予約を導入(R6.7)



95の手続をオンライン化



待ち時間

2022	2023
24分	19分

身軽な市役所

～ 無駄をなくします ～

やりたいのはこんなこと

1 会議を減らします。

これまでの主な取組み

会議の見直しを実施(R6.4)

資料を簡素化

・会議1回あたりの資料
R4:22枚 → R5:6枚

今後の取組み ～ 重点プロジェクト ～



スマホ市役所

1

手続をスマートフォンに集めます。

2

窓口の混雑を減らします。

具体的にはこんなこと

広報を届ける

希望する情報をお知らせします。

いろいろなサービス

- 施設の予約
- 会議の予約

などを順に増やします。



書かない窓口

- 1 申請書を書かずに済むようにします。

具体的にはこんなこと

申請システム

申請書の作成を省きます。



・本人を確認
・暗証番号を入力



証明書を受け取る

1件あたりの
手続時間

約15分



約5分



改革ロードマップ

01
待たせない
市役所

→窓口予約の運用

- 電子決済の開始(10月)
- 集中保全期間(R5~7)

オンライン申請率 **18.4%** **30%** **3年後までに 60%**

02
身軽な
市役所

- 会議室の予約を電子化(4月)

会議の数 121会議 3年後までに 80会議以下

電子化 **試行** **全庁に拡大**

体制の見直し

改革を続けるため、専任の課を置きます。
`

describe('報告のスライド', () => {
  const record = read(REPORT)
  const nodeOf = (id: string | null) => record.nodes.find((n) => n.id === id)?.title ?? null

  it('柱は番号・題名・副題と導入を持つ', () => {
    expect(record.nodes.map((n) => [n.number, n.title, n.text])).toEqual([
      ['01', '待たせない市役所', '待つ時間を減らします\n窓口の混み方は日によって違います。'],
      ['02', '身軽な市役所', expect.stringMatching(/^無駄をなくします/)],
    ])
  })

  it('やりたいことは柱の下の取組、プロジェクトは柱のない取組になる', () => {
    expect(record.initiatives.map((i) => [nodeOf(i.node), i.title])).toEqual([
      ['待たせない市役所', '予約すれば待たずに手続ができるようにします。'],
      ['待たせない市役所', '家から申請できるようにします。'],
      ['身軽な市役所', '会議を減らします。'],
      [null, 'スマホ市役所'],
      [null, '書かない窓口'],
    ])
    expect(record.initiatives[3]?.description).toBe('手続をスマートフォンに集めます。\n窓口の混雑を減らします。')
  })

  it('これまでの取組みは日付のある出来事になる', () => {
    expect(record.events.map((e) => [e.text, e.at])).toEqual([
      ['窓口予約を導入', '2024-07'],
      ['95の手続をオンライン化', null],
      ['会議の見直しを実施', '2024-04'],
    ])
  })

  it('小さな表と矢印は系列になる', () => {
    expect(record.series.map((s) => [s.name, s.unit, s.points.map((p) => `${p.at}=${p.value}`)])).toEqual([
      ['待ち時間', '分', ['2022=24', '2023=19']],
      ['会議1回あたりの資料', '枚', ['2022=22', '2023=6']],
    ])
  })

  it('具体例は部分に、その後の手順は活動になる', () => {
    expect(record.initiatives[3]?.parts.map((p) => [p.title, p.description])).toEqual([
      ['広報を届ける', '希望する情報をお知らせします。'],
      ['いろいろなサービス', '施設の予約\n会議の予約\nなどを順に増やします。'],
    ])
    expect(record.initiatives[4]?.parts[0]?.activities.map((a) => a.name)).toEqual(['本人を確認 暗証番号を入力', '証明書を受け取る'])
  })

  it('工程表の行は柱に付き、月と期間が読まれる', () => {
    expect(record.roadmap.map((r) => [nodeOf(r.node), r.text, r.month, r.from, r.to])).toEqual([
      ['待たせない市役所', '窓口予約の運用', null, null, null],
      ['待たせない市役所', '電子決済の開始', 10, null, null],
      ['待たせない市役所', '集中保全期間', null, '2023', '2025'],
      ['身軽な市役所', '会議室の予約を電子化', 4, null, null],
    ])
  })

  it.each([
    { name: '1件あたりの手続時間', says: { unit: '分', baseline: { value: '15' }, targets: [{ value: '5' }] } },
    {
      name: 'オンライン申請率',
      says: {
        baseline: { value: '18.4' },
        targets: [
          { value: '30', final: false },
          { value: '60', final: true },
        ],
      },
    },
    { name: '会議の数', says: { unit: '会議', baseline: { value: '121' }, targets: [{ value: '80', comparator: '<=', final: true }] } },
    { name: '電子化', says: { baseline: { answer: 'text', raw: '試行' }, targets: [{ answer: 'text', raw: '全庁に拡大' }] } },
  ])('指標「$name」', ({ name, says }) => {
    expect(record.indicators.find((i) => i.name === name)).toMatchObject(says)
  })

  it('矢印の失われた前後の値は推測として残す', () => {
    const index = record.indicators.findIndex((i) => i.name === '1件あたりの手続時間')
    expect(record.guesses).toEqual(expect.arrayContaining([`/indicators/${index}/baseline`, `/indicators/${index}/targets`]))
  })

  it('残りの文章は見出しの下の章になる', () => {
    expect(record.chapters.map((c) => [c.heading, c.text])).toEqual([
      ['改革レポート「あおばの一歩」第2号', '市長会見\n変わりはじめた市役所の今をお伝えします。'],
      ['体制の見直し', '改革を続けるため、専任の課を置きます。'],
    ])
  })
})

describe('箇条と表で書かれた報告', () => {
  const record = read(`
# あおば市 改革レポート

## 改革の柱1　つながる市役所

～いつでも手続できる市役所へ～

### 目指すこと

- すべての手続を電子化する

### これまでの成果

- 施設予約を電子化（令和6年10月）
- 古い集会所3か所を廃止
- 電子申請件数　R4：1,200件 → R5：3,450件

## 重点プロジェクト

### 小さな市役所

1. 来庁しなくても用が足りるようにします。

具体的には

- 遠隔の相談

## ロードマップ

項目	令和7年度	令和8年度	令和9年度
小さな市役所	試行	本格実施	→
`)

  it('柱の段と番号は題名の前から読む', () => {
    expect(record.nodes).toMatchObject([{ level: '改革の柱', number: '1', title: 'つながる市役所' }])
  })

  it('箇条の成果は日付がなくても出来事、矢印のある行は系列になる', () => {
    expect(record.events.map((e) => [e.text, e.at])).toEqual([
      ['施設予約を電子化', '2024-10'],
      ['古い集会所3か所を廃止', null],
    ])
    expect(record.series).toMatchObject([{ name: '電子申請件数', points: [{ at: '2022' }, { at: '2023', value: '3450' }] }])
  })

  it('年度の表は工程になり、矢印は前の段階の続きである', () => {
    const own = record.initiatives.find((i) => i.title === '小さな市役所')
    expect(own?.parts.map((p) => p.title)).toEqual(['遠隔の相談'])
    expect(record.roadmap.map((r) => [r.initiative === own?.id, r.text, r.from, r.to])).toEqual([
      [true, '小さな市役所 試行', '2025', '2025'],
      [true, '小さな市役所 本格実施', '2026', '2027'],
    ])
  })
})

describe('スライドの数値', () => {
  it.each([
    { text: '2023.12', says: '2023-12' },
    { text: 'R4', says: '2022' },
    { text: '2020', says: '2020' },
    { text: '令和6年1月30日', says: '2024-01-30' },
    { text: '平均', says: null },
  ])('時点 $text', ({ text, says }) => {
    expect(pointInTime(text)).toBe(says)
  })

  it.each([
    { text: 'R4:4.8倍→R5:11.7倍', says: ['2022=4.8', '2023=11.7'] },
    { text: 'R4：1,712 → R5：1,507事業', says: ['2022=1712', '2023=1507'] },
    { text: '紙→データ配布', says: null },
    { text: '4.8倍→11.7倍', says: null },
  ])('矢印 $text', ({ text, says }) => {
    expect(arrowPoints(text)?.map((p) => `${p.at}=${p.value}`) ?? null).toEqual(says)
  })

  it.each([
    { text: '約15分', says: '15' },
    { text: '2,200件/年', says: '2200' },
    { text: '8つの分科会', says: null },
    { text: '手続きに約15分', says: null },
  ])('数値だけの行 $text', ({ text, says }) => {
    expect(onlyFigure(text)?.value ?? null).toBe(says)
  })
})
