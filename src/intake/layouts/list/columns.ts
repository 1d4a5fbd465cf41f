import { foldTight } from '../../../vocabulary/folding.ts'
import { filled } from '../../read/page.ts'
import type { Table } from '../table/block.ts'
import { isFigure } from '../table/figure-cell.ts'
import type { Column } from '../table/header.ts'
import { DECISION, JUDGEMENT, MARKED } from '../table/judgement.ts'

const CODE = /^[0-9０-９ⅠⅡⅢⅣⅤA-Za-z]+(?:[-－.．][0-9０-９]+)*$/
const TITLE_BELOW = /^(?:取組|取り組み|実施|推進)(?:事項|項目)/
const RESULT = /実績(?:額|値)?(?:\(.*\))?$/
const DASH = /^[-ー―－–—]$/
const NUMBERED = /^([（(][0-9０-９]+[)）]|[①-⑳]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[0-9０-９]+[.．、\s　]|基本方針|重点|柱)/
const LEVEL_WORDS = /^(区分|分類|体系|カテゴリー?|項目区分)$/

/**
 * 列の役割の確定 — header words leave some things open that the whole table settles: «実績» over figures is a result and
 * over sentences a report, a column of nothing but 継続/拡充/見直し a judgement, and the lowest of several levels the initiative.
 */
export function settleColumns({ header, body }: Pick<Table, 'header' | 'body'>): Column[] {
  const { columns } = header
  const title = columns.findIndex((c) => c.role === 'title' && c.year === null)
  const firstTitle = title >= 0 ? title : columns.findLastIndex((c) => c.role === 'theme' || c.role === 'pillar')
  const settled = columns.map((column, index): Column => {
    const texts = textsBelow(column, body)
    const isLeft = firstTitle >= 0 && index < firstTitle
    return { ...column, role: roleByContent(column, texts, isLeft) }
  })
  return oneDescription(oneTitle(twoEnds(settled), body))
}

/** «第3次プランの取組 | 第4次プランの取組»: of two plans with a number the right one is what came after. */
function twoEnds(columns: readonly Column[]): Column[] {
  const ends = columns.filter((c) => c.role === 'before')
  if (ends.length !== 2 || columns.some((c) => c.role === 'after')) return [...columns]
  return columns.map((c) => (c === ends[1] ? { ...c, role: 'after' } : c))
}

/** «現状と課題» beside «取組内容»: the content describes the initiative; what has no field of its own stays unread. */
function oneDescription(columns: readonly Column[]): Column[] {
  const all = columns.filter((c) => c.role === 'description')
  const header = (column: Column): string => foldTight(column.texts.join(''))
  const best = all.find((c) => /内容/.test(header(c))) ?? all.find((c) => /概要/.test(header(c))) ?? all[0]
  const purpose = columns.some((c) => c.role === 'goal') ? undefined : all.find((c) => c !== best && /^目的/.test(header(c)))
  return columns.map((c) => (c.role !== 'description' || c === best ? c : { ...c, role: c === purpose ? 'goal' : null }))
}

const textsBelow = (column: Column, body: Table['body']): string[] =>
  body.flatMap((row) => filled(row).filter((c) => c.column === column.at)).map((c) => c.text)

