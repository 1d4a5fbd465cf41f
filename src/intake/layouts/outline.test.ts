import { describe, expect, it } from 'vitest'
import type { DocumentRecord } from '../../reform/record.ts'
import { readText } from '../read/text.ts'
import { understand } from '../understand.ts'

const read = (...lines: string[]): DocumentRecord =>
  understand({ name: 'あおば市.txt', sha256: '', kind: 'txt', pages: readText(lines.join('\n')), characters: 0 })

/** «柱 > 項目» for every initiative. */
function treeOf(record: DocumentRecord): string[] {
  const path = (id: string | null): string[] => {
    const node = record.nodes.find((n) => n.id === id)
    return node ? [...path(node.parent), `${node.number} ${node.title}`] : []
  }
  return record.initiatives.map((i) => [...path(i.node), `${i.number} ${i.title}`].join(' > '))
}

const THREE_LEVELS = [
  'あおば市行政改革大綱',
  'はじめに',
  '市は、これまでも改革に取り組んできました。',
  '・あおば市行政改革プラン（平成13年3月策定）',
  '改革の期間',
  '期間は平成20年度から平成24年度までの5年間とします。',
  '改革の目標',
  '「選ばれるまちへ」',
  '改革の視点',
  '次の二つの視点に立って進めます。',
  '１．協働のまちづくり',
  '市民とともに進めます。',
  '２．身軽な市役所',
  '無駄をなくします。',
  '改革の方向と具体的項目',
  '１．協働のまちづくり',
  '（1）参加の機会の充実',
  '参加の機会を増やします。',
  '① 市民会議の開催',
  '市民会議を毎年開きます。',
  '※市民会議とは、公募の市民が話し合う場をいいます。',
  '② 会議の公開',
  '会議録を公開します。',
  '２．身軽な市役所',
  '（1）財政の健全化',
  '① 歳入の確保',
  '広告料の収入を増やします。',
  '推進に向けて',
  '毎年度、結果を公表します。',
]

describe('文章の大綱', () => {
  const record = read(...THREE_LEVELS)

  it('番号の段から視点・方向・項目の木になる', () => {
    expect(treeOf(record)).toEqual([
      '1 協働のまちづくり > (1) 参加の機会の充実 > ① 市民会議の開催',
      '1 協働のまちづくり > (1) 参加の機会の充実 > ② 会議の公開',
      '2 身軽な市役所 > (1) 財政の健全化 > ① 歳入の確保',
    ])
  })

  it('先に並べた視点と、後で展開した同じ見出しは一つである', () => {
    const perspectives = record.nodes.filter((n) => n.parent === null)
    expect(perspectives.map((n) => [n.level, n.title, n.text])).toEqual([
      ['視点', '協働のまちづくり', '市民とともに進めます。'],
      ['視点', '身軽な市役所', '無駄をなくします。'],
    ])
  })

  it('標題・期間・目標・前の計画が計画になる', () => {
    expect(record.plans).toMatchObject([
      {
        title: 'あおば市行政改革大綱',
        period: { from: 2008, to: 2012 },
        goal: '「選ばれるまちへ」',
        predecessors: [{ title: 'あおば市行政改革プラン', date: '2001-03' }],
      },
    ])
  })

  it('木の外の文章は章になり、用語の説明は本文に混じらない', () => {
    expect(record.chapters.map((c) => c.heading)).toEqual(['はじめに', '改革の期間', '改革の視点', '推進に向けて'])
    expect(record.glossary).toEqual([{ term: '市民会議', definition: '公募の市民が話し合う場をいいます。' }])
    expect(record.initiatives[0]?.description).toBe('市民会議を毎年開きます。')
  })

  it('読めない文字は残らず、内訳の合計は文字数に等しい', () => {
    const { characters, fields, prose, boilerplate, unread } = record.accounting
    expect(unread).toBe(0)
    expect(fields + prose + boilerplate + unread).toBe(characters)
  })

  it('標題がないときは、文中で名乗る計画名を推測として採る', () => {
    const lines = ['はじめに', '第2次あおば市行政改革プランにおいては、市民との協働を進めます。', ...THREE_LEVELS.slice(8)]
    const guessed = read(...lines)
    expect(guessed.plans.map((p) => p.title)).toEqual(['第2次あおば市行政改革プラン'])
    expect(guessed.guesses).toContain('/plans/0/title')
  })
})

