/** 見直し区分の語 — 継続, 廃止（取組完了）, 新規・拡充: one or two words of decision, perhaps with a reason in brackets. */
const KINDS =
  '継続|新規|廃止|統合|完了|終了|拡充|拡大|縮小|休止|改善|現状維持|現状どおり|現行どおり|このまま継続|集約|分割|分離|見直し|変更|修正|移行|移管|再編|継承|追加|経常事業|中止|名称変更|達成'
const LEAD = '(?:一部|内容を?|見直して|改善して|統合して|拡充して|名称を?|形を変えて)'
export const DECISION = new RegExp(`^${LEAD}?(?:${KINDS})(?:[・、/／](?:${LEAD})?(?:${KINDS}))*(?:\\s*[（(].*[）)])?$`)

/** 評価の語 — a mark (S, ◎) or the words of a scale (概ね達成, やや遅れている). */
export const JUDGEMENT =
  /^(?:[SABCDEsabcde◎○〇△×☆★][+＋-]?|[1-5]|(?:概ね|おおむね|ほぼ|一部|やや|若干(?:の)?|大幅に?)?(?:未?達成|順調|予定通り|予定どおり|計画通り|計画どおり|遅れ(?:ている|あり)?|未着手|着手|完了|実施済み?|実施中|未実施|検討中|取組中|継続中|達成見込み))(?:です)?$/

/** 表の中の印 — ○ and its like, where the header names what it marks. */
export const MARKED = /^[○◯〇●◎✓✔レ☑■]$/

/** 行の種類 — what a row of a table is, where years are columns: «目標» and «実績» one over the other. */
export const ROW_KIND =
  /^(目標|実績|計画|見込み?|目標値|実績値|計画値|達成率|進捗率|(?:自己|内部|外部)?評価|判定|達成度|(?:取組|実施|進捗)状況|取組実績|実施結果)$/
