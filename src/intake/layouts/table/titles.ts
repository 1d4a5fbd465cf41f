import type { RecordId } from '../../../reform/record.ts'
import { findDates } from '../../../vocabulary/dated.ts'
import { fold } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import { nodeOf, readNumbered } from '../../join.ts'
import { type Cell, filled, type Row } from '../../read/page.ts'
import { planNamedIn, transitionIn } from './plan-title.ts'
import { namePlan } from './plans.ts'

/** 表の前書き — what the lines above a table say of all its rows. */
export type Setting = {
  plan: RecordId | null
  /** the heading that the rows stand under */
  node: RecordId | null
  unit: string | null
  estimate: string | null
  side: '歳入' | '歳出' | null
  /** headings that are open, outermost first, by the style of their numbers */
  open: ReadonlyMap<string, { node: RecordId; text: string }>
  /** 凡例 — «評価区分：Ｓ（目標を上回る）…» */
  scale: string | null
}

const UNIT = /^[（(【]?\s*(?:単位\s*[:：]\s*)?((?:千|百万|万|億)?円|人|名|件|時間)\s*[）)】]?$/
const UNIT_WITHIN =
  /[（(]\s*(?:単位\s*[:：]\s*)((?:千|百万|万|億)?円|人|名|件|時間)\s*(?:[、，,][^（）()]*)?[）)]|[（(]((?:千|百万|万|億)円)[）)]$|[（(][^（）()]*単位\s*[:：]\s*((?:千|百万|万|億)?円|人|名|件|時間|%)\s*[）)]|単位[:：]((?:千|百万|万|億)?円|人|名|件|時間|%)$/
const ESTIMATE = /^(.{0,30}?(?:策定時点?|見直し時点?|改定時点?|現時点|当初|時点))(?:の|における|での)?.{0,20}(?:効果|見込)/
/** «１　取組の状況» numbers a table, and is no pillar. */
const NUMBERED_TABLE =
  /^(?:取組|取り組み|取組項目|指標|数値目標|成果指標?|効果額?|財政効果|改善効果|進捗|実施|達成|実績|事業費?|評価|計画|個別|主な)(?:項目|事業|計画|取組|内容)?(?:の|別)?(?:状況|一覧表?|結果|推移|実績|見込み?|概要|額|体系|まとめ|総括|集計)?$/
const SCALE =
  /^※?\s*[【[（(]?(?:自己|内部|外部|総合|最終)?(?:評価|達成|進捗|判定)(?:の)?(?:区分|状況|基準|の目安|凡例)?[】\])）]?(?:[:：]|\s*[SA◎○][:：(])/
const TABLE_NAME =
  /^[（(【<]?.{0,24}(?:整理表|管理[表票]|移行表?|引継ぎ|一覧表?|取組表|総括表|集計表?|状況|実績|結果|効果額?.{0,4}|について|推移|報告書?)(?:[（(].*[）)])?[】>）)]?$/

/** Reads the title lines of a table; headings open nodes, and a heading of the same style closes the one before. */
export function readTitles(rows: readonly Row[], draft: Draft, before: Setting): Setting {
  const setting: Setting = { ...before, unit: null, estimate: null, side: null }
  for (const row of rows) for (const cell of filled(row)) readTitle(cell, draft, setting)
  return setting
}

/** A legend below the table: «※自己評価　Ｓ：目標を上回る…». */
export function scaleIn(notes: readonly Row[], draft: Draft): string | null {
  for (const cell of notes.flatMap(filled))
    if (SCALE.test(fold(cell.text).replace(/\s+/g, ''))) {
      draft.claim(cell, 'fields')
      return cell.text
    }
  return null
}

export const NO_SETTING: Setting = { plan: null, node: null, unit: null, estimate: null, side: null, open: new Map(), scale: null }
/** The setting for a table with other columns: it stands under no heading of the one before. */
export const besides = (setting: Setting): Setting => ({ ...setting, node: null, open: new Map(), side: null })

function readTitle(cell: Cell, draft: Draft, setting: Setting): void {
  const text = cell.text.trim()
  const plain = fold(text).replace(/\s+/g, '')
  const unit =
    UNIT.exec(plain)?.[1] ??
    UNIT_WITHIN.exec(plain)
      ?.slice(1)
      .find((said) => said !== undefined)
  if (unit) setting.unit = unit
  const estimate = ESTIMATE.exec(text)?.[1]
  if (unit) readYear(text, cell, draft)
  if (UNIT.test(plain)) draft.claim(cell, 'fields')
  else if (SCALE.test(plain)) {
    setting.scale = text
    draft.claim(cell, 'fields')
  } else if (estimate && !transitionIn(text)) {
    setting.estimate = estimate
    draft.claim(cell, 'fields')
  } else if (isHeading(text)) openHeading(cell, draft, setting)
  else {
    const plan = namePlan(draft, cell)
    if (plan) setting.plan = plan
    readYear(text, cell, draft)
    if (plan || unit || TABLE_NAME.test(plain) || isTableName(text)) draft.claim(cell, 'fields')
  }
}

/** «効果額（令和6年度決算）»: the only year that the title of a table names, where the document names none elsewhere. */
function readYear(text: string, cell: Cell, draft: Draft): void {
  const years = findDates(text).flatMap(({ dated }) => (dated?.kind === 'fiscal-year' ? [dated] : []))
  const [only] = years
  if (draft.record.fiscalYear !== null || years.length !== 1 || !only || only.to !== null || /策定|改定/.test(text)) return
  if (/実績|決算|予算|事業費|効果額|取組|報告|評価|状況|結果/.test(text)) draft.put(draft.record, 'fiscalYear', only.year, cell)
}

function isHeading(text: string): boolean {
  const { level, number } = readNumbered(text)
  if ((number === null && level === null) || text.length > 60 || /。/.test(text)) return false
  return !isTableName(text) && planNamedIn(text) === null
}

const isTableName = (text: string): boolean =>
  NUMBERED_TABLE.test(
    fold(readNumbered(text).title)
      .replace(/[(（【].*$/, '')
      .replace(/\s+/g, ''),
  )

/** Headings nest by the style of their numbers: «Ⅰ» over «1» over «(1)» over «①», in the order in which they come. */
export function openHeading(cell: Cell, draft: Draft, setting: Setting): void {
  const { level, number } = readNumbered(cell.text)
  const style = level ?? styleOf(number ?? '')
  const styles = [...setting.open.keys()]
  const above = [...setting.open].slice(0, styles.includes(style) ? styles.indexOf(style) : undefined)
  const parent = above.at(-1)?.[1].node ?? null
  const text = cell.text.replace(/\s*\n\s*/g, '')
  const node = nodeOf(draft, text, cell, { plan: setting.plan, parent })
  setting.open = new Map([...above, [style, { node: node.id, text }]])
  setting.node = node.id
  setting.side = /歳入|収入/.test(cell.text) ? '歳入' : /歳出|支出|経費/.test(cell.text) ? '歳出' : setting.side
}

const styleOf = (number: string): string =>
  number
    .replace(/[0-9０-９]+/g, '1')
    .replace(/[①-⑳]/g, '①')
    .replace(/[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]+/g, 'Ⅰ')
    .replace(/[ア-ン]/g, 'ア')
    .replace(/[．.、]$/, '')
