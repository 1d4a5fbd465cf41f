import type { Indicator, PlanNode, RoadmapItem } from '../../../reform/record.ts'
import { findDates } from '../../../vocabulary/dated.ts'
import { type FigureToken, figureTokens } from '../../../vocabulary/figure-token.ts'
import { parseFiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import { foldInPlace } from '../../../vocabulary/same-length.ts'
import type { Draft } from '../../draft.ts'
import { addIndicator, unitOf } from './figures.ts'
import { blockAt, cellsOf, type Line } from './lines.ts'
import { isSameTitle, type Pillar } from './pillars.ts'

/** 工程表 — block by block: the pillar's number and title, its steps, and its yardsticks now → in between → at the end. Returns how many lines are its own. */
export function writeRoadmap(lines: readonly Line[], pillars: readonly Pillar[], draft: Draft): number {
  let node: PlanNode | null = null
  let started = false
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line
    const years = line.isTable ? yearsOf(line) : null
    if (years) {
      at += writeTable(lines.slice(at), years, draft)
      started = true
    } else if (line.key !== null && line.body === '' && !line.isBullet) {
      const title = titleLines(lines, at)
      node = pillarOf(line.key, title, pillars)
      for (const cell of cellsOf([line, ...title])) draft.claim(cell, 'fields')
      at += title.length
      started = true
    } else if (line.isBullet) addStep(line, node, draft)
    else if (isYardstick(line)) addYardstick(line, node, draft)
    else if (started) return at
  }
  return lines.length
}

function titleLines(lines: readonly Line[], at: number): Line[] {
  const own = blockAt(lines, at).slice(1)
  const title = own.length > 0 ? own : at + 1 < lines.length ? blockAt(lines, at + 1) : []
  return title.filter((line, i) => !line.isBullet && !line.isTable && title.slice(0, i).every((l) => !l.isBullet))
}

function pillarOf(key: string, title: readonly Line[], pillars: readonly Pillar[]): PlanNode | null {
  const words = title.map((line) => line.text).join('')
  const same =
    pillars.find((p) => isSameTitle(p.title.text, words)) ?? pillars.find((p) => Number(p.node?.number ?? Number.NaN) === Number(key))
  return same?.node ?? null
}

/** 項目 | 令和7年度 | 令和8年度: the years by column; null for another row. */
function yearsOf(line: Line): Map<number, string> | null {
  const years = new Map<number, string>()
  for (const cell of line.cells) {
    const year = parseFiscalYear(cell.text)
    if (year.ok) years.set(cell.column, String(year.value))
  }
  return years.size >= 2 && years.size >= line.cells.length - 2 ? years : null
}

/** A table of steps by year; an arrow goes on with the step before. Returns how many rows it took behind the header. */
function writeTable(lines: readonly Line[], years: ReadonlyMap<number, string>, draft: Draft): number {
  for (const cell of (lines[0] as Line).cells) draft.claim(cell, 'fields')
  let at = 1
  for (; at < lines.length && (lines[at] as Line).isTable; at += 1) {
    const { cells } = lines[at] as Line
    const [name, ...steps] = cells
    if (!name || years.has(name.column)) continue
    const initiative = draft.record.initiatives.find((i) => foldTight(i.title) === foldTight(name.text))
    draft.claim(name, 'fields')
    let open: RoadmapItem | null = null
    for (const cell of steps) {
      const year = years.get(cell.column)
      if (year === undefined) continue
      if (open && /^[→⇒ー―－-]+$/.test(cell.text.trim())) {
        draft.put(open, 'to', year, cell)
        continue
      }
      open = { node: null, initiative: initiative?.id ?? null, text: `${name.text} ${cell.text}`, from: year, to: year, month: null }
      draft.record.roadmap.push(open)
      draft.from(open, 'text', [name, cell])
    }
  }
  return at - 1
}

const MONTH = /[（(]\s*([0-9０-９]{1,2})月\s*[）)]$/
const YEARS = /[（(]\s*((?:R|H|令和|平成)?\s?[0-9０-９]{1,4})年?度?\s*[~～〜\-－]\s*((?:R|H|令和|平成)?\s?[0-9０-９]{1,4})年?度?\s*[）)]$/

