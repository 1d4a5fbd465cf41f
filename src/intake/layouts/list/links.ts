import type { Initiative, RecordId } from '../../../reform/record.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import { similarity } from '../../../vocabulary/similarity.ts'
import type { Draft } from '../../draft.ts'

const ALIKE = 0.9

/** 取組名での結び付け — reviews and lineage that name an initiative point at it, once the record has it. */
export function linkTitles(draft: Draft): void {
  const { reviews, lineage } = draft.record
  const known = Map.groupBy(draft.record.initiatives, (i) => foldTight(i.title))
  for (const item of reviews.flatMap((r) => r.items)) for (const link of [...item.new, ...item.existing]) linkOne(draft, link, known)
  // an old initiative that goes on under its name is not the new one it became
  const becoming = new Set(lineage.flatMap((l) => l.to.map((end) => end.initiative)))
  for (const end of lineage.flatMap((l) => l.from)) {
    const same = (known.get(foldTight(end.title)) ?? []).filter((i) => !becoming.has(i.id))
    if (end.initiative === null && same.length === 1) end.initiative = (same[0] as Initiative).id
  }
}

type Link = { title: string; initiative: RecordId | null }

function linkOne(draft: Draft, link: Link, known: ReadonlyMap<string, Initiative[]>): void {
  if (link.initiative !== null) return
  const exact = known.get(foldTight(link.title)) ?? []
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
