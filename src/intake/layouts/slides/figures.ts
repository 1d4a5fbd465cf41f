import type { Indicator, Series } from '../../../reform/record.ts'
import { findDates } from '../../../vocabulary/dated.ts'
import { toDecimal } from '../../../vocabulary/decimal.ts'
import { type FigureToken, figureTokens } from '../../../vocabulary/figure-token.ts'
import { foldInPlace } from '../../../vocabulary/same-length.ts'
import type { Draft } from '../../draft.ts'
import { blockAt, cellsOf, joined, type Line } from './lines.ts'

type Point = Series['points'][number]

/** «2021.9» → 2021-09, «R4» → 2022, «2020» → 2020; null for no date. */
export function pointInTime(text: string): string | null {
  const [found, ...others] = findDates(text.trim())
  if (!found?.dated || others.length > 0 || found.start > 0 || found.end < text.trim().length) return null
  const { dated } = found
  if (dated.kind === 'month') return dated.month
  if (dated.kind === 'date' || dated.kind === 'year-end') return dated.date
  if (dated.kind === 'calendar-year') return String(dated.calendarYear)
  return dated.kind === 'fiscal-year' && dated.to === null ? String(dated.year) : null
}

/** A text that is one figure and nothing else: «約15分», «2,200件/年». */
export function onlyFigure(text: string): FigureToken | null {
  const plain = foldInPlace(text.trim())
  const tokens = figureTokens(plain)
  const token = tokens[0]
  if (
    !token ||
    tokens.length > 1 ||
    token.end !== plain.length ||
    plain
      .slice(0, token.start)
      .replace(/約|およそ/, '')
      .trim() !== ''
  )
    return null
  return token
}

export type SeriesFound = { length: number; series: Series; lines: Line[] }

/** 小さな表や「R4:22枚 → R5:6枚」 under their name, beginning at `at`; null where there is none. */
export function seriesAt(lines: readonly Line[], at: number): SeriesFound | null {
  const first = lines[at] as Line
  if (first.isTable || first.isSentence) return null
  const inline = namedArrow(first)
  if (inline) return inline
  const name = first.isBullet
    ? [first]
    : blockAt(lines, at).filter((line, i, all) => !line.isTable && !all.slice(0, i + 1).some((l) => l.isBullet || l.isTable))
  const head = lines[at + name.length]
  if (!head || head.gap > 1 || name.some((line) => /[）)]$/.test(line.text) && findDates(line.text).length > 0)) return null
  const values = lines[at + name.length + 1]
  const points = tablePoints(head, values)
  if (points) return found(name, [head, values as Line], points)
  const pair = arrowPoints(head.text)
  return pair ? found(name, [head], pair) : null
}

function found(name: readonly Line[], figures: readonly Line[], points: Point[]): SeriesFound {
  const units = points.map((point) => onlyFigure(point.raw)?.unit ?? null)
  const unit = units.find((u) => u !== null) ?? null
  const series: Series = { name: joined(name), unit, breakdown: null, thresholds: {}, points }
  return { length: name.length + figures.length, series, lines: [...name, ...figures] }
}

/** «電子申請件数　R4:1,200件 → R5:3,450件» */
function namedArrow(line: Line): SeriesFound | null {
  const said = /^(.{2,30}?)[\s　:：]+((?:令和|平成|[RHＲＨ])?\s?[0-9０-９元]{1,4}[^\s]{0,6}[:：].*[→⇒].*)$/.exec(line.body)
  const points = said ? arrowPoints(said[2] as string) : null
  if (!said || !points) return null
  const series = found([], [line], points)
  return { ...series, series: { ...series.series, name: (said[1] as string).trim() } }
}

function tablePoints(head: Line, values: Line | undefined): Point[] | null {
  if (!head.isTable || !values?.isTable || values.gap > 1 || head.cells.length !== values.cells.length) return null
  const points = head.cells.map((cell, i) => pointOf(pointInTime(cell.text), values.cells[i]?.text ?? ''))
  return points.every((point) => point !== null) ? (points as Point[]) : null
}

