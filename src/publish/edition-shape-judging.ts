import { decimal, list, maybe, object, oneOf, optional, type Shape, text, whole } from './shape.ts'

const initiative = text('取組の識別子')
const fiscalYear = whole('年度', '西暦')
const stage = oneOf('評価の段階', ['section', 'department', 'headquarters', 'external'], '一次（所管課）、二次（部）、推進本部、外部評価')
const day = (title: string): Shape => text(title, 'ISO 8601')

const scale = object('評価尺度', {
  id: text('識別子'),
  name: text('名称'),
  kind: oneOf('種類', ['status', 'decision', 'results', 'cost'], '状況、方向性、成果、コスト'),
  grades: list(
    '評語',
    object('評語', {
      word: text('評語'),
      meaning: maybe(text('意味')),
      core: maybe(oneOf('共通の状態', ['achieved', 'on-track', 'behind', 'not-started', 'ended', 'cannot-tell'])),
      decision: maybe(
        oneOf(
          '方向性',
          ['expand', 'continue', 'improve', 'merge', 'reduce', 'pause', 'end', 'complete', 'routine'],
          '拡充から経常事業まで',
        ),
      ),
    }),
    '良いものから順',
  ),
})

const rule = object('判定基準', {
  id: text('識別子'),
  name: text('名称'),
  scale: text('評価尺度の識別子'),
  method: oneOf(
    '判定の方法',
    ['achievement-rate', 'progress-to-target', 'expected-share', 'against-baseline'],
    '達成率、目標までの進捗、期待割合に対する進捗、基準値との比較',
  ),
  bands: list('区分', object('区分', { word: text('評語'), from: maybe(decimal('下限', '割合。0.8 は 80%')) })),
  shares: list('期待割合', object('期待割合', { fiscalYear, share: decimal('割合') })),
  exempt: list('対象外の指標', object('対象外', { indicator: text('指標の識別子'), reason: text('理由') })),
})

const criterion = object('廃止の基準', {
  id: text('識別子'),
  name: text('名称'),
  rule: object('基準', {
    kind: oneOf('種類', ['targets-missed', 'same-word', 'final-target-met', 'cost-without-result', 'not-reported', 'rate-below']),
    years: optional(whole('続いた年数')),
    scale: optional(text('評価尺度の識別子')),
    word: optional(text('評語')),
    amountYen: optional(whole('金額', '円')),
    share: optional(decimal('割合')),
  }),
})

const judgement = object('評価', {
  id: text('識別子'),
  initiative,
  indicator: maybe(text('指標の識別子')),
  fiscalYear,
  stage,
  scale: text('評価尺度の識別子'),
  proposal: maybe(
    object('判定案', {
      rule: text('判定基準の識別子'),
      word: maybe(text('評語')),
      why: text('根拠'),
      inputs: list('用いた値', object('用いた値', { name: text('名称'), value: text('値') })),
    }),
  ),
  word: text('決定した評語'),
  reason: maybe(text('理由', '判定案と異なるときは必ずある')),
  on: day('決定の日'),
})

const opinion = object('意見と対応', {
  id: text('識別子'),
  initiative: maybe(initiative),
  fiscalYear,
  stage,
  from: text('意見を述べた機関'),
  text: text('意見'),
  saidOn: maybe(day('意見の日')),
  response: maybe(object('対応', { section: maybe(text('所管課')), text: text('対応'), on: maybe(day('対応の日')) })),
})

const improvement = object('改善計画', {
  id: text('識別子'),
  initiative,
  fiscalYear,
  judgement: maybe(text('元の評価の識別子')),
  section: maybe(text('所管課')),
  cause: text('課題・原因'),
  action: text('改善策'),
  due: maybe(day('期限')),
  state: oneOf('状態', ['asked', 'running', 'closed'], '作成待ち、取組中、完了'),
  notes: list('経過', object('経過', { on: day('日'), text: text('内容') })),
  closedOn: maybe(day('完了の日')),
  outcome: maybe(text('結果')),
})

const reflection = object('予算反映', {
  initiative,
  fiscalYear,
  word: text('方向性'),
  reflected: maybe(object('反映', { budgetYear: whole('予算の年度', '西暦'), amountYen: whole('金額', '円'), note: maybe(text('内容')) })),
  none: maybe(text('反映しない理由')),
})

/** 評価の一式 */
export const judgingShape = object('評価', {
  scales: list('評価尺度', scale),
  rules: list('判定基準', rule),
  criteria: list('廃止の基準', criterion),
  judgements: list('評価', judgement),
  opinions: list('意見と対応', opinion),
  improvements: list('改善計画', improvement),
  reflections: list('予算反映', reflection),
})
