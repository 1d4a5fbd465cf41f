import type { Initiative, RecordId } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import { similarity } from '../../../vocabulary/similarity.ts'
import type { Draft } from '../../draft.ts'

const ALIKE = 0.9

/** 取組名での結び付け — reviews and lineage that name an initiative point at it, once the record has it. */
export function linkTitles(draft: Draft): void {
  const { reviews, lineage } = draft.record
  for (const item of reviews.flatMap((r) => r.items)) for (const link of [...item.new, ...item.existing]) linkOne(draft, link)
  // an old initiative that goes on under its name is not the new one it became
  const becoming = new Set(lineage.flatMap((l) => l.to.map((end) => end.initiative)))
  for (const { from } of lineage)
    for (const end of from) {
      const known = draft.record.initiatives.filter((i) => foldTight(i.title) === foldTight(end.title) && !becoming.has(i.id))
      if (end.initiative === null && known.length === 1) end.initiative = (known[0] as Initiative).id
    }
}

function linkOne(draft: Draft, link: { title: string; initiative: RecordId | null }): void {
  if (link.initiative !== null) return
  const exact = draft.record.initiatives.filter((i) => foldTight(i.title) === foldTight(link.title))
  if (exact.length > 0) {
    // the same title in two plans: which one is meant is not said
    if (exact.length === 1) link.initiative = (exact[0] as Initiative).id
    return
  }
  const alike = draft.record.initiatives.filter((i) => similarity(i.title, link.title) >= ALIKE)
  if (alike.length !== 1) return
  link.initiative = (alike[0] as Initiative).id
  draft.guess(link, 'initiative')
}