/** «R4:4.8倍→R5:11.7倍» */
export function arrowPoints(text: string): Point[] | null {
  const pieces = foldInPlace(text).split(/\s*[→⇒]\s*/)
  if (pieces.length < 2) return null
  let at = 0
  const points = pieces.map((piece) => {
    const start = foldInPlace(text).indexOf(piece, at)
    at = start + piece.length
    const said = /^([^:]{1,12}):\s*(.+)$/.exec(text.slice(start, at).replace('：', ':'))
    return said ? pointOf(pointInTime(said[1] as string), (said[2] as string).trim()) : null
  })
  return points.every((point) => point !== null) ? (points as Point[]) : null
}

function pointOf(at: string | null, raw: string): Point | null {
  const token = onlyFigure(raw)
  const value = token?.value ?? toDecimal(foldInPlace(raw).replace(/,/g, ''))
  return at === null || value === null ? null : { at, value, answer: 'number', raw: raw.trim(), status: null }
}

export function addSeries(draft: Draft, said: SeriesFound): void {
  draft.record.series.push(said.series)
  for (const key of ['name', 'points']) draft.from(said.series, key, cellsOf(said.lines))
}

export function addIndicator(draft: Draft, of: Indicator['of'], name: string, unit: string | null, lines: readonly Line[]): Indicator {
  const indicator: Indicator = {
    id: draft.id('indicator'),
    of,
    name,
    kind: null,
    unit,
    direction: null,
    directionSource: null,
    aggregation: null,
    baseline: null,
    targets: [],
    actuals: [],
  }
  draft.record.indicators.push(indicator)
  draft.from(indicator, 'name', cellsOf(lines))
  return indicator
}

export const unitOf = (token: FigureToken): string | null =>
  token.unit === null ? null : token.per === null ? token.unit : `${token.unit}/${token.per}`

/**
 * 箱の中の数値 — «窓口の / 年間利用», «本庁», «1,200件/年»: names and figures on lines of their own.
 * Two figures under one name are now and then; the arrow between the boxes did not survive, so that is a guess.
 */
export function readBoxes(draft: Draft, of: Indicator['of'], lines: readonly Line[]): Set<Line> {
  const used = new Set<Line>()
  const boxes = boxesOf(lines)
  for (const [i, box] of boxes.entries()) {
    const name = boxes[i - 1]
    if (!box.figure || !name || name.figure) continue
    const over = groupOver(boxes, i)
    const next = boxes[i + 1]?.figure ? boxes[i + 1] : undefined
    const all = [...(over?.lines ?? []), ...name.lines, ...box.lines, ...(next?.lines ?? [])]
    const indicator = addIndicator(
      draft,
      of,
      [over, name]
        .map((b) => (b ? joined(b.lines) : ''))
        .join(' ')
        .trim(),
      unitOf(box.figure),
      all,
    )
    draft.put(indicator, 'baseline', { asOf: null, value: box.figure.value, answer: 'number', raw: joined(box.lines) }, cellsOf(box.lines))
    if (next?.figure) {
      indicator.targets.push({
        fiscalYear: null,
        asOf: null,
        comparator: next.figure.comparator ?? '=',
        value: next.figure.value,
        answer: 'number',
        raw: joined(next.lines),
        final: true,
      })
      draft.from(indicator, 'targets', cellsOf(next.lines))
      draft.guess(indicator, 'baseline')
      draft.guess(indicator, 'targets')
    }
    for (const line of all) used.add(line)
  }
  return used
}

type Box = { lines: Line[]; figure: FigureToken | null }

function boxesOf(lines: readonly Line[]): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at < lines.length; ) {
    const block = blockAt(lines, at)
    at += block.length
    if (block.some((line) => line.isSentence || line.isTable)) continue
    boxes.push({ lines: block, figure: block.length === 1 ? onlyFigure((block[0] as Line).text) : null })
  }
  return boxes
}

/** A heading over several named figures: heading, name, figure, name, figure. */
function groupOver(boxes: readonly Box[], at: number): Box | null {
  const isPair = (i: number): boolean => Boolean(boxes[i] && boxes[i + 1] && !boxes[i]?.figure && boxes[i + 1]?.figure)
  let first = at - 1
  while (isPair(first - 2)) first -= 2
  const pairs = [first, first + 2].filter(isPair).length
  const over = boxes[first - 1]
  return pairs > 1 && over && !over.figure ? over : null
}
