import { describe, expect, it } from 'vitest'
import type { DocumentRecord } from '../../reform/record.ts'
import { readText } from '../read/text.ts'
import { understand } from '../understand.ts'

const read = (...lines: string[]): DocumentRecord =>
  understand({ name: 'あおば市.txt', sha256: '', kind: 'txt', pages: readText(lines.join('\n')), characters: 0 })

describe('章', () => {
  it.each([
    {
      title: '番号のある見出しと番号のない見出し',
      lines: [
        'はじめに',
        '',
        '市は改革を進めてきました。',
        '',
        '１　進行管理',
        '',
        '毎年度、結果を公表します。',
        '委員会の意見を聴きます。',
      ],
      says: ['はじめに｜市は改革を進めてきました。', '１ 進行管理｜毎年度、結果を公表します。\n委員会の意見を聴きます。'],
    },
    {
      title: 'Markdownの見出し',
      lines: ['## 見通し', '', '収入は減る見込みです。'],
      says: ['見通し｜収入は減る見込みです。'],
    },
    { title: '見出しのない段落は未読のまま残る', lines: ['市は改革を進めてきました。'], says: [] },
    { title: '箇条書きは章に呑み込まない', lines: ['主な項目', '', '・窓口の予約', '・会議の削減'], says: [] },
    { title: '柱の見出しは章ではなく、後の表のものである', lines: ['柱2 財政の健全化', '', '収入を増やし、支出を減らします。'], says: [] },
    { title: '課の名は見出しではない', lines: ['総務課', '', '会議の資料を減らしました。'], says: [] },
    { title: '欄の見出し語は章の見出しではない', lines: ['取組状況', '', '会議の資料を減らしました。'], says: [] },
  ])('$title', ({ lines, says }) => {
    expect(read(...lines).chapters.map((c) => `${c.heading}｜${c.text}`)).toEqual(says)
  })

  it('Markdownの上の見出しの章が親になる', () => {
    const { chapters } = read('# 改革の考え方', '', '考え方を述べます。ここは章です。', '', '## 背景', '', '人口が減っています。')
    expect(chapters.map((c) => [c.heading, chapters.find((p) => p.id === c.parent)?.heading ?? null])).toEqual([
      ['改革の考え方', null],
      ['背景', '改革の考え方'],
    ])
  })

  it('章だけの頁から計画の名と期間を知る', () => {
    const record = read('あおば市行政改革実施計画', '', '１　計画の期間', '', '期間は令和7年度から令和9年度までとします。')
    expect(record.plans).toMatchObject([{ title: 'あおば市行政改革実施計画', period: { from: 2025, to: 2027 } }])
  })

  it('内訳の合計は文字数に等しい', () => {
    const { characters, fields, prose, boilerplate, unread } = read('はじめに', '', '市は改革を進めてきました。', '・窓口').accounting
    expect(fields + prose + boilerplate + unread).toBe(characters)
    expect(unread).toBe(3)
  })
})

describe('文中の主な数値', () => {
  it.each([
    { text: '本市の人口は、令和2年10月1日現在で34,512人です。', says: ['本市の人口=34512人@2020-10-01'] },
    { text: '暮らしやすさが平成19年度には全国42位となりました。', says: ['暮らしやすさ（全国）=42位@2007'] },
    { text: '市税の収入は前の年度より3億円減りました。', says: [] },
    { text: '改革の結果、約120人の職員が減りました。', says: [] },
    { text: '令和6年4月1日の合計は95人です。', says: [] },
  ])('$text', ({ text, says }) => {
    const { series } = read('現在の姿', '', text)
    expect(
      series.flatMap((s) => s.points.map((p) => `${s.name}${s.breakdown ? `（${s.breakdown}）` : ''}=${p.value}${s.unit}@${p.at}`)),
    ).toEqual(says)
  })

  it.each([
    {
      text: '計画に基づき、平成23年 4月の職員数 842名を目標に管理します。',
      says: [{ name: '職員数', unit: '名', targets: [{ asOf: '2011-04', value: '842' }] }],
    },
    { text: '職員数の削減を目標に管理します。', says: [] },
  ])('目標 $text', ({ text, says }) => {
    expect(read('現在の姿', '', text).indicators).toMatchObject(says)
  })
})
