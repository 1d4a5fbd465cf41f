import { decimal, flag, list, maybe, object, oneOf, text, whole } from './shape.ts'

const fiscalYear = whole('年度', '西暦')

const line = object('見通しの行', {
  id: text('識別子'),
  kind: oneOf(
    '種類',
    ['revenue', 'expenditure', 'balance', 'fund', 'debt', 'ratio', 'other'],
    '歳入、歳出、収支、基金、市債、比率、その他',
  ),
  name: text('名称'),
  under: maybe(text('属する行の識別子')),
  total: flag('合計の行'),
  unit: text('単位'),
  thresholds: list(
    '基準',
    object('基準', {
      label: text('名称'),
      comparator: oneOf('比較の向き', ['>=', '<=', '<', '>', '=']),
      value: decimal('値'),
      of: maybe(text('割合の元の行の識別子')),
    }),
  ),
  values: list(
    '値',
    object('値', {
      fiscalYear,
      amountYen: maybe(whole('金額', '円')),
      value: maybe(decimal('値')),
      answer: oneOf('答えの種類', ['number', 'text', 'not-applicable', 'blank']),
      raw: text('印刷された文字'),
      at: maybe(text('文書の中の場所')),
    }),
  ),
})

const outlook = object('中期財政見通し', {
  id: text('識別子'),
  title: text('題名'),
  madeOn: text('策定の日', 'ISO 8601'),
  period: object('期間', { from: whole('始めの年度', '西暦'), to: whole('終わりの年度', '西暦') }),
  basis: oneOf('金額の別', ['general-fund', 'total'], '一般財源、総額'),
  lines: list('行', line),
  note: maybe(text('前提')),
  document: maybe(object('出典', { sha256: text('ファイルの SHA-256'), name: text('ファイル名') })),
})

const mark = object('織込みの判定', {
  effect: text('効果額の鍵', '見積時点、区分、属するもの、年度、側、基準'),
  mark: oneOf('区分', ['in-outlook', 'not-in-outlook', 'outside-period'], '織込済、未織込、期間外。判定のないものは未判定'),
  line: maybe(text('見通しの行の識別子')),
  fund: maybe(oneOf('財源の別', ['general', 'total'], '一般財源、総額')),
  amountYen: whole('判定したときの金額', '円'),
  note: maybe(text('備考')),
  on: text('判定の日', 'ISO 8601'),
})

/** 財政見通しと織込みの判定 */
export const outlooksShape = list('財政見通し', object('財政見通し', { outlook, marks: list('織込みの判定', mark) }))

/** 組織改正 */
export const reorganisationsShape = list(
  '組織改正',
  object('組織改正', {
    title: text('題名'),
    effective: text('施行日', 'ISO 8601'),
    changes: list(
      '組織の変更',
      object('組織の変更', {
        kind: oneOf('区分', ['新設', '廃止', '統合', '分割', '改称', '移管', '再編']),
        from: list('改正前', text('課名')),
        to: list('改正後', text('課名')),
        parent: maybe(text('上位の部局')),
        what: maybe(text('移管する事務')),
        reason: maybe(text('理由')),
      }),
    ),
  }),
)
