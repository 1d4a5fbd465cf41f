import type { Plan } from '../../../reform/record.ts'
import { findDates } from '../../../vocabulary/dated.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import { planOf } from '../../join.ts'
import type { Paragraph } from '../../paragraphs.ts'
import { periodIn, planNamedIn } from '../table/plan-title.ts'
import { readGeneric } from './generic.ts'
import { readMarker } from './marker.ts'
import { type Section, undecorated, walk } from './tree.ts'

const PLAN_WORD = '(?:大綱|プラン|計画|指針|方針|プログラム|ビジョン|戦略)'
/** «ほしの市行政改革推進指針», «…大綱2025（案）» */
const PLAN_TITLE = new RegExp(`^[^。、]{2,40}${PLAN_WORD}\\s?(?:(?:19|20)\\d\\d)?(?:[（(][^（）()]{1,20}[）)])*$`)
const REFORM = /改革|行革|行財政|行政|経営|財政|健全化|構造/
const NUMBERED_PLAN = new RegExp(`第\\s?[0-9０-９一二三四五六七八九十]+\\s?[次期][^、。「」（）\\s]{0,24}?${PLAN_WORD}(?=[^一-龠]|$)`, 'g')
/** «＊あおば市行政改革大綱（昭和60年12月策定）» */
const PREDECESSOR = new RegExp(
  `^[＊*・○●※\\-－■◆\\s　]*([^。]{2,50}?${PLAN_WORD}(?:[（(][^（）()]{1,12}[）)])?)[\\s　]*[（(]([^（）()]*年[^（）()]*)[）)]$`,
)

/** 計画の標題・期間・目標・前計画 — what the pages before the tree say of the plan itself. */
export function readFront(root: Section, draft: Draft, used: Set<Paragraph>): Plan | null {
  const plan = titleOf(root, draft, used)
  if (!plan) return null
  for (const section of walk(root)) {
    readPeriod(section, plan, draft)
    readGoal(section, plan, draft, used)
    readPredecessors(section, plan, draft, used)
  }
  return plan
}

function titleOf(root: Section, draft: Draft, used: Set<Paragraph>): Plan | null {
  const top = [...root.body.slice(0, 4), ...root.children.slice(0, 1).flatMap((child) => (child.heading ? [child.heading] : []))]
  for (const paragraph of top) {
    const title = planTitle(paragraph.text)
    if (!title) continue
    used.add(paragraph)
    const plan = planOf(draft, title, paragraph.cells)
    readCoverPeriod(plan, root, draft, used)
    return plan
  }
  return titleInProse(root, draft)
}

/** The plan that the first line of a document names; null where it names none. */
export function planTitle(line: string): string | null {
  const text = undecorated(line)
  if (!REFORM.test(text) || readGeneric(text) || text.length > 60 || /[。、]/.test(text)) return null
  if (readMarker(text)) return null
  if (PLAN_TITLE.test(text)) return text.replace(/[\s　]*[（(][^（）()]*[）)]$/, '')
  const named = planNamedIn(text)?.title
  if (!named) return null
  // «…プラン2024 進捗状況報告書»: the year is part of the name
  const year = /^(?:19|20)\d\d(?![年\d])/.exec(text.slice(text.indexOf(named) + named.length))
  return year ? `${named}${year[0]}` : named
}

