import { fold } from '../../../vocabulary/folding.ts'
import { readNumbered } from '../../join.ts'
import type { Role } from '../../labels.ts'
import { filled, isBlank, type Row } from '../../read/page.ts'
import { looksLikeSections } from '../../sections.ts'
import { yearOf } from '../schedule.ts'
import { isMark, isTold, type Said, saidIn } from './said.ts'

export type RowKind = 'blank' | 'labels' | 'fields' | 'marks' | 'node' | 'part' | 'report' | 'values'

/** 行の種類 — what a row of a form is, by its cells alone. */
export function kindOf(row: Row): RowKind {
  const known = kinds.get(row) ?? kindAnew(row)
  kinds.set(row, known)
  return known
}

const kinds = new WeakMap<Row, RowKind>()

function kindAnew(row: Row): RowKind {
  if (row.isRule || isBlank(row)) return 'blank'
  if (isTold(row)) return 'fields'
  const said = saidIn(row)
  if (isMarksRow(row, said)) return 'marks'
  if (isReportRow(row)) return 'report'
  if (said.every((s) => s.kind === 'label')) return 'labels'
  if (partHeading(row)) return 'part'
  if (nodeHeading(row)) return 'node'
  if (said.some((s) => s.kind === 'field' || (s.kind === 'label' && s.label.role !== 'fiscalYear'))) return 'fields'
  return 'values'
}

const LESS = ['カウンター', 'キャッシュ', 'ペーパー', 'ファイル', 'ムーブ']
/** A row that names marks: behind a scheme («5レス», also «5|レス») or three of the well-known names. */
function isMarksRow(row: Row, said: readonly Said[]): boolean {
  const texts = filled(row).map((c) => fold(c.text).replace(/\s/g, ''))
  if (texts.filter((t) => LESS.includes(t)).length >= 3) return true
  return said.some((s) => s.kind === 'label' && s.label.role === 'marks') || /^\d(?:レス|スレ)$/.test(`${texts[0] ?? ''}${texts[1] ?? ''}`)
}

/** «進捗状況 | 2022年度 | …», «| 令和5年度 | …»: one fiscal year and what was done in it. */
function isReportRow(row: Row): boolean {
  const cells = filled(row)
  const at = cells.findIndex((c) => yearOf(c) !== null)
  if (at < 0 || at > 1 || cells.filter((c) => yearOf(c) !== null).length !== 1) return false
  const [side] = saidIn(row)
  if (at === 1 && !(side?.kind === 'label' && REPORT_SIDE.includes(side.label.role))) return false
  return cells.slice(at + 1).some((c) => !isMark(c.text) && [...c.text].length >= 4)
}
const REPORT_SIDE: readonly Role[] = ['progress', 'actual', 'evaluation']

/** «基本目標２　仕事の進め方の改革», «■柱１　…»: a single cell with the name and number of a level of the plan. */
export function nodeHeading(row: Row): { printed: string; level: string } | null {
  const cells = filled(row)
  const text = cells[0]?.text ?? ''
  if (cells.length !== 1 || [...text].length > 60 || /[。]$/.test(text)) return null
  const printed = text.replace(/^[■●◆□◇▼]+\s*/, '').trim()
  const numbered = readNumbered(printed)
  const level = numbered.level ?? OTHER_LEVEL.exec(fold(printed))?.[1] ?? null
  return level && numbered.number && numbered.title ? { printed, level } : null
}
const OTHER_LEVEL = /^((?:重点|基本|改革|推進|取組|個別)?(?:目標|方針|項目|事項|施策|戦略|分野|区分|視点|柱))\s*[(（]?\d/

/** «総括 <行政マネジメント課>», «A事業【総務課】»: the title of a part and its sections. */
export function partHeading(row: Row): { title: string; sections: string } | null {
  const cells = filled(row)
  if (cells.length !== 1) return null
  const said = /^(.{1,60}?)\s*[<＜〈‹【〔［]\s*([^<>＜＞〈〉‹›【】]{1,60})\s*[>＞〉›】〕］]$/.exec(cells[0]?.text ?? '')
  // «＜－＞»: a part that nobody is named for
  const isNobodys = /^[-－―ー–—]{1,2}$/.test(said?.[2]?.trim() ?? '')
  if (!said || !(isNobodys || looksLikeSections(said[2] as string))) return null
  return { title: (said[1] as string).replace(/^[■●◆□◇▼○]+\s*/, '').trim(), sections: isNobodys ? '' : (said[2] as string) }
}
