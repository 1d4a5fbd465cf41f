import type { Initiative, Part, Plan, PlanNode, RecordId } from '../reform/record.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { remembering } from '../vocabulary/remembering.ts'
import { similarity } from '../vocabulary/similarity.ts'
import type { Draft } from './draft.ts'
import type { Cell } from './read/page.ts'

/**
 * 名寄せ — the same node or initiative met again (a page later, in another stretch) is one.
 * A printed number is not a key: pages carry the number or heading of another item; titles decide.
 */
const LEVEL =
  '(?:(?:基本|重点|推進|改革|取組|実施|施策|政策)(?:推進)?(?:の)?(?:方針|目標|項目|施策|政策|戦略|事項|課題|柱|視点|方向性?)|(?:大|中|小)項目|取組事項|戦略|柱|施策|政策|方針|目標|視点|方向性|分野|プロジェクト)'
/** Digits that begin a name and number nothing: «3つの改革», «5レス», «24時間». */
const NO_COUNT =
  '(?![0-9０-９]+(?:つ|レス|スレ|時間|分(?![野権析担])|人(?![材事口権員件])|名|年|か|カ|ヶ|ヵ|次(?![世期])|期(?!待)|割|本(?![市町村庁部格])|者|歳|月|日(?![本常])|回(?!復)|件|%|％|階|倍|段階|課(?![題税])|市(?![民政税有役場内立街])|万|億|千|社(?!会)|校|区(?![分画])|次元|[A-Za-z]))'
const NUMBER = [
  '[（(][0-9０-９]+(?:[-－][0-9０-９]+)*[）)]',
  '[0-9０-９]+(?:[-－][0-9０-９]+)*[)）．.、]?',
  '[①-⑳]',
  '[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+(?:[-－][0-9０-９]+)*[．.、]?',
  '[IVX]+(?=[\\s．.、])[．.、]?',
  '[（(][一-十ア-ン][）)]',
].join('|')
const MARKER = /^[■□●◆◇▼▽○◎★☆]\s*/
const LEVELLED = new RegExp(`^[【〔［<＜]?\\s*(${LEVEL})\\s*(${NUMBER})\\s*[】〕］>＞]?[\\s：:．.、]*(\\S.*)$`, 's')
const NUMBERED = new RegExp(`^${NO_COUNT}(${NUMBER})\\s*(\\S.*)$`, 's')
const OTHERS = /^(第[0-9０-９一二三四五六七八九十]+(?:章|節|項|編)?|[ア-ンa-zA-Z](?=[\s．.]))[\s．.]+(\S.*)$/s

/** «重点推進目標1 機能的な行政運営» → level, number, title; «業務マネジメント改革 基本方針1» the other way round. */
export function readNumbered(printed: string): { level: string | null; number: string | null; title: string } {
  const text = printed.trim().replace(/\s+/g, ' ').replace(MARKER, '')
  const levelled = LEVELLED.exec(text)
  if (levelled) return { level: levelled[1] as string, number: levelled[2] as string, title: (levelled[3] as string).trim() }
  const front = NUMBERED.exec(text) ?? OTHERS.exec(text)
  if (front) return { level: null, number: (front[1] as string).trim(), title: (front[2] as string).trim() }
  const back = new RegExp(`^(.+?)\\s*[（(【]?(${LEVEL})\\s*([0-9０-９ⅠⅡⅢⅣⅤ]+)[）)】]?$`).exec(text)
  if (back) return { level: back[2] as string, number: back[3] as string, title: (back[1] as string).trim() }
  return { level: null, number: null, title: text }
}

const sameNumber = (a: string | null, b: string | null): boolean => a !== null && b !== null && bareNumber(a) === bareNumber(b)
const bareNumber = remembering((number: string): string => foldTight(number).replace(/[().、．]/g, ''))

