import { decimal, flag, list, maybe, object, oneOf, optional, text, whole } from './shape.ts'

export const section = object('所管課', {
  name: text('課名', '印刷されたまま'),
  office: maybe(text('室', '課の中の室')),
  role: maybe(oneOf('役割', ['lead', 'coordinator', 'related'], 'lead 主担当、coordinator とりまとめ、related 関係')),
})

const scheduleCell = object('行動計画の一こま', {
  from: text('始まり', '年度「2022」または半期「2022-H1」'),
  to: maybe(text('終わり', '線の終わりが書かれていなければ null')),
  text: text('書かれた文'),
  milestone: flag('節目'),
})

const part = object('取組の部分', {
  id: text('記録の中での識別子'),
  title: maybe(text('名称')),
  sections: list('所管課', section),
  description: maybe(text('内容')),
  goal: maybe(text('目指す姿')),
  activities: list('取組内容', object('取組内容', { name: text('名称'), schedule: list('行動計画', scheduleCell) })),
})

const figure = object('実績の数値', {
  label: text('何の数値か'),
  raw: text('印刷された文字'),
  value: maybe(decimal('値')),
  unit: maybe(text('単位')),
  indicator: maybe(text('指標の識別子')),
  group: optional(maybe(text('上にある行'))),
  previous: optional(maybe(decimal('前回の値'))),
  change: optional(maybe(decimal('増減'))),
  numerator: optional(maybe(decimal('分子'))),
  denominator: optional(maybe(decimal('分母'))),
})

const report = object('進捗報告', {
  parts: list('取組の部分の識別子', text('識別子')),
  section: maybe(text('報告した課')),
  fiscalYear: maybe(whole('年度', '西暦')),
  progress: maybe(text('取組状況・実績')),
  issues: maybe(text('今後の課題・方向性')),
  revision: maybe(text('計画の見直し')),
  figures: list('実績の数値', figure),
})

const evaluation = object('評価', {
  fiscalYear: maybe(whole('年度', '西暦')),
  stage: maybe(text('段階')),
  criterion: maybe(text('観点')),
  scale: maybe(text('尺度')),
  raw: text('評価', '印刷されたまま'),
  comment: maybe(text('理由・意見')),
})

const cost = object('事業費', {
  fiscalYear: maybe(whole('年度', '西暦')),
  stage: maybe(oneOf('段階', ['予算', '決算'])),
  label: maybe(text('費目')),
  fund: maybe(text('財源')),
  amountYen: maybe(whole('金額（円）')),
  quantity: maybe(decimal('数量')),
  unit: maybe(text('単位')),
  raw: text('印刷された文字'),
})

export const initiative = object('取組', {
  id: text('記録の中での識別子'),
  plan: maybe(text('計画の識別子')),
  node: maybe(text('柱・区分の識別子')),
  number: maybe(text('番号')),
  title: text('取組名'),
  description: maybe(text('内容')),
  goal: maybe(text('目指す姿')),
  sections: list('所管課', section),
  marks: list('印', object('印', { scheme: text('印の体系', '5レスなど'), name: text('印の名'), on: maybe(flag('印がある')) })),
  published: list('公表', object('公表', { where: text('公表先'), title: maybe(text('頁の題名')), url: maybe(text('URL')) })),
  parts: list('取組の部分', part),
  reports: list('進捗報告', report),
  evaluations: list('評価', evaluation),
  costs: list('事業費', cost),
})
