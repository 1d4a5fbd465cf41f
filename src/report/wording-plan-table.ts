import type { RowVerdict } from '../reform/edit-table.ts'
import type { NoTable } from './plan-table.ts'
import { planWords } from './wording-plans.ts'

type RowWhy = Extract<RowVerdict, { verdict: 'unclear' }>['why']
export const rowVerdictNames: Record<RowVerdict['verdict'], string> = {
  new: '新しい取組',
  changed: '変更',
  same: '変更なし',
  unclear: '確かめが必要',
}
export const unclearTexts: Record<RowWhy, string> = {
  'no-title': '取組名がありません。取組名か識別番号を書いてください。',
  'unknown-id': '識別番号に当たる取組がありません。識別番号を空にすると、新しい取組として加えます。',
  ambiguous: '番号と取組名の同じ取組が二つ以上あります。識別番号の列を付けてください。',
  similar: '番号か取組名の一方だけが同じ取組があります。同じ取組なら識別番号の列を付け、別の取組なら番号と取組名を変えてください。',
  'unknown-place': '柱・区分の名に当たるものが、この計画にありません（または二つ以上あります）。計画の画面の名のとおりに書いてください。',
  'no-indicator': '指標の値がありますが、指標名がありません。指標名を書いてください。',
  'ambiguous-indicator': '同じ名の指標が二つ以上あります。取組の頁で直してください。',
  contradiction: '同じ取組の別の行と、書かれていることが食い違います。どちらかにそろえてください。',
}

type CannotApply =
  | NoTable
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'consent-missing' }
  | { kind: 'nothing-to-do' }
  | { kind: 'change-reason-missing' }

/** 一覧表を反映できない理由の文 */
export function tableRefusalText(problem: CannotApply): string {
  switch (problem.kind) {
    case 'no-rows':
      return '貼り付けられた行がありません。表計算の表を、見出しの行から選んで貼り付けてください。'
    case 'no-header':
      return '見出しの行が見つかりません。「取組名」または「識別番号」のある行から貼り付けてください。'
    case 'column-twice':
      return `「${problem.header}」に当たる列が二つあります。どちらかを除いて貼り付けてください。`
    case 'too-many-rows':
      return `一度に貼り付けられるのは${problem.most}行までです。分けて貼り付けてください。`
    case 'not-allowed':
      return planWords.notAllowed
    case 'not-found':
      return planWords.noPlan
    case 'changed-meanwhile':
      return '確かめた後に、計画が変わりました。何も反映していません。新しい結果を確かめてください。'
    case 'consent-missing':
      return '反映しない列や行があります。それでよければ、印を付けてから反映してください。'
    case 'nothing-to-do':
      return '反映するものがありません。計画と同じ内容です。'
    case 'change-reason-missing':
      return planWords.changeReason
  }
}
