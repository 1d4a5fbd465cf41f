import type { Source } from './edition.ts'
import type { ReformRecord } from './record.ts'
import type { StoredRecord } from './stored-record.ts'

type Item = Record<string, unknown>
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)
const steps = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
const written = (path: readonly string[]): string => path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The item of a list as it stands in the list after an edit: known by its id, else by being the same object, else by its place. */
function placeAfter(before: readonly unknown[], after: readonly unknown[], place: number): number {
  const item = before[place]
  if (isItem(item) && typeof item.id === 'string') return after.findIndex((one) => isItem(one) && one.id === item.id)
  const same = after.indexOf(item)
  if (same >= 0) return same
  // changed where it stood: what stands there now must not be another item of the old list that moved
  const there = after[place]
  return there !== undefined && !before.includes(there) ? place : -1
}

function follow(before: unknown, after: unknown, path: readonly string[]): string[] | null {
  const [step, ...rest] = path
  if (step === undefined) return JSON.stringify(before) === JSON.stringify(after) ? [] : null
  if (Array.isArray(before)) {
    if (!Array.isArray(after)) return null
    const place = placeAfter(before, after, Number(step))
    const below = place < 0 ? null : follow(before[Number(step)], after[place], rest)
    return below && [String(place), ...below]
  }
  if (!isItem(before) || !isItem(after)) return null
  const below = follow(before[step], after[step], rest)
  return below && [step, ...below]
}

/**
 * 出典を引き継ぐ — after an edit of a record, the sources of every value that still says the same, at the place where it stands
 * now. A value that somebody changed no longer comes from the document, so its source goes.
 */
export function carrySources({ sources, ...before }: StoredRecord, after: ReformRecord): Source[] {
  return sources.flatMap((source) => {
    const path = follow(before, after, steps(source.pointer))
    return path ? [{ ...source, pointer: written(path) }] : []
  })
}