describe('番号の付け方が違っても同じ木になる', () => {
  it.each([
    {
      title: '第1章・第1節・1－1',
      lines: [
        '第１章　策定の趣旨',
        '趣旨を述べます。',
        '第２章　改革の取組',
        '第１節　窓口の改革',
        '１－１　予約制の導入',
        '予約制を導入します。',
        '１－２　手続の電子化',
        '電子化を進めます。',
        '第３章　推進体制',
        '本部で進めます。',
      ],
      says: ['第1節 窓口の改革 > 1-1 予約制の導入', '第1節 窓口の改革 > 1-2 手続の電子化'],
    },
    {
      title: 'Markdownの見出しと基本方針1・重点取組1-1',
      lines: [
        '# あおば市行財政改革プラン',
        '## 基本方針1 窓口の改革',
        '### 重点取組1-1 予約制の導入',
        '予約制を導入します。',
        '### 重点取組1-2 手続の電子化',
        '電子化を進めます。',
      ],
      says: ['1 窓口の改革 > 1-1 予約制の導入', '1 窓口の改革 > 1-2 手続の電子化'],
    },
    {
      title: 'Ⅰ・１・(1)と、箇条書きのア・イ',
      lines: [
        'Ⅰ　基本的事項',
        '１　策定の目的',
        '目的を述べる。',
        'Ⅱ　取組内容',
        '１　窓口の改革',
        '（１）予約制の導入',
        '予約制を導入する。',
        '　ア　案内係の配置',
        '　イ　番号札の発券',
        '（２）手続の電子化',
        '電子化を進める。',
      ],
      says: ['1 窓口の改革 > (1) 予約制の導入', '1 窓口の改革 > (2) 手続の電子化'],
    },
    {
      title: '見出しと本文が一行にある',
      lines: [
        '３ 取組項目',
        '柱1 窓口の改革',
        '(1) 予約制の導入　来庁者が待たずに済むよう、予約制を導入します。',
        '(2) 手続の電子化　家から申請できるよう、電子化を進めます。',
      ],
      says: ['1 窓口の改革 > (1) 予約制の導入', '1 窓口の改革 > (2) 手続の電子化'],
    },
  ])('$title', ({ lines, says }) => {
    expect(treeOf(read(...lines))).toEqual(says)
  })
})

describe('項目の中の見出し語', () => {
  const record = read(
    '【推進項目１】業務の改革',
    '① 自動化の拡大（情報政策課）',
    '定型の業務を自動化します。',
    '目標　年間削減時間 1,000時間以上',
    '② 文書の電子化',
    '【取組内容】',
    '電子決裁を広げます。',
    '【担当課】',
    '総務課、法務課',
  )

  it.each([
    {
      title: '題名の括弧にある課は所管課である',
      of: 0,
      says: { title: '自動化の拡大', sections: [{ name: '情報政策課' }], description: '定型の業務を自動化します。' },
    },
    {
      title: '見出し語だけの行には、次の行が答える',
      of: 1,
      says: { title: '文書の電子化', sections: [{ name: '総務課' }, { name: '法務課' }], description: '電子決裁を広げます。' },
    },
  ])('$title', ({ of, says }) => {
    expect(record.initiatives[of]).toMatchObject(says)
  })

  it('目標の行は指標になる', () => {
    expect(record.indicators).toMatchObject([{ name: '年間削減時間', unit: '時間', targets: [{ comparator: '>=', value: '1000' }] }])
  })
})

describe('総論と各論、何度も現れる見出し語', () => {
  const record = read(
    '第４次あおば市行政改革推進計画',
    '第１章　総論',
    '１　計画の期間',
    '令和３年度～令和７年度',
    '２　計画の体系',
    '重点目標Ⅰ　協働のまちづくり',
    '（１）参加の推進',
    '第２章　各論',
    '重点目標Ⅰ　協働のまちづくり',
    '仕組みをつくります。',
    '（１）参加の推進',
    '①　公募の拡大',
    '（取組の内容）',
    '公募の割合を高めます。',
    '【担当課】企画課　【実施年度】令和３年度～',
    '②　意見の募集',
    '（取組の内容）',
    '制度を知らせます。',
    '【担当課】広報課　【実施年度】令和４年度',
    '第３章　計画の進行管理',
    '毎年度公表します。',
    '第４章　用語解説',
    '※公募　広く募ることをいいます。',
  )

  it('体系の一覧と各論の木は一つになり、章は取組にならない', () => {
    expect(treeOf(record)).toEqual([
      'Ⅰ 協働のまちづくり > (1) 参加の推進 > ① 公募の拡大',
      'Ⅰ 協働のまちづくり > (1) 参加の推進 > ② 意見の募集',
    ])
    expect(record.nodes).toHaveLength(2)
    expect(record.chapters.map((c) => c.heading)).toEqual(['第1章 総論', '1 計画の期間', '第3章 計画の進行管理'])
    expect(record.plans).toMatchObject([{ title: '第４次あおば市行政改革推進計画', period: { from: 2021, to: 2025 } }])
  })

  it('一行に並んだ見出し語は別々に読み、実施年度の終わりが書かれていなければ空けておく', () => {
    expect(record.initiatives.map((i) => [i.sections.map((s) => s.name), i.parts[0]?.activities[0]?.schedule])).toEqual([
      [['企画課'], [{ from: '2021', to: null, text: '令和３年度～', milestone: false }]],
      [['広報課'], [{ from: '2022', to: '2022', text: '令和４年度', milestone: false }]],
    ])
  })

  it('用語解説の項は用語になる', () => {
    expect(record.glossary).toEqual([{ term: '公募', definition: '広く募ることをいいます。' }])
  })
})

