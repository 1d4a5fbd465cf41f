import type { ReformRecord } from '../reform/record.ts'
import { pointer } from './json-pointer.ts'

/** A reference of a record that leads nowhere, or an id that two entries have. */
export type WrongReference = { at: string; id: string; is: 'missing' | 'double' | 'circle' }

const POINTS = new Set(['plan', 'node', 'parent', 'parts', 'initiative', 'indicator', 'part'])

/** 識別子の検め — files of other programs may point at what they do not hold; our own never do. */
export function wrongReference(record: ReformRecord): WrongReference | null {
  const ids = new Map<string, string>()
  const references: { at: string; id: string }[] = []
  let double: WrongReference | null = null
  const walk = (value: unknown, key: string, at: string): void => {
    if (value !== null && typeof value === 'object')
      // the items of «parts» are references of the name of their list
      for (const [inside, item] of Object.entries(value)) walk(item, Array.isArray(value) ? key : inside, pointer(at, inside))
    if (typeof value !== 'string') return
    if (key === 'id' && ids.has(value)) double ??= { at, id: value, is: 'double' }
    else if (key === 'id') ids.set(value, at)
    else if (POINTS.has(key)) references.push({ at, id: value })
  }
  walk(record, '', '')
  const missing = references.find(({ id }) => !ids.has(id))
  return double ?? (missing ? { ...missing, is: 'missing' } : null) ?? circle(record)
}

/** A plan, chapter or pillar that stands under itself. */
function circle(record: ReformRecord): WrongReference | null {
  for (const list of ['plans', 'chapters', 'nodes'] as const) {
    const parents = new Map<string, string | null>(record[list].map(({ id, parent }) => [id, parent]))
    for (const [index, { id }] of record[list].entries()) {
      let above = parents.get(id) ?? null
      for (let steps = 0; above !== null && above !== id && steps < parents.size; steps += 1) above = parents.get(above) ?? null
      if (above !== null) return { at: `/${list}/${index}/parent`, id, is: 'circle' }
    }
  }
  return null
}