function addStep(line: Line, node: PlanNode | null, draft: Draft): void {
  const month = MONTH.exec(line.body)?.[1]
  const years = YEARS.exec(line.body)
  const from = years ? parseFiscalYear(years[1] as string) : null
  const era = /^[^0-9０-９]*/.exec(years?.[1] ?? '')?.[0] ?? ''
  const second = years?.[2] ?? ''
  const to = years ? parseFiscalYear(/^[0-9０-９]{1,2}$/.test(second) ? `${era}${second}` : second) : null
  const isSpan = from?.ok === true && to?.ok === true
  const text = (month ? line.body.replace(MONTH, '') : isSpan ? line.body.replace(YEARS, '') : line.body).trim()
  if (text === '') return
  const item: RoadmapItem = {
    node: node?.id ?? null,
    initiative: null,
    text,
    from: isSpan ? String(from.value) : null,
    to: isSpan ? String(to.value) : null,
    month: month ? Number(month.normalize('NFKC')) : null,
  }
  draft.record.roadmap.push(item)
  for (const key of month ? ['text', 'month'] : isSpan ? ['text', 'from', 'to'] : ['text']) draft.from(item, key, line.cells)
}

/** «オンライン申請率 **18.4%** **30%** **3年後までに 60%**» — with or without the emphasis. */
const isYardstick = (line: Line): boolean => !line.isSentence && valuesOf(line).length > 1

type Value = { text: string; token: FigureToken | null }

function valuesOf(line: Line): Value[] {
  const stressed = [...line.raw.matchAll(/\*\*([^*]+)\*\*/g)].map((found) => (found[1] as string).trim())
  if (stressed.length > 0) {
    const plain = line.raw.slice(0, line.raw.indexOf('**'))
    const first = lastToken(plain)
    return [
      ...(first ? [{ text: plain.trim().slice(first.start).trim(), token: first }] : []),
      ...stressed.map((text) => ({ text, token: lastToken(text) })),
    ]
  }
  const plain = foldInPlace(line.text)
  const tokens = figureTokens(plain)
  return tokens.map((token, i) => ({
    text: line.text.slice(i === 0 ? token.start : (tokens[i - 1] as FigureToken).end, token.end).trim(),
    token,
  }))
}

const lastToken = (text: string): FigureToken | null => figureTokens(foldInPlace(text.trim())).at(-1) ?? null

function addYardstick(line: Line, node: PlanNode | null, draft: Draft): void {
  const values = valuesOf(line)
  const name = nameOf(line, values)
  if (name === '') return
  const own = values.filter((value, i) => i === 0 || otherName(value) === null)
  const first = own[0] as Value
  const unit = own.map(({ token }) => token && unitOf(token)).find((u) => u) ?? null
  const of: Indicator['of'] = node ? { node: node.id } : null
  const indicator = addIndicator(draft, of, name, unit, [line])
  draft.put(
    indicator,
    'baseline',
    { asOf: null, value: first.token?.value ?? null, answer: first.token ? 'number' : 'text', raw: first.text },
    line.cells,
  )
  for (const [i, value] of own.slice(1).entries()) addTarget(indicator, value, i === own.length - 2)
  draft.from(indicator, 'targets', line.cells)
  for (const value of values.slice(1)) {
    const other = otherName(value)
    if (other === null || !value.token) continue
    const beside = addIndicator(draft, of, other, unitOf(value.token), [line])
    addTarget(beside, value, true)
    draft.from(beside, 'targets', line.cells)
    draft.guess(beside, 'targets')
  }
}

function addTarget(indicator: Indicator, { text, token }: Value, final: boolean): void {
  indicator.targets.push({
    fiscalYear: null,
    asOf: null,
    comparator: token ? (token.comparator ?? '=') : null,
    value: token?.value ?? null,
    answer: token ? 'number' : 'text',
    raw: text,
    final,
  })
}

function nameOf(line: Line, values: readonly Value[]): string {
  const text = line.raw.includes('**') ? line.raw.slice(0, line.raw.indexOf('**')) : line.text
  const first = values[0] as Value
  const at = first.token ? text.lastIndexOf(first.text) : -1
  return (at > 0 ? text.slice(0, at) : text).trim()
}

/** The words before a figure that are neither a time nor «実質»: another yardstick printed into the same row. */
function otherName({ text, token }: Value): string | null {
  if (!token) return null
  let words = foldInPlace(text).slice(0, token.start)
  for (const { start, end } of findDates(words).reverse()) words = words.slice(0, start) + words.slice(end)
  words = words.replace(/(?:まで(?:に)?|後|実質|約|最大|概ね|比|年度?|末|の|→|~|\s)+/g, '')
  if (words.length < 3) return null
  const said = text.slice(0, token.start)
  const date = findDates(said)[0]
  return (date ? said.slice(0, date.start) : said).trim() || null
}