describe('同じ番号の形が二つの深さで使われる', () => {
  const record = read(
    'あおば市第６次行財政改革大綱',
    '１　策定の背景',
    '本市は、平成17年の合併以来、五次にわたる行財政改革に取り組み、職員数の削減や公共施設の統',
    '廃合、市債残高の縮減などに成果を上げてきました。しかしながら、人口減少と少子高齢化の進行に',
    '',
    '- 1 -',
    '',
    'より、今後も厳しい財政状況が続くと見込まれます。',
    '２　改革の柱と主な取組',
    'Ⅰ　サービスの向上',
    '１　電子化の推進',
    '・手続の電子化',
    '２　窓口の改善',
    '・総合窓口の設置',
    'Ⅱ　持続可能な財政',
    '１　歳入の確保',
    '・収納率の向上',
    '２　歳出の抑制',
    '・補助金の点検',
    '３　推進期間',
    '令和５年度から令和９年度までの５年間',
  )

  it('番号の続く方の段に付き、章はいちばん外の段に戻る', () => {
    expect(treeOf(record)).toEqual([
      'Ⅰ サービスの向上 > 1 電子化の推進',
      'Ⅰ サービスの向上 > 2 窓口の改善',
      'Ⅱ 持続可能な財政 > 1 歳入の確保',
      'Ⅱ 持続可能な財政 > 2 歳出の抑制',
    ])
    expect(record.plans[0]?.period).toEqual({ from: 2023, to: 2027 })
  })

  it('頁番号で切れた段落はつながる', () => {
    expect(record.chapters[0]?.text).toMatch(/統廃合.*進行により、/)
  })
})

it('壊れた文書の際限のない番号で止まらない', () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `${'1-'.repeat((i % 9) + 1)}1 改革の推進その${i}\n① 細目\n進めます。`)
  expect(read(...lines).accounting.characters).toBeGreaterThan(0)
})

it('項目の中で年度を書いた行は、年度を書かない行の年度でもある', () => {
  const record = read(
    '## 柱1 窓口の改革',
    '### 予約制の導入',
    '- 令和6年度の実績: 予約制を始めた。',
    '- 評価: 順調',
    '- 今後の方向性: 窓口を広げる。',
    '### 手続の電子化',
    '- 令和6年度の実績: 28の手続を加えた。',
  )
  expect(record.initiatives[0]).toMatchObject({
    reports: [{ fiscalYear: 2024, progress: '予約制を始めた。', issues: '窓口を広げる。' }],
    evaluations: [{ fiscalYear: 2024, raw: '順調' }],
  })
})

describe('大綱でないもの', () => {
  it.each([
    { title: '表の前の章だけの文書', lines: ['１　計画の期間', '期間は5年です。', '２　進行管理', '毎年度公表します。'] },
    { title: '本文のない番号の並び', lines: ['１ 総務部', '（１）総務課', '（２）人事課', '２ 市民部', '（１）市民課'] },
  ])('$title からは取組を作らない', ({ lines }) => {
    expect(read(...lines).initiatives).toEqual([])
  })

  it('途中の表とその題名は大綱が取らない', () => {
    const record = read(
      '１ 窓口の改革',
      '① 予約制の導入',
      '導入します。',
      '② 手続の電子化',
      '進めます。',
      '参考の数値',
      '区分\t令和4年\t令和5年',
      'あ\t1\t2',
      '２ 財政の改革',
      '① 歳入の確保',
      '確保します。',
    )
    expect(treeOf(record)).toHaveLength(3)
    expect(record.initiatives[1]?.description).toBe('進めます。')
  })
})
