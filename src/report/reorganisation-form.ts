import type { OrganizationChangeKind } from '../reform/record.ts'
import type { Reorganisation, SectionChange } from '../reform/reorganisation.ts'
import { type Day, parseDay } from '../vocabulary/calendar-day.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { readTabSeparated } from '../vocabulary/tab-separated.ts'
import { CHANGE_KINDS, type ReorganisationFormFault, reorganisationWords } from './wording-reorganisations.ts'

/** 様式の一行 — as typed; `guessed`: read out of a document by a guess; `unread`: what was pasted as 区分 and is none. */
export type ChangeTyped = {
  kind: string
  from: string
  to: string
  parent: string
  what: string
  reason: string
  guessed: boolean
  confirmed: boolean
  off: boolean
  unread: string
}
export type ReorganisationTyped = { title: string; effective: string; rows: ChangeTyped[] }

export const EMPTY_ROW: ChangeTyped = {
  ...{ kind: '', from: '', to: '', parent: '', what: '', reason: '', unread: '' },
  ...{ guessed: false, confirmed: false, off: false },
}
const MORE = 3
/** as many rows as a reorganisation of a large city has, twice over */
export const MOST_CHANGES = 120

export const isEmptyRow = ({ kind, from, to, parent, what, reason, unread }: ChangeTyped): boolean =>
  [kind, from, to, parent, what, reason, unread].every((text) => text.trim() === '')

/** 行を足す — with empty rows below. */
export const withMoreRows = (typed: ReorganisationTyped): ReorganisationTyped => ({
  ...typed,
  rows: [...typed.rows, ...Array.from({ length: MORE }, () => EMPTY_ROW)].slice(0, MOST_CHANGES),
})

const listed = (names: readonly string[]): string => names.join('、')

export const typedChange = ({ kind, from, to, parent, what, reason, nobody, guessed }: SectionChange): ChangeTyped => ({
  ...EMPTY_ROW,
  kind,
  from: listed(from),
  to: nobody ? reorganisationWords.nobody : listed(to),
  parent: parent ?? '',
  what: what ?? '',
  reason: reason ?? '',
  guessed: guessed === true,
})

export const typedReorganisation = ({
  title,
  effective,
  changes,
}: Pick<Reorganisation, 'title' | 'effective' | 'changes'>): ReorganisationTyped => ({
  title,
  effective,
  rows: changes.map(typedChange),
})

/** 課の並び — «甲課、乙課», one a line, or with commas; each once. */
const namesIn = (text: string): string[] => [
  ...new Map(
    text
      .split(/[、,，;；\n]+/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => [foldTight(name), name]),
  ).values(),
]

const SAME: Record<string, OrganizationChangeKind> = {
  名称変更: '改称',
  名称の変更: '改称',
  移行: '移管',
  新規: '新設',
  設置: '新設',
  統廃合: '統合',
  統合新設: '統合',
  分離: '分割',
  組替え: '再編',
}
const kindIn = (text: string): OrganizationChangeKind | null => {
  const plain = foldTight(text)
  return CHANGE_KINDS.find((kind) => kind === plain) ?? SAME[plain] ?? null
}
const isNobody = (text: string): boolean => ['所管なし', 'なし'].includes(foldTight(text))

const HEADERS = new Set(['区分', '種類', '改正の区分'])

/** 貼り付けた表を読む — every row becomes a row of the form, also one whose 区分 is none: it is shown with its fault. */
export function rowsPasted(text: string): ChangeTyped[] {
  const rows = readTabSeparated(text).filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const body = HEADERS.has(foldTight(rows[0]?.[0] ?? '')) ? rows.slice(1) : rows
  return body.map((cells) => {
    const [kind = '', from = '', to = '', parent = '', ...reason] = cells.map((cell) => cell.trim())
    const known = kindIn(kind)
    const plain = (names: string): string => listed(namesIn(names.replaceAll('・\n', '\n')))
    return {
      ...EMPTY_ROW,
      kind: known ?? '',
      unread: known === null ? kind : '',
      from: plain(from),
      to: plain(to),
      parent,
      reason: reason.filter((cell) => cell !== '').join(' '),
    }
  })
}

export type Understood = { title: string; effective: Day; changes: SectionChange[] }

/** 様式を読む — empty rows and rows marked to go say nothing. */
export function understoodReorganisation(typed: ReorganisationTyped): Result<Understood, ReorganisationFormFault[]> {
  const faults: ReorganisationFormFault[] = []
  const day = parseDay(typed.effective)
  if (!day.ok) faults.push({ kind: 'day-not-read', text: typed.effective.trim() })
  const changes = keptRows(typed).flatMap((row, nth) => {
    const kind = kindIn(row.kind)
    if (kind === null) faults.push({ kind: 'kind-not-chosen', nth, text: row.unread })
    if (row.from.trim() === '' && row.to.trim() === '') faults.push({ kind: 'row-empty', nth })
    return kind === null ? [] : [changeOf(row, kind)]
  })
  return faults.length > 0 || !day.ok ? no(faults) : ok({ title: typed.title.trim(), effective: day.value, changes })
}

/** The rows that count, in the order in which the faults number them. */
export const keptRows = ({ rows }: ReorganisationTyped): ChangeTyped[] => rows.filter((row) => !row.off && !isEmptyRow(row))

function changeOf(row: ChangeTyped, kind: OrganizationChangeKind): SectionChange {
  const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
  const nobody = kind === '廃止' && isNobody(row.to)
  return {
    kind,
    from: namesIn(row.from),
    to: nobody ? [] : namesIn(row.to),
    parent: textOrNull(row.parent),
    what: textOrNull(row.what),
    reason: textOrNull(row.reason),
    ...(nobody ? { nobody: true as const } : {}),
    ...(row.guessed && !row.confirmed ? { guessed: true as const } : {}),
  }
}
