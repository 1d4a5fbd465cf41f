import type { Chapter } from '../../../reform/record.ts'
import type { Draft } from '../../draft.ts'
import { cellsOf, type Line, labelOf, subtitleOf } from './lines.ts'

/** 扉と残り — the cover and slides outside of the pattern: a heading with what is said under it is a chapter. */
export function writeCover(lines: readonly Line[], draft: Draft): void {
  const title = lines.find(
    (line) => !line.isSentence && /(?:レポート|報告|プラン|計画|改革|進捗|推進)/.test(line.text) && line.text.length >= 8,
  )
  if (!title) return
  const rest = lines.filter((line) => line !== title && !isFragment(line))
  addChapter(draft, title.text, [title], rest, null)
}

/** «2023», «~2022», «案件 1»: what is left of a picture or an agenda. */
const isFragment = (line: Line): boolean => /^[~～〜\s0-9０-９年度.-]+$|^(?:案件|議題|資料)\s?[0-9０-９]+$/.test(line.text)

function addChapter(draft: Draft, heading: string, headLines: readonly Line[], lines: readonly Line[], parent: Chapter | null): Chapter {
  const chapter: Chapter = { id: draft.id('chapter'), parent: parent?.id ?? null, heading, text: '' }
  draft.record.chapters.push(chapter)
  draft.from(chapter, 'heading', cellsOf(headLines))
  addText(draft, chapter, lines)
  return chapter
}

function addText(draft: Draft, chapter: Chapter, lines: readonly Line[]): void {
  if (lines.length === 0) return
  const cells = cellsOf(lines)
  for (const cell of cells) draft.claim(cell, 'prose')
  const text = lines.map((line) => subtitleOf(line) ?? line.text).join('\n')
  draft.put(chapter, 'text', chapter.text === '' ? text : `${chapter.text}\n${text}`, cells)
}

/** Headings with numbered headings below them, and prose under either. */
export function writeRest(lines: readonly Line[], draft: Draft): void {
  let top: Chapter | null = null
  let open: Chapter | null = null
  for (const [at, line] of lines.entries()) {
    if (line.isTable || isFragment(line)) continue
    const next = lines[at + 1]
    const isOpening = labelOf(line) === 'projects' && top === null
    const isHead =
      !line.isSentence && !line.isBullet && line.text.length <= 40 && (isOpening || labelOf(line) === null) && subtitleOf(line) === null
    if (isHead && line.key !== null && line.body !== '' && next && next.key === null) open = addChapter(draft, line.text, [line], [], top)
    else if (isHead && line.key === null && (top === null || (next && next.key !== null && !next.isSentence))) {
      top = addChapter(draft, line.text, [line], [], top)
      open = top
    } else if (open) addText(draft, open, [line])
  }
}
