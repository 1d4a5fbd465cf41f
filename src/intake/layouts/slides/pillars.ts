import type { PlanNode } from '../../../reform/record.ts'
import { findDates } from '../../../vocabulary/dated.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import { similarity } from '../../../vocabulary/similarity.ts'
import type { Draft } from '../../draft.ts'
import { initiativeOf, nodeOf } from '../../join.ts'
import { readMarker } from '../outline/marker.ts'
import { addSeries, arrowPoints, seriesAt } from './figures.ts'
import { blockAt, cellsOf, type Line, labelOf, subtitleOf } from './lines.ts'

/** 柱のスライド — title, subtitle, lead; then what is wanted, then what was done. `from` is its first line. */
export type Pillar = { from: number; label: number; title: Line; subtitle: Line | null; lead: Line[]; node: PlanNode | null }

/** The pillars of a report: looked for backwards from each label, because titles look like nothing in particular. */
export function pillarsOf(lines: readonly Line[]): Pillar[] {
  const pillars: Pillar[] = []
  for (const [at, line] of lines.entries()) {
    const label = labelOf(line)
    const isOwn = label === 'aims' || (label === 'done' && !lines.slice(pillars.at(-1)?.label ?? 0, at).some((l) => labelOf(l) === 'aims'))
    const pillar = isOwn ? headBefore(lines, at) : null
    if (pillar) pillars.push(pillar)
  }
  return pillars
}

function headBefore(lines: readonly Line[], label: number): Pillar | null {
  let at = label - 1
  const lead: Line[] = []
  while (at >= 0 && (lines[at] as Line).isSentence) {
    lead.unshift(lines[at] as Line)
    at -= 1
  }
  const subtitle = at >= 0 && subtitleOf(lines[at] as Line) !== null ? (lines[at] as Line) : null
  if (subtitle) at -= 1
  const title = lines[at]
  if (!title || title.isTable || title.isSentence || title.text.length > 40 || labelOf(title) !== null) return null
  return { from: at, label, title, subtitle, lead, node: null }
}

export function writePillar(pillar: Pillar, numbers: ReadonlyMap<string, { number: string; lines: Line[] }>, draft: Draft): PlanNode {
  const listed = [...numbers].find(([title]) => isSameTitle(title, pillar.title.text))?.[1]
  // «改革１　市民目線の窓口»: level and number stand before the title
  const marker = readMarker(pillar.title.text)
  const title = marker?.rest ? marker.rest : pillar.title.text
  const node = nodeOf(draft, title, pillar.title.cells, { plan: null, parent: null, level: marker?.level ?? null })
  if (marker?.rest && node.number === null) draft.put(node, 'number', marker.number, pillar.title.cells)
  if (listed && node.number === null) draft.put(node, 'number', listed.number, cellsOf(listed.lines))
  const subtitle = pillar.subtitle ? subtitleOf(pillar.subtitle) : null
  const text = [...(subtitle ? [subtitle] : []), ...pillar.lead.map((line) => line.text)].join('\n')
  if (text !== '') draft.put(node, 'text', text, cellsOf([...(pillar.subtitle ? [pillar.subtitle] : []), ...pillar.lead]))
  pillar.node = node
  return node
}

export const isSameTitle = (a: string, b: string): boolean => foldTight(a) === foldTight(b) || similarity(a, b) >= 0.8

/** The overview before the first pillar: «01» and the title cut into lines. */
export function numbersOf(lines: readonly Line[]): Map<string, { number: string; lines: Line[] }> {
  const numbers = new Map<string, { number: string; lines: Line[] }>()
  for (const [at, line] of lines.entries()) {
    if (line.key === null || line.body !== '') continue
    const sameBlock = blockAt(lines, at).slice(1)
    const title = sameBlock.length > 0 ? sameBlock : at + 1 < lines.length ? blockAt(lines, at + 1) : []
    if (title.length > 0 && title.length <= 4)
      numbers.set(title.map((l) => l.text).join(''), { number: line.key.normalize('NFKC'), lines: [line, ...title] })
  }
  return numbers
}

/** Whether lines of the overview say a pillar's title or subtitle again. */
export function repeatedIn(lines: readonly Line[], pillars: readonly Pillar[]): Line[] {
  const known = pillars.flatMap((p) => [p.title.text, p.subtitle ? (subtitleOf(p.subtitle) as string) : '']).map(foldTight)
  const used: Line[] = []
  for (let at = 0; at < lines.length; ) {
    const block = blockAt(lines, at)
    if (known.includes(foldTight(block.map((l) => l.text).join('')))) used.push(...block)
    at += block.length
  }
  return used
}

