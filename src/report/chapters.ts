import type { Chapter } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import type { SourceRef } from './source-pages.ts'

export type ChapterTold = { anchor: string; heading: string; text: string; depth: number; sources: SourceRef[] }

/** 計画の本文 — chapters in reading order, each with its depth. A chapter whose parent is unknown stands at the top. */
export function chapters(index: EditionIndex): ChapterTold[] {
  const all = index.edition.record.chapters
  const ids = new Set(all.map((c) => c.id))
  const told: ChapterTold[] = []
  const seen = new Set<Chapter>()
  const tell = (chapter: Chapter, depth: number): void => {
    if (seen.has(chapter)) return
    seen.add(chapter)
    const place = all.indexOf(chapter)
    told.push({
      anchor: `c${place + 1}`,
      heading: chapter.heading,
      text: chapter.text,
      depth,
      sources: index.sources(`/chapters/${place}/text`),
    })
    for (const below of all) if (below.parent === chapter.id) tell(below, Math.min(depth + 1, 3))
  }
  for (const chapter of all) if (chapter.parent === null || !ids.has(chapter.parent)) tell(chapter, 0)
  // What stands in a circle is told too: nothing that a document says is lost on the way to its reader.
  for (const chapter of all) tell(chapter, 0)
  return told
}
