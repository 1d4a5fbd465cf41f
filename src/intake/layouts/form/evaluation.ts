import type { Initiative } from '../../../reform/record.ts'
import { fold } from '../../../vocabulary/folding.ts'
import { type Field, yearOfReport } from './field.ts'
import { type Form, isDash } from './state.ts'

export const stageOf = (label: string): string | null => /(自己|内部|外部|一次|二次|最終|総合)評価/.exec(fold(label))?.[0] ?? null

/** «令和6年度の評価（進捗度）»: of what; «評価（Ａ～Ｄ）» prints the scale, and «評価（本部）» by whom. */
const criterionOf = (label: string): string | null => {
  const said = /評価\s*\(([^()]{2,20})\)$/.exec(fold(label).trim())?.[1] ?? null
  return said === null || /[A-Z~/・、※]|\d|段階|基準|評価|記入|選択|[一二三]次|本部|担当|所管|委員|事務局|[部課局]長?$/.test(said)
    ? null
    : said
}

/** «順調», «Ａ», «予定通り», «達成»: a word of a scale, not a sentence. */
export const isScale = (text: string): boolean => [...text].length <= 12 && !/[。、\n]/.test(text)

/** «□順調 ☑遅れ» says one of its words; several marks in cells of their own say none: which one counts is printed elsewhere. */
function checkedOf({ text, cells }: Field): string | null {
  const boxes = [...text.matchAll(/([□☐■☑✓✔●○◯])\s*([^□☐■☑✓✔●○◯\s]+)/g)]
  if (boxes.length >= 2 && /[□☐○◯]/.test(text)) {
    const empty = /[□☐]/.test(text) ? /[□☐]/ : /[○◯]/
    const checked = boxes.filter((b) => !empty.test(b[1] as string))
    return checked.length === 1 ? (checked[0]?.[2] as string) : null
  }
  return cells.length > 1 && cells.every((c) => [...c.text].length <= 6) ? null : text
}

export function addEvaluation(form: Form, initiative: Initiative, field: Field): boolean {
  if (isDash(field.text)) return true
  const raw = checkedOf(field)
  if (raw === null) return false
  const evaluation = {
    fiscalYear: yearOfReport(form, field),
    stage: stageOf(field.label.text),
    criterion: criterionOf(field.label.text),
    scale: null,
    raw,
    comment: null,
  }
  initiative.evaluations.push(evaluation)
  form.draft.from(evaluation, 'raw', field.cells)
  return true
}