/** やりたいこと — each an initiative under its pillar. A line cut in two goes on without a number of its own. */
export function writeAims(lines: readonly Line[], node: PlanNode, draft: Draft): void {
  const aims: { key: string | null; lines: Line[] }[] = []
  const isNumbered = lines.some((line) => line.key !== null)
  for (const line of lines) {
    const last = aims.at(-1)
    if (isNumbered && line.key === null && !line.isBullet && last) last.lines.push(line)
    else aims.push({ key: line.key, lines: [line] })
  }
  for (const aim of aims) {
    const title = aim.lines.map((line) => line.body).join('')
    if (title.length < 4) continue
    const initiative = initiativeOf(draft, title, cellsOf(aim.lines), {
      plan: null,
      node: node.id,
      number: aim.key?.normalize('NFKC') ?? null,
    })
    draft.from(initiative, 'number', cellsOf(aim.lines))
  }
}

const DATED = /^(.+?)[\s　]*[（(]([^（）()]*)[）)]$/
const DID =
  /(?:導入|開始|設置|策定|作成|実施|配備|整備|オンライン化|デジタル化|一新|新設|始動|配布|見直し|共有|公開|拡大|試行|設定|開設|運用|廃止|削減|統合|締結|改定|構築)$/

/** これまでの取組み — each an event with its month; figures become series, what explains them goes to the pillar's text. */
export function writeDone(lines: readonly Line[], node: PlanNode, draft: Draft): void {
  const details: Line[] = []
  let open = false
  let bulletsOver = false
  // where the list of what was done is one of bullets, each bullet is something done
  const isList = lines[0]?.isBullet === true
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line
    const series = seriesAt(lines, at)
    if (series) {
      addSeries(draft, series)
      at += series.length
      bulletsOver = false
      continue
    }
    at += 1
    const dated = datedEvent(line.body || line.text)
    const single = (lines[at]?.gap ?? 1) > 0
    const isEvent =
      dated !== null ||
      (isList && line.isBullet && !line.isSentence) ||
      (isHeadline(lines, at - 1) && !(bulletsOver && line.gap < 3) && (line.gap >= 3 || !open || (single && DID.test(line.text))))
    if (!line.isTable && isEvent) {
      const event = { node: node.id, text: dated?.text ?? line.body, at: dated?.at ?? null }
      draft.record.events.push(event)
      draft.from(event, 'text', line.cells)
      if (dated) draft.from(event, 'at', line.cells)
      open = true
      bulletsOver = false
    } else if (!line.isTable) {
      details.push(line)
      bulletsOver = line.isBullet
    }
  }
  if (details.length > 0)
    draft.put(node, 'text', [node.text, ...details.map((line) => line.text)].filter((t) => t).join('\n'), cellsOf(details))
}

/** A line that can be the headline of something done: no sentence, no bullet, no list of bare nouns around it. */
function isHeadline(lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line
  if (line.isTable || line.isSentence || line.isBullet || /[、…]$|\.{3}$|→$/.test(line.text) || arrowPoints(line.text)) return false
  if (line.text.length > 40 && !DID.test(line.text)) return false
  const next = lines.slice(at + 1, at + 3)
  const isList = next.length === 2 && next.every((l) => l.gap === 1 && !l.isSentence && !l.isBullet && !l.isTable && l.text.length < 12)
  return !(isList && line.text.length < 12 && !DID.test(line.text))
}

function datedEvent(text: string): { text: string; at: string } | null {
  const found = DATED.exec(text)
  const [date, ...others] = found ? findDates(found[2] as string) : []
  if (!found || !date?.dated || others.length > 0 || date.start > 0) return null
  const { dated } = date
  if (dated.kind === 'month') return { text: found[1] as string, at: dated.month }
  if (dated.kind === 'date' || dated.kind === 'year-end') return { text: found[1] as string, at: dated.date }
  if (dated.kind === 'calendar-year') return { text: found[1] as string, at: String(dated.calendarYear) }
  return dated.kind === 'fiscal-year' && dated.to === null ? { text: found[1] as string, at: String(dated.year) } : null
}