function roleByContent(column: Column, texts: readonly string[], isLeftOfTitle: boolean): Column['role'] {
  const { role } = column
  const header = foldTight(column.texts.at(-1) ?? '')
  const said = texts.filter((t) => !DASH.test(foldTight(t)))
  const all = (test: (text: string) => boolean): boolean => said.length > 0 && said.every(test)
  // «令和6年度の取組», «R5実施内容»: what was done in a year is a report, what is planned for it a step
  if ((role === 'title' || role === 'description' || role === 'activity') && column.year !== null)
    return column.phase === '計画' || /予定/.test(header) ? 'fiscalYear' : 'progress'
  // «達成 / 一部達成 / 未達成» as headers, with a ○ below one of them
  if (['decision', 'progress', 'evaluation', null].includes(role) && (JUDGEMENT.test(header) || DECISION.test(header)) && marked(said))
    return 'evaluation'
  if ((role === null || role === 'issues' || role === 'progress') && all((t) => DECISION.test(foldTight(t)))) return 'decision'
  if ((role === 'progress' || role === 'issues' || role === null) && all((t) => JUDGEMENT.test(foldTight(t))) && !all(isFigure))
    return 'evaluation'
  if ((role === 'progress' || /^(前年度|昨年度)/.test(header)) && areFigures(said)) return 'actual'
  if (role === 'progress' && said.length === 0 && RESULT.test(header)) return 'actual'
  if (role === 'actual' && said.some((t) => /。/.test(t))) return 'progress'
  if (role === 'target' && column.year === null && said.length > 0 && !said.some((t) => /[0-9０-９]/.test(t))) return 'goal'
  // a target in words for one year is what that year is to bring
  if (role === 'target' && column.year !== null && said.length > 0 && !said.every(isFigure) && !said.some((t) => /[%％]|以上|以下/.test(t)))
    return 'fiscalYear'
  if ((role === 'pillar' || role === 'theme') && all((t) => CODE.test(t))) return 'number'
  if (role === null && isLeftOfTitle && (LEVEL_WORDS.test(header) || all((t) => NUMBERED.test(t)))) return 'pillar'
  return role
}

const marked = (texts: readonly string[]): boolean =>
  texts.some((t) => MARKED.test(foldTight(t))) && texts.every((t) => MARKED.test(foldTight(t)) || isFigure(t))

/** Figures for the most part, and no sentence among the rest («データなし»). */
const areFigures = (texts: readonly string[]): boolean =>
  texts.length > 0 &&
  texts.filter(isFigure).length * 2 > texts.length &&
  texts.every((t) => isFigure(t) || (t.length <= 24 && !/。/.test(t)))

function oneTitle(columns: readonly Column[], body: Table['body']): Column[] {
  const titles = columns.filter((c) => c.role === 'title')
  const below = columns.findLast((c) => (c.role === 'theme' || c.role === 'title') && TITLE_BELOW.test(foldTight(c.texts.at(-1) ?? '')))
  // «小項目 | 取組事項»: what stands to the right of a title and names the initiative is the title
  if (below?.role === 'theme' && titles.length === 1 && columns.indexOf(below) > columns.indexOf(titles[0] as Column))
    return columns.map((c) => (c === below ? { ...c, role: 'title' } : c === titles[0] ? { ...c, role: 'theme' } : c))
  const levels = columns.filter((c) => c.role === 'pillar' || c.role === 'theme')
  const withTitle = (title: Column | undefined): Column[] => columns.map((c) => (c === title ? { ...c, role: 'title' } : c))
  if (titles.length > 1) {
    const lowest = titles.at(-1)
    return columns.map((c) => (c.role === 'title' && c !== lowest ? { ...c, role: 'theme' } : c))
  }
  if (titles.length === 1 || columns.some((c) => c.role === 'before' || c.role === 'after')) return [...columns]
  const tells = columns.some((c) => c.role === 'progress' || c.role === 'description')
  if (columns.some((c) => c.role === 'indicator') && !tells) return [...columns]
  const lowest = levels.at(-1)
  const isTold = tells || columns.some((c) => c.role === 'section' || c.role === 'evaluation' || c.role === 'number')
  if (levels.length > 1 || (lowest && isTold)) return withTitle(lowest)
  // «取組内容» alone, with short texts that are no sentences, names the initiative
  const named = columns.find((c) => c.role === 'description')
  const texts = named ? textsBelow(named, body) : []
  return withTitle(texts.length > 0 && texts.every((t) => t.length <= 40 && !/。/.test(t)) ? named : undefined)
}
