import type { Unreadable } from '../reform/unreadable.ts'
import { unreadableText } from './wording-unreadable.ts'

type ImportRefusal =
  | Unreadable
  | { kind: 'no-plan'; characters: number; layouts: string[] }
  | { kind: 'not-interchange'; why: string }
  | { kind: 'municipality-not-said'; named: string | null }
  | { kind: 'municipality-not-known'; text: string }
  | { kind: 'plan-not-said' }
  | { kind: 'lineage-circle'; path: string[] }

/** 取込みを断る文 — what was found, and what to do. */
export function importRefusalText(problem: ImportRefusal): string {
  switch (problem.kind) {
    case 'no-plan':
      return `文字は読めました（${problem.characters.toLocaleString('ja-JP')}字）が、取組・指標・効果額・見直し区分・組織改正のどれも見つかりませんでした。行財政改革の計画や取組状況の文書かどうかを確かめてください。`
    case 'not-interchange':
      return `JSON ですが、改革の記録（kaikaku/1）または公表版（kaikaku-edition/1）として読めません。${problem.why}`
    case 'municipality-not-said':
      return problem.named
        ? `文書には「${problem.named}」とありますが、団体コードが分かりません。--municipality に団体コード（6桁）を指定してください。`
        : '文書からどの市区町村のものか分かりません。--municipality に団体コード（6桁）または市区町村名を指定してください。'
    case 'municipality-not-known':
      return `「${problem.text}」という市区町村は見つかりません。6桁の団体コード（例：990019）または正式な名称で指定してください。`
    case 'plan-not-said':
      return '文書からどの計画のものか分かりません。--plan に計画の名称を指定してください。'
    case 'lineage-circle':
      return `取込むと、取組の系譜が輪になります（${problem.path.join(' → ')}）。後の取組が前の取組に戻ることはありません。整理表の取組名と、取り込む計画を確かめてください。`
    default:
      return unreadableText(problem)
  }
}