/** «（令和4年度～令和8年度）» under the title, or behind it. */
function readCoverPeriod(plan: Plan, root: Section, draft: Draft, used: Set<Paragraph>): void {
  for (const paragraph of root.body.slice(0, 5)) {
    const period = /^.{0,40}[（(]?[^。、]{0,6}(?:令和|平成|20\d\d)/.test(paragraph.text) ? periodIn(paragraph.text) : null
    if (!period || plan.period) continue
    draft.put(plan, 'period', period, paragraph.cells)
    used.add(paragraph)
  }
}

/** Without a cover the plan is named in its own prose («第2次…プランにおいては»): a guess, and marked as one. */
function titleInProse(root: Section, draft: Draft): Plan | null {
  for (const section of walk(root))
    for (const paragraph of section.body) {
      if (PREDECESSOR.test(paragraph.text)) continue
      for (const found of paragraph.text.matchAll(NUMBERED_PLAN)) {
        const title = found[0]
        const after = paragraph.text.slice(found.index + title.length)
        if (
          !REFORM.test(title) ||
          !/^(?:」)?(?:で|は|の|に|を|と)/.test(after) ||
          /^(?:」)?(?:の(?:成果|実績|総括|期間中)|に引き続き|を?策定し(?:、|て(?:き|以))|では[^。]*てきました)/.test(after)
        )
          continue
        const plan = planOf(draft, title, paragraph.cells)
        draft.guess(plan, 'title')
        return plan
      }
    }
  return null
}

function readPeriod(section: Section, plan: Plan, draft: Draft): void {
  for (const paragraph of section.body) readPeriodIn(section.title, paragraph, plan, draft)
}

/** «平成20年度から平成24年度までの5年間», under a heading that says 期間 or in a sentence that does. */
export function readPeriodIn(heading: string, { text, cells }: Pick<Paragraph, 'text' | 'cells'>, plan: Plan, draft: Draft): void {
  if (plan.period || (!/期間/.test(heading) && !/期間(は|を|：|:)/.test(text)) || /これまで|前(?:計画|期)/.test(text)) return
  for (const { dated } of findDates(text))
    if (dated?.kind === 'fiscal-year' && dated.to !== null && plan.period === null)
      draft.put(
        plan,
        'period',
        { from: dated.year, to: dated.to },
        cells.map((c) => c.at),
      )
}

/** The goal stands alone: in short lines under a heading that says so, or after a sentence that announces it. */
function readGoal(section: Section, plan: Plan, draft: Draft, used: Set<Paragraph>): void {
  if (plan.goal !== null) return
  const headed =
    readGeneric(section.title) !== null &&
    /(?:改革|行政運営|計画|プラン|基本)?の?(?:基本)?(?:目標|理念|目指す姿|めざす姿|将来像|スローガン|テーマ)$/.test(section.title)
  const announced = section.body.findIndex((p) =>
    /(?:目標|理念|姿|テーマ)を?、?(?:次|以下)の(?:よう|とおり|通り)に?(?:設定|定め|掲げ|と?し)[^。]*。?$/.test(p.text),
  )
  const from = announced >= 0 ? announced + 1 : headed ? 0 : section.body.length
  const lines: Paragraph[] = []
  for (const paragraph of section.body.slice(from)) {
    if (/。/.test(paragraph.text) || paragraph.text.length > 60 || /^[※＊・]/.test(paragraph.text) || lines.length === 3) break
    lines.push(paragraph)
  }
  if (lines.length === 0) return
  for (const line of lines) used.add(line)
  draft.put(
    plan,
    'goal',
    lines.map((p) => p.text.trim()).join(' '),
    lines.flatMap((p) => [...p.cells]),
  )
}

function readPredecessors(section: Section, plan: Plan, draft: Draft, used: Set<Paragraph>): void {
  const isHistory = section.style === 'root' || /はじめに|まえがき|経緯|経過|これまで|沿革|背景|趣旨|策定|前計画|歩み/.test(section.title)
  if (!isHistory) return
  for (const paragraph of section.body) {
    const found = PREDECESSOR.exec(paragraph.text.trim())
    const dated = found ? findDates(found[2] as string)[0]?.dated : null
    if (!found || !dated || used.has(paragraph) || foldTight(found[1] as string) === foldTight(plan.title)) continue
    const date =
      dated.kind === 'date' || dated.kind === 'year-end'
        ? dated.date
        : dated.kind === 'month'
          ? dated.month
          : String(dated.kind === 'calendar-year' ? dated.calendarYear : dated.year)
    const entry = { title: (found[1] as string).trim(), date }
    plan.predecessors.push(entry)
    for (const key of ['title', 'date']) draft.from(entry, key, paragraph.cells)
    used.add(paragraph)
  }
}
