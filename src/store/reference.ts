import type { ReformRecord } from '../reform/record.ts'
import { type Arranged, arrange, ownerOf } from './arrange.ts'
import type { Value } from './nouns/field.ts'
import { SHAPES } from './nouns/record.ts'

export type DanglingReference = { owner: string; column: string; id: string }

/** 参照切れ — ids that name nothing in the record. Such a record cannot be stored: whoever made it repairs it first. */
export const danglingReferences = (record: ReformRecord): DanglingReference[] => danglingIn(arrange(record, new Map()))

export function danglingIn({ rows }: Arranged): DanglingReference[] {
  const known = new Set(SHAPES.flatMap(({ table }) => (rows.get(table) ?? []).map((row) => ownerOf(table, row.key))))
  return SHAPES.flatMap(({ table }) =>
    table.values.flatMap(({ name, refersTo }, place) =>
      (refersTo ? (rows.get(table) ?? []) : []).flatMap((row) =>
        idsIn(row.values[place])
          .filter((id) => !known.has(`${refersTo}:${id}`))
          .map((id) => ({ owner: ownerOf(table, row.key), column: name, id })),
      ),
    ),
  )
}

const idsIn = (value: Value | undefined): string[] =>
  Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : []
