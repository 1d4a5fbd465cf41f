import { judgingShape } from './edition-shape-judging.ts'
import { outlooksShape, reorganisationsShape } from './edition-shape-outlook.ts'
import { accountingShape, checksShape, DOCUMENT_KINDS, reformShape, unreadShape } from './record-shape.ts'
import { flag, list, maybe, object, oneOf, optional, text, whole } from './shape.ts'

/** kaikaku-edition/1 — 公表版: the same record in a wrapper that says who published it, when, and from which documents. */
export const editionShape = object('公表版', {
  format: oneOf('形式', ['kaikaku-edition/1']),
  number: whole('版の番号'),
  publishedAt: text('公表の日時', 'ISO 8601'),
  hash: text('公表版のハッシュ', 'この欄を除いた内容の SHA-256'),
  municipality: object('市区町村', { code: text('団体コード', '6 桁'), name: text('名称') }),
  plan: text('公表する計画の識別子'),
  fiscalYear: maybe(whole('年度', '西暦')),
  record: object('記録', reformShape),
  checks: checksShape,
  sources: list(
    '出典',
    object('出典', {
      pointer: text('値の場所', '記録の中の JSON ポインター'),
      document: text('文書の SHA-256'),
      place: text('文書の中の場所'),
      guessed: flag('推定'),
    }),
  ),
  documents: list(
    '出典の文書',
    object('出典の文書', {
      sha256: text('ファイルの SHA-256'),
      name: text('ファイル名'),
      kind: oneOf('ファイルの種類', DOCUMENT_KINDS),
      readAt: text('読み取った日時', 'ISO 8601'),
      layouts: list('書式', text('書式の名')),
      accounting: accountingShape,
      unread: unreadShape,
      lines: list('本文', object('行', { at: text('場所'), text: text('文字') })),
    }),
  ),
  sections: list(
    '所管課の期間',
    object('所管課の期間', {
      name: text('課名'),
      from: maybe(text('設置の日', 'ISO 8601')),
      to: maybe(text('廃止の日', 'ISO 8601')),
      successors: list('後継の課', text('課名')),
      parent: optional(maybe(text('上位の部局'))),
    }),
  ),
  corrections: list('正誤', object('正誤', { what: text('直したこと') })),
  changes: optional(
    list(
      '見直しの経緯',
      object('計画の見直し', {
        initiative: text('取組の識別子'),
        kind: oneOf('見直したもの', ['target', 'schedule', 'section', 'title']),
        of: maybe(text('指標の識別子または取組内容', '「@」の後は年度')),
        before: maybe(text('見直し前')),
        after: text('見直し後'),
        reason: text('理由'),
        decidedOn: maybe(text('決定の日', 'ISO 8601')),
        decisionReason: maybe(text('決定の理由')),
      }),
    ),
  ),
  judging: optional(judgingShape),
  outlooks: optional(outlooksShape),
  reorganisations: optional(reorganisationsShape),
})
