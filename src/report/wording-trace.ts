import type { AuditVerdict } from '../reform/audit.ts'
import { dayInJapan, dayName } from '../vocabulary/calendar-day.ts'
import { countText } from './figures.ts'

/** 日時 — «令和7年4月21日（月）10時05分», on the clock of Japan. */
export function momentText(at: Date): string {
  const inJapan = new Date(at.getTime() + 9 * 3_600_000).toISOString()
  return `${dayName(dayInJapan(at))}${Number(inJapan.slice(11, 13))}時${inJapan.slice(14, 16)}分`
}

/** 記録の検証の結果の文 */
export function verdictText(verdict: AuditVerdict): string {
  const rows = `${countText(verdict.rows)}件`
  switch (verdict.kind) {
    case 'holds':
      return `変更の記録${rows}を調べました。つながりは切れていません。`
    case 'broken': {
      const { number, at, by } = verdict.first
      return `変更の記録${rows}を調べたところ、番号${number}の行（${momentText(at)}、${by}）で、つながりが切れています。この行が書き換えられたか差し込まれたか、この行の前の行が消されています。`
    }
    case 'not-this-head': {
      const { kept, found } = verdict
      const which = `控えた末尾（番号${kept.number}、${momentText(kept.at)}）`
      if (found.hash === null) return `${which}の行が、変更の記録にありません。控えた後に、記録の末尾が消されています。`
      return `${which}と、いまの記録が食い違います。控えた後に、記録が消されたか書き直されています。`
    }
  }
}

/** What to do about it: whoever reads this has not seen it before. */
export const verdictAdvice: Record<AuditVerdict['kind'], string> = {
  holds: '末尾の控えを保存しておくと、末尾が消されて書き直されたときにも見つけられます。',
  broken: 'データベースを直接操作した人がいないか、確かめてください。控えから戻すときは、この番号より前の記録は信頼できます。',
  'not-this-head': 'データベースを控えから戻した覚えがなければ、直接操作した人がいないか、確かめてください。',
}
