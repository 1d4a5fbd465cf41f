import type { Initiative, SectionRef } from '../../../reform/record.ts'
import { readDated } from '../../../vocabulary/dated.ts'
import type { Draft } from '../../draft.ts'
import { addPart } from '../../join.ts'
import { type Label, type Role, readLabel } from '../../labels.ts'
import type { Paragraph } from '../../paragraphs.ts'
import type { Cell } from '../../read/page.ts'
import { looksLikeSections, readSections } from '../../sections.ts'
import { applyField } from '../form/apply.ts'
import { linkFigures } from '../form/link-figures.ts'
import { type Form, newForm } from '../form/state.ts'

/** «【内容】　…», «担当課：総務課», «■目標：…» */
const LABELLED = /^(?:[【［〔<＜]([^】］〕>＞]{1,16})[】］〕>＞][\s:：]*|[・■◆○●◇▼\s]*([^。、:：\s]{1,16})\s*[:：]\s*)(\S.*)$/s
/** «担当課　総務課»: with only a blank between, where the answer is no sentence */
const SPACED = /^[・■◆○●◇▼\s]*([^。、:：\s]{2,12})\s+([^。]+)$/s
const BY_BLANK: readonly Role[] = ['section', 'relatedSection', 'target', 'baseline', 'actual', 'indicator', 'effect', 'cost']
const ALONE = /^(?:[【［〔<＜]([^】］〕>＞]{1,16})[】］〕>＞]|[■◆○●◇▼・\s]*([^。、:：\s]{2,14})[:：]?)$/
const DATED_BY_ITEM: readonly Role[] = ['evaluation', 'actual']
/** A heading of its own stands above an item; these labels open nothing and answer nothing here. */
const NOT_OF_AN_ITEM: readonly Role[] = [
  'title',
  'pillar',
  'theme',
  'number',
  'plan',
  'fiscalYear',
  'period',
  'total',
  'note',
  'marks',
  'schedule',
]

/** «市民会議の開催（企画課）» → title and sections */
export function readTitle(printed: string): { title: string; sections: SectionRef[] } {
  const found = /^(.{2,}?)[\s　]*[（(【［<＜]([^（()）]+(?:[（(][^（()）]*[）)])?)[）)】］>＞]$/.exec(printed)
  const inside = found?.[2]?.replace(/^(?:担当|所管|主管|担当課|所管課|担当部署)[:：]\s*/, '') ?? ''
  return found && looksLikeSections(inside)
    ? { title: found[1] as string, sections: readSections(inside) }
    : { title: printed, sections: [] }
}

type Line = { text: string; cells: readonly Cell[] }

/** 項目の本文 — labelled lines go where their label says; what remains is the text of the item. */
export function readBody(draft: Draft, initiative: Initiative, paragraphs: readonly Paragraph[]): Line[] {
  const form: Form = { ...newForm(draft, initiative.plan), initiative }
  const rest: Line[] = []
  // «令和6年度の実績：» dates the lines of the same item that print no year
  let year: Label['year'] = null
  const dated = (label: Label): Label => {
    year = label.year ?? year
    return DATED_BY_ITEM.includes(label.role) ? { ...label, year } : label
  }
  let waiting: { label: Label; cell: Cell; lines: Line[] } | null = null
  const answer = (): void => {
    if (waiting && !writeLabelled(form, dated(waiting.label), waiting.cell, joined(waiting.lines))) rest.push(...waiting.lines)
    waiting = null
  }
  for (const line of paragraphs.flatMap(labelledPieces)) {
    if (readYears(draft, initiative, line)) continue
    const alone = labelAlone(line)
    const said = alone ? null : labelled(line.text)
    if (alone || said) answer()
    if (alone) waiting = { label: alone, cell: line.cells[0] as Cell, lines: [] }
    else if (said && writeLabelled(form, dated(said.label), line.cells[0] as Cell, { text: said.text, cells: line.cells })) continue
    else if (waiting) (waiting as { lines: Line[] }).lines.push(line)
    else rest.push(line)
  }
  answer()
  joinUndated(draft, initiative)
  linkFigures(form)
  return rest
}

/** «【担当課】企画課　【実施年度】令和3年度～»: several labels on one line are as many lines. */
function labelledPieces({ text, cells }: Paragraph): Line[] {
  const pieces = text.trim().split(/(?=【[^】]{1,16}】)/)
  return (pieces.length > 1 && pieces[0]?.startsWith('【') ? pieces : [text]).map((piece) => ({ text: piece.trim(), cells }))
}

const YEARS = /^(?:【|・|■|○)?(?:実施|取組|推進|計画|事業)(?:年度|期間|時期)(?:】|[:：])?[\s:：]*((?:令和|平成|[RH]|20)[^。]{1,20})$/

/** 実施年度 — when the item is carried out is an activity of its own; an open end stays open. */
function readYears(draft: Draft, initiative: Initiative, { text, cells }: Line): boolean {
  const printed = YEARS.exec(text)?.[1]
  const dated = printed ? readDated(printed.replace(/[~～〜-]$/, '')) : null
  if (!printed || dated?.kind !== 'fiscal-year') return false
  const isOpen = /[~～〜-]$/.test(printed)
  const to = dated.to ?? (isOpen ? null : dated.year)
  const part = initiative.parts[0] ?? addPart(draft, initiative)
  const schedule = { from: String(dated.year), to: to === null ? null : String(to), text: printed, milestone: false }
  part.activities.push({ name: initiative.title, schedule: [schedule] })
  draft.from(schedule, 'from', cells)
  return true
}

/** What an item says without a year belongs to the only year that it prints. */
function joinUndated(draft: Draft, initiative: Initiative): void {
  const [dated, ...others] = initiative.reports.filter((r) => r.fiscalYear !== null)
  const undated = initiative.reports.find((r) => r.fiscalYear === null)
  if (!dated || !undated || others.length > 0) return
  const keys = (['progress', 'issues', 'revision'] as const).filter((key) => undated[key] !== null)
  if (keys.some((key) => dated[key] !== null)) return
  for (const key of keys) draft.put(dated, key, undated[key], draft.placesOf(undated, key))
  dated.figures.push(...undated.figures)
  initiative.reports.splice(initiative.reports.indexOf(undated), 1)
}

const joined = (lines: readonly Line[]): Line => ({
  text: lines.map((line) => line.text).join('\n'),
  cells: lines.flatMap((line) => [...line.cells]),
})

const usable = (label: Label | null): label is Label => label !== null && !NOT_OF_AN_ITEM.includes(label.role)

function labelAlone({ text }: Line): Label | null {
  const found = ALONE.exec(text)
  const label = found ? readLabel((found[1] ?? found[2]) as string) : null
  return usable(label) ? label : null
}

function labelled(text: string): { label: Label; text: string } | null {
  const found = LABELLED.exec(text)
  const label = found ? readLabel((found[1] ?? found[2]) as string) : null
  if (found && usable(label)) return { label, text: (found[3] as string).trim() }
  const spaced = SPACED.exec(text)
  const bare = spaced ? readLabel(spaced[1] as string) : null
  return spaced && usable(bare) && BY_BLANK.includes(bare.role) ? { label: bare, text: (spaced[2] as string).trim() } : null
}

function writeLabelled(form: Form, label: Label, at: Cell, line: Line): boolean {
  if (line.cells.length === 0) return false
  const written = applyField(form, { label, at, text: line.text, cells: line.cells, number: null })
  if (written) for (const cell of [at, ...line.cells]) form.draft.claim(cell, 'fields')
  return written
}