/** The node printed as `printed` under `parent`: the one that is known, or a new one. A heading spelt a little differently is the same. */
export function nodeOf(
  draft: Draft,
  printed: string,
  from: Cell | readonly Cell[],
  under: { plan: RecordId | null; parent: RecordId | null; level?: string | null },
): PlanNode {
  const { level, number, title } = readNumbered(printed)
  const siblings = draft.record.nodes.filter((n) => n.parent === under.parent && n.plan === under.plan)
  const exact = siblings.find(
    (n) => foldTight(n.title) === foldTight(title) && (number === null || n.number === null || sameNumber(n.number, number)),
  )
  const near = siblings.find((n) => sameNumber(n.number, number) && similarity(n.title, title) >= 0.7)
  const known = exact ?? near
  if (known) {
    draft.from(known, 'title', from)
    if (!exact && near)
      draft.remark(`見出しの表記が揺れています：「${near.title}」と「${title}」`, [
        ...draft.placesOf(near, 'title').slice(0, 1),
        ...[from].flat().map((c) => (c as Cell).at),
      ])
    return known
  }
  const node: PlanNode = {
    id: draft.id('node'),
    plan: under.plan,
    parent: under.parent,
    level: level ?? under.level ?? null,
    number,
    title,
    text: null,
  }
  draft.record.nodes.push(node)
  for (const key of number ? (['number', 'title'] as const) : (['title'] as const)) draft.from(node, key, from)
  return node
}

/** The initiative of that title (in that plan): the one that is known, or a new one. A node, once known, stays. */
export function initiativeOf(
  draft: Draft,
  title: string,
  from: Cell | readonly Cell[],
  place: { plan: RecordId | null; node: RecordId | null; number?: string | null },
): Initiative {
  const same = initiativesTitled(draft, title).filter((i) => i.plan === place.plan)
  const known = same.find((i) => i.node === place.node || i.node === null || place.node === null) ?? same[0]
  if (known) {
    draft.from(known, 'title', from)
    if (known.node === null) known.node = place.node
    if (known.number === null && place.number) known.number = place.number
    return known
  }
  const initiative: Initiative = {
    id: draft.id('initiative'),
    plan: place.plan,
    node: place.node,
    number: place.number ?? null,
    title,
    description: null,
    goal: null,
    sections: [],
    marks: [],
    published: [],
    parts: [],
    reports: [],
    evaluations: [],
    costs: [],
  }
  draft.record.initiatives.push(initiative)
  draft.from(initiative, 'title', from)
  return initiative
}

const titled = new WeakMap<Draft, { seen: number; byTitle: Map<string, Initiative[]> }>()
/** A list of thousands asks at every row: each initiative is filed once, under the title it keeps. */
function initiativesTitled(draft: Draft, title: string): readonly Initiative[] {
  const { initiatives } = draft.record
  const known = titled.get(draft) ?? { seen: 0, byTitle: new Map<string, Initiative[]>() }
  titled.set(draft, known)
  for (; known.seen < initiatives.length; known.seen += 1) {
    const initiative = initiatives[known.seen] as Initiative
    const tight = foldTight(initiative.title)
    known.byTitle.set(tight, [...(known.byTitle.get(tight) ?? []), initiative])
  }
  return known.byTitle.get(foldTight(title)) ?? []
}

/** A new part of an initiative. */
export function addPart(draft: Draft, initiative: Initiative, title: string | null = null): Part {
  const part: Part = { id: draft.id('part'), title, sections: [], description: null, goal: null, activities: [] }
  initiative.parts.push(part)
  return part
}

/** The plan of that title: the one that is known, or a new one. */
export function planOf(draft: Draft, title: string, from: Cell | readonly Cell[]): Plan {
  const known = draft.record.plans.find((p) => foldTight(p.title) === foldTight(title))
  if (known) return known
  const plan: Plan = { id: draft.id('plan'), title, kind: null, parent: null, period: null, goal: null, levels: [], predecessors: [] }
  draft.record.plans.push(plan)
  draft.from(plan, 'title', from)
  return plan
}
