import { foldTight } from '../../../vocabulary/folding.ts'
import { endsAsChapter, levelIn, readGeneric } from './generic.ts'
import { type Section, walk } from './tree.ts'

/** 項の種別 — chapter: prose beside the plan's tree; holder: a chapter that holds the tree; node and initiative: the tree; list: an enumeration in prose. */
export type Kind = 'chapter' | 'holder' | 'node' | 'initiative' | 'list'
export type Kinds = ReadonlyMap<Section, Kind>

const INITIATIVE_LEVEL = /取組|取り組み|取組み|項目|アクション|プロジェクト|プログラム|方策/

/** Which headings are the plan's tree, which are chapters around it. */
export function kindsOf(root: Section): Kinds {
  const kinds = new Map<Section, Kind>()
  for (const child of root.children) setTop(child, kinds)
  settleRepeated(root, kinds)
  return kinds
}

function setTop(section: Section, kinds: Map<Section, Kind>): void {
  const generic = readGeneric(section.title)
  if (generic && section.level === null) {
    const isHolder = !generic.isChapter && section.children.length > 0 && (generic.holdsNodes || generic.holdsInitiatives)
    kinds.set(section, isHolder ? 'holder' : 'chapter')
    for (const child of section.children) isHolder && !isChapterOfAnyPlan(child) ? setInTree(child, section, kinds) : setTop(child, kinds)
    if (isHolder && section.children.every((child) => kinds.get(child) === 'chapter')) kinds.set(section, 'chapter')
    return
  }
  // a heading over chapters of any plan («第1編　総説» over «1 策定の趣旨») is a chapter too
  const holdsChapters =
    section.level === null && section.children.some((child) => child.level === null && readGeneric(child.title) !== null)
  const inChapter = section.parent !== null && section.parent.style !== 'root' && kinds.get(section.parent) === 'chapter'
  const isTree =
    section.level !== null ||
    (!inChapter && !holdsChapters && section.number !== null && section.children.length > 0 && !endsAsChapter(section.title))
  if (isTree) setInTree(section, section.parent, kinds)
  else {
    kinds.set(section, 'chapter')
    for (const child of section.children) setTop(child, kinds)
  }
}

/** «策定の目的», «計画期間» — chapters wherever they stand. */
const isChapterOfAnyPlan = (section: Section): boolean => section.level === null && readGeneric(section.title)?.isChapter === true

function setInTree(section: Section, parent: Section | null, kinds: Map<Section, Kind>): void {
  const isList = section.children.length > 0 && section.body.length > 0 && section.children.every(isBare) && !hasTextElsewhere(section)
  const isLeaf = section.children.length === 0 || isList
  kinds.set(section, isLeaf ? leafKind(section, parent, kinds) : 'node')
  for (const child of section.children) isList ? kinds.set(child, 'list') : setInTree(child, section, kinds)
}

const isBare = (section: Section): boolean => section.children.length === 0 && section.body.length === 0 && section.inline === null

/** Whether headings of the children's style carry text somewhere: then these are items of the plan, only without a text. */
function hasTextElsewhere(section: Section): boolean {
  const style = section.children[0]?.style
  let top = section
  while (top.parent) top = top.parent
  const carriers = carriersOf.get(top) ?? carriersIn(top)
  carriersOf.set(top, carriers)
  return style !== undefined && (carriers.get(style) ?? 0) > (section.style === style && section.body.length > 0 ? 1 : 0)
}

const carriersOf = new WeakMap<Section, Map<string, number>>()
function carriersIn(root: Section): Map<string, number> {
  const carriers = new Map<string, number>()
  for (const { style, body, parent } of walk(root))
    if (parent !== null && body.length > 0) carriers.set(style, (carriers.get(style) ?? 0) + 1)
  return carriers
}

function leafKind(section: Section, parent: Section | null, kinds: ReadonlyMap<Section, Kind>): Kind {
  if (section.level !== null) return INITIATIVE_LEVEL.test(section.level) ? 'initiative' : 'node'
  if (parent === null || parent.style === 'root') return 'chapter'
  if (kinds.get(parent) !== 'holder') return 'initiative'
  const generic = readGeneric(parent.title)
  return generic?.holdsInitiatives && levelIn(parent.title) === null ? 'initiative' : 'node'
}

/** The same heading listed first and unfolded later is one node, not an initiative and a node. */
function settleRepeated(root: Section, kinds: Map<Section, Kind>): void {
  const nodes = new Set([...kinds].filter(([, kind]) => kind === 'node').map(([section]) => foldTight(section.title)))
  for (const section of walk(root))
    if (kinds.get(section) === 'initiative' && nodes.has(foldTight(section.title))) kinds.set(section, 'node')
}
