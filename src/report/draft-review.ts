import type { Change } from '../reform/change.ts'
import type { Actual, Check, DocumentRecord, Figure, Initiative, ScheduleCell, SectionRef, Target, Verdict } from '../reform/record.ts'
import { countText } from './figures.ts'
import { sectionText } from './initiative-sheet.ts'
import { changeKindName, listName } from './wording-draft.ts'
import { fieldText } from './wording-fields.ts'
import { documentKindName, layoutName, placeText } from './wording-places.ts'

export type DraftValue = { name: string; text: string; guessed: boolean }
export type DraftEntry = {
  /** «/initiatives/3» — what the reviewer leaves out by */
  pointer: string
  kind: string
  title: string
  values: DraftValue[]
  /** the rest, folded away until asked for */
  moreValues: DraftValue[]
  changes: { name: string; before: string | null; after: string | null }[]
  lines: { place: string; text: string }[]
  more: number
}
export type DraftReview = {
  sha256: string
  name: string
  facts: [name: string, value: string][]
  groups: { list: string; name: string; entries: DraftEntry[] }[]
  checks: Record<Verdict, Check[]>
  unread: { place: string; text: string }[]
}

const MOST_VALUES = 12
const MOST_LINES = 4
// ids, and what a value says again in another form
const SILENT = new Set([
  'id',
  'plan',
  'node',
  'parent',
  'answer',
  'value',
  'of',
  'indicator',
  'comparator',
  'final',
  'maintain',
  'directionSource',
])

const span = (from: string, to: string | null): string => (to === from ? from : `${from}～${to ?? '（終期の記載なし）'}`)

/** Lists that a reviewer reads faster as one line. */
const IN_ONE_LINE: Record<string, (list: never[]) => string> = {
  sections: (list: SectionRef[]) => list.map(sectionText).join('、'),
  marks: (list: Initiative['marks']) => list.map((m) => `${m.name}${m.on === true ? '○' : m.on === false ? '－' : '？'}`).join('　'),
  schedule: (list: ScheduleCell[]) => list.map((c) => `${span(c.from, c.to)} ${c.text}`.trim()).join('、'),
  targets: (list: Target[]) => list.map((t) => `${t.fiscalYear ?? t.asOf ?? ''} ${t.raw}`.trim()).join('、'),
  actuals: (list: Actual[]) => list.map((a) => `${a.fiscalYear ?? a.asOf ?? ''} ${a.raw}`.trim()).join('、'),
  figures: (list: Figure[]) => list.map((f) => `${f.label} ${f.raw}`).join('、'),
}

function valuesIn(entry: unknown, pointer: string, guesses: ReadonlySet<string>): DraftValue[] {
  const found: DraftValue[] = []
  const walk = (node: unknown, path: string): void => {
    if (node === null || node === undefined || node === '' || typeof node === 'boolean') return
    if (typeof node !== 'object') {
      const guessed = [path, path.replace(/\/[^/]+$/, '')].some((p) => guesses.has(pointer + p))
      found.push({ name: fieldText(path), text: String(node), guessed })
      return
    }
    for (const [key, value] of Object.entries(node)) {
      const short = Array.isArray(value) ? IN_ONE_LINE[key]?.(value as never[]) : undefined
      if (short !== undefined) walk(short, `${path}/${key}`)
      else if (!SILENT.has(key)) walk(value, `${path}/${key}`)
    }
  }
  walk(entry, '')
  return found
}

const topOf = (pointer: string): string => pointer.split('/').slice(0, 3).join('/')

function entryAt(document: DocumentRecord, pointer: string): unknown {
  const [, list, index] = pointer.split('/')
  const all = Object.hasOwn(document, list ?? '') ? (document as unknown as Record<string, unknown>)[list as string] : null
  return Array.isArray(all) ? all[Number(index)] : null
}

function entryOf(pointer: string, changes: Change[], document: DocumentRecord, lines: ReadonlyMap<string, string>): DraftEntry {
  const values = valuesIn(entryAt(document, pointer), pointer, new Set(document.guesses))
  const own = changes.find((c) => c.pointer === pointer)
  const said = Object.entries(document.at).filter(([p]) => p === pointer || p.startsWith(`${pointer}/`))
  const places = [...new Set([...changes.flatMap((c) => c.at), ...said.flatMap(([, at]) => at)])]
  return {
    pointer,
    kind: changeKindName[own?.kind === 'added' ? 'added' : 'changed'],
    title: own?.title ?? changes[0]?.title ?? '',
    values: values.slice(0, MOST_VALUES),
    moreValues: values.slice(MOST_VALUES),
    changes: changes
      .filter((c) => c.kind === 'changed' || c.pointer !== pointer)
      .map((c) => ({
        name: c.field === null ? `${listName(c.list)}「${c.title}」を追加` : fieldText(`/${c.field}`),
        before: c.before,
        after: c.after,
      })),
    lines: places.slice(0, MOST_LINES).map((at) => ({ place: placeText(at), text: lines.get(at) ?? '' })),
    more: Math.max(0, places.length - MOST_LINES),
  }
}

function factsOf(document: DocumentRecord): DraftReview['facts'] {
  const { accounting, guesses } = document
  return [
    ['種類', documentKindName[document.document.kind]],
    ['文書の様式', document.document.layouts.map(layoutName).join('、') || '記載なし'],
    ['文字数', `${countText(accounting.characters)}字（うち読み取れなかった文字 ${countText(accounting.unread)}字）`],
    ['推定した値', `${countText(guesses.length)}件`],
  ]
}

/** 取込み前の確認 — what accepting a document would add and change, each beside the lines it was read from. */
export function draftReview(
  document: DocumentRecord,
  changes: readonly Change[],
  text: readonly { at: string; text: string }[],
): DraftReview {
  const lines = new Map(text.map((line) => [line.at, line.text]))
  const byEntry = Map.groupBy(changes, (c) => topOf(c.pointer))
  const byList = Map.groupBy(byEntry, ([pointer]) => pointer.split('/')[1] ?? '')
  const of = (verdict: Verdict) => document.checks.filter((c) => c.verdict === verdict)
  return {
    sha256: document.document.sha256,
    name: document.document.name,
    facts: factsOf(document),
    groups: [...byList].map(([list, entries]) => ({
      list,
      name: listName(list),
      entries: entries.map(([pointer, own]) => entryOf(pointer, own, document, lines)),
    })),
    checks: { fails: of('fails'), 'cannot-tell': of('cannot-tell'), holds: of('holds'), remark: of('remark') },
    unread: document.unread.map((u) => ({ place: placeText(u.at), text: u.text })),
  }
}
