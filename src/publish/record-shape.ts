import { effectShapes, indicatorShapes } from './record-shape-figures.ts'
import { initiative } from './record-shape-initiative.ts'
import { flag, list, map, maybe, object, oneOf, optional, type Shape, text, whole } from './shape.ts'

export const DOCUMENT_KINDS = ['xlsx', 'csv', 'pdf', 'txt', 'docx', 'html'] as const
const ORGANIZATION_CHANGES = ['新設', '廃止', '統合', '分割', '改称', '移管', '再編'] as const

const plan = object('計画', {
  id: text('記録の中での識別子'),
  title: text('計画名'),
  kind: maybe(text('計画の種類', '大綱、実施計画、アクションプランなど')),
  parent: maybe(text('上位の計画の識別子')),
  period: maybe(object('計画期間', { from: whole('始まりの年度（西暦）'), to: whole('終わりの年度（西暦）') })),
  goal: maybe(text('計画の目標')),
  levels: list('階層の名', text('階層の名'), '上から順に。重点推進目標、取組事項、実施計画など'),
  predecessors: list('前の計画', object('前の計画', { title: text('計画名'), date: maybe(text('策定の時期')) })),
})

const chapter = object('章', {
  id: text('記録の中での識別子'),
  parent: maybe(text('上の章の識別子')),
  heading: text('見出し'),
  text: text('本文'),
})

const node = object('柱・区分', {
  id: text('記録の中での識別子'),
  plan: maybe(text('計画の識別子')),
  parent: maybe(text('上の柱・区分の識別子')),
  level: maybe(text('階層の名')),
  number: maybe(text('番号')),
  title: text('名称'),
  text: maybe(text('説明の文')),
})

const named = object('取組の名', { title: text('取組名'), initiative: maybe(text('取組の識別子')) })
const lineage = object('系譜', {
  from: list('前の取組', named),
  to: list('後の取組', named),
  kind: text('見直し区分', '継続、新規、廃止など、印刷されたまま'),
  reason: maybe(text('理由')),
  section: maybe(text('所管課')),
  pillar: maybe(text('基本方針')),
  theme: maybe(text('戦略区分')),
})

const link = object('取組へのつながり', {
  title: text('取組名'),
  sections: list('所管課', text('所管課')),
  aggregates: list('まとめた取組', text('取組名')),
  note: maybe(text('注記')),
  initiative: maybe(text('取組の識別子')),
})
const review = object('総括', {
  method: text('方法', 'KPT など'),
  plan: optional(maybe(text('対象の計画の識別子', '振り返る計画・期。言われていなければ、この欄がない'))),
  items: list(
    '項目',
    object('項目', {
      kind: oneOf('種類', ['keep', 'problem', 'try']),
      number: maybe(text('番号')),
      text: text('本文'),
      new: list('新しい取組', link),
      existing: list('今ある取組', link),
      other: list('その他', text('その他')),
    }),
  ),
})

const organizationChange = object('組織改正', {
  number: maybe(text('番号')),
  department: maybe(text('部局')),
  effective: maybe(text('施行日')),
  text: text('本文'),
  changes: list(
    '改正の内容',
    object('改正の内容', {
      kind: oneOf('種類', ORGANIZATION_CHANGES),
      from: list('改正前の組織', text('組織名')),
      to: list('改正後の組織', text('組織名')),
      what: maybe(text('移すもの')),
      reason: maybe(text('理由')),
      guessed: flag('種類は推定'),
    }),
  ),
})

const event = object('これまでの取組', { node: maybe(text('柱の識別子')), text: text('本文'), at: maybe(text('時期')) })
const roadmapItem = object('工程', {
  node: maybe(text('柱の識別子')),
  initiative: maybe(text('取組の識別子')),
  text: text('本文'),
  from: maybe(text('始まり')),
  to: maybe(text('終わり', '書かれていなければ null')),
  month: maybe(whole('月')),
})

const check = object('検算', {
  kind: text('検算の種類'),
  verdict: oneOf('判定', ['holds', 'fails', 'cannot-tell', 'remark'], 'holds 合う、fails 合わない、cannot-tell 判定できない、remark 指摘'),
  stated: maybe(text('書かれた値')),
  computed: maybe(text('計算した値')),
  message: text('説明'),
  at: list('場所', text('場所')),
})
const accounting = object(
  '文字数の内訳',
  Object.fromEntries(
    Object.entries({ characters: '総文字数', fields: '項目', prose: '本文', boilerplate: '柱書き・頁番号', unread: '読み残し' }).map(
      ([key, title]) => [key, { ...whole(title), fallback: 0 }],
    ),
  ),
  '空白を除く。fields + prose + boilerplate + unread = characters',
)

/** What is said of the reform itself: a document's record and an edition's have these fields in common. */
export const reformShape: Record<string, Shape> = {
  municipality: object('市区町村', { code: maybe(text('団体コード', '6 桁')), name: maybe(text('名称')) }),
  fiscalYear: maybe(whole('報告の年度', '西暦。令和6年度は 2024')),
  plans: list('計画', plan),
  chapters: list('章', chapter, '計画の体系に入らない文'),
  nodes: list('柱・区分', node, '取組より上の階層のすべて'),
  initiatives: list('取組', initiative),
  indicators: list('指標', indicatorShapes.indicator),
  lineage: list('系譜', lineage, '取組み整理表'),
  effects: list('効果額', effectShapes.effect),
  effectTotals: list('効果額の合計', effectShapes.total),
  reviews: list('総括', review),
  organizationChanges: list('組織改正', organizationChange),
  events: list('これまでの取組', event),
  roadmap: list('工程表', roadmapItem),
  series: list('数値の系列', indicatorShapes.series, '指標に属さない数値'),
  glossary: list('用語', object('用語', { term: text('用語'), definition: text('意味') })),
}

export const checksShape = list('検算の結果', check)
export const accountingShape = accounting
export const unreadShape = list('読み残し', object('読み残し', { at: text('場所'), text: text('文字') }))

/** kaikaku/1 — what one document says. */
export const documentShape = object('文書の記録', {
  format: oneOf('形式', ['kaikaku/1']),
  document: object('文書', {
    name: text('ファイル名'),
    sha256: text('ファイルの SHA-256'),
    kind: oneOf('ファイルの種類', DOCUMENT_KINDS),
    layouts: list('書式', text('書式の名')),
  }),
  ...reformShape,
  checks: checksShape,
  unread: unreadShape,
  accounting: accountingShape,
  guesses: list('推定した値', text('JSON ポインター')),
  at: optional(map('出典', list('場所', text('場所')), 'JSON ポインターから、読み取った場所へ')),
})
