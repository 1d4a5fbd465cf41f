import type { Report } from '../reform/record.ts'
import { type FigureToken, figureTokens } from '../vocabulary/figure-token.ts'
import { foldInPlace } from '../vocabulary/same-length.ts'
import type { FigureSeen } from './looking.ts'

/** 数値の書かれた一節 — the sentence or item in which figures stand, and where each of them begins and ends in it. */
export type Passage = { text: string; spans: { start: number; end: number }[] }

const SENTENCE_END = /[。\n▼●■◆◇○]/

/** Null where the figures are not found one after another in one text of their report: nobody can say what else stands between them. */
export function passageOf(report: Report, figures: readonly FigureSeen[]): Passage | null {
  for (const text of [report.progress, report.issues, report.revision]) {
    const spans = text === null ? null : spansIn(text, figures)
    if (text !== null && spans !== null) return cut(text, spans)
  }
  return null
}

function spansIn(text: string, figures: readonly FigureSeen[]): Passage['spans'] | null {
  const spans: Passage['spans'] = []
  for (const { figure } of figures) {
    const start = text.indexOf(figure.raw, spans.at(-1)?.end ?? 0)
    if (start < 0) return null
    spans.push({ start, end: start + figure.raw.length })
  }
  return spans.length > 0 ? spans : null
}

function cut(text: string, spans: Passage['spans']): Passage {
  const first = (spans[0] as Passage['spans'][number]).start
  const last = (spans.at(-1) as Passage['spans'][number]).end
  let start = first
  while (start > 0 && !SENTENCE_END.test(text[start - 1] as string)) start -= 1
  const rest = text.slice(last).search(SENTENCE_END)
  const end = rest < 0 ? text.length : last + rest
  return { text: text.slice(start, end), spans: spans.map((s) => ({ start: s.start - start, end: s.end - start })) }
}

/** Figures of the passage that are none of those asked for: a term that was not read, or a number of something else. */
export const othersIn = ({ text, spans }: Passage): FigureToken[] =>
  figureTokens(foldInPlace(text)).filter((token) => !spans.some((s) => s.start <= token.start && token.end <= s.end))

/** How many brackets are open where each figure stands: a number in brackets is told beside the others, not with them. */
export const depthsIn = ({ text, spans }: Passage): number[] =>
  spans.map(({ start }) => {
    const before = text.slice(0, start)
    return before.replace(/[^（(［[〔]/g, '').length - before.replace(/[^）)］\]〕]/g, '').length
  })
