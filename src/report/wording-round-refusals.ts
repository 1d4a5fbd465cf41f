import type { ReportState } from '../reform/report-state.ts'
import type { RoundFault } from '../reform/round-rules.ts'
import { countText } from './figures.ts'
import { roundFaultText } from './wording-reports.ts'
import { stateNames } from './wording-staff-pages.ts'

/** 照会の始まり・設定・終わりと対象を断る理由のすべて */
export type RoundRefusal =
  | { kind: 'not-found'; id: string }
  | { kind: 'not-allowed' }
  | { kind: 'no-such-plan' }
  | { kind: 'nothing-to-ask' }
  | { kind: 'already-open'; title: string }
  | { kind: 'round-faults'; faults: readonly RoundFault[] }
  | { kind: 'why-missing' }
  | { kind: 'round-closed' }
  | { kind: 'round-open' }
  | { kind: 'nothing-changed' }
  | { kind: 'still-open'; count: number }
  | { kind: 'nothing-asked'; section: string }
  | { kind: 'no-such-initiative' }
  | { kind: 'no-such-section'; section: string }
  | { kind: 'asked-already'; title: string; section: string | null }
  | { kind: 'begun-already'; title: string; state: ReportState }
  | { kind: 'not-with-the-section'; title: string; state: ReportState }

/** 断る文 — what was found, and what to do. */
export function roundRefusalText(problem: RoundRefusal): string {
  switch (problem.kind) {
    case 'not-found':
      return 'この照会、またはその一件は見つかりません。照会の一覧から開き直してください。'
    case 'not-allowed':
      return '照会を始めたり改めたりできるのは、行革担当課（事務局）だけです。'
    case 'no-such-plan':
      return '選んだ計画が見つかりません。計画を選び直してください。'
    case 'nothing-to-ask':
      return 'この計画には、報告を求める取組が一つもありません。計画に取組を入れてから、始めてください。'
    case 'already-open':
      return `この計画と年度の照会「${problem.title}」が、まだ続いています。先にそれを終えるか、そちらを使ってください。`
    case 'round-faults':
      return problem.faults.map(roundFaultText).join('')
    case 'why-missing':
      return '理由を入れてください。変更の記録に、前の値とともに残ります。'
    case 'round-closed':
      return 'この照会は終了しています。直すときは、設定の画面で開き直してください。'
    case 'round-open':
      return 'この照会は終了していません。'
    case 'nothing-changed':
      return '変わったところがありません。'
    case 'still-open':
      return `受理していない報告が${countText(problem.count)}件残っています。このまま終えるときは、理由を入れてください。`
    case 'nothing-asked':
      return `「${problem.section}」には、この照会で報告を求めているものがありません。`
    default:
      return scopeRefusalText(problem)
  }
}

type ScopeRefusal = Extract<
  RoundRefusal,
  { kind: 'no-such-initiative' | 'no-such-section' | 'asked-already' | 'begun-already' | 'not-with-the-section' }
>
function scopeRefusalText(problem: ScopeRefusal): string {
  switch (problem.kind) {
    case 'no-such-initiative':
      return '選んだ取組は、この照会の計画にありません。取組を選び直してください。'
    case 'no-such-section':
      return problem.section === ''
        ? '課を選んでください。'
        : `「${problem.section}」は今ある課の名ではありません。一覧から選んでください。`
    case 'asked-already':
      return `「${problem.title}」は、${problem.section ?? '所管なし'}の報告として既に対象になっています。`
    case 'begun-already':
      return `「${problem.title}」は「${stateNames[problem.state]}」で、報告が始まっています。対象から外せるのは、未着手のものだけです。`
    case 'not-with-the-section':
      return `「${problem.title}」は「${stateNames[problem.state]}」です。所管を変えられるのは、未着手・下書き・差戻しの間だけです。`
  }
}
