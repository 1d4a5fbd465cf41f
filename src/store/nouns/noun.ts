import type { Field } from './field.ts'

/**
 * One table of the record. `id` nouns are known by their id in the family; `nth` nouns have none and get a number under
 * their parent, which `same` (the fields that make two of them the same thing) keeps from one save to the next.
 */
export type Noun = {
  table: string
  key: 'id' | 'nth'
  /** two lists of one table are told apart by this */
  side?: string
  same: readonly string[]
  fields: readonly Field[]
  /** list of the item → what stands in it */
  children: Readonly<Record<string, Noun>>
}

type Lists<Item> = { readonly [Key in keyof Item]?: Noun }
type Missing<Item, Fields extends readonly Field[], Children> = Exclude<keyof Item, Fields[number]['key'] | keyof Children | 'id'>
type Said<Item, Fields, Children> = {
  table: string
  side?: string
  same?: readonly (keyof Item & string)[]
  fields: Fields
  children?: Children
}

/** Describes a noun; a field of the item that is named neither in `fields` nor in `children` does not compile. */
export const noun =
  <Item>(key: Noun['key']) =>
  <const Fields extends readonly Field<keyof Item & string>[], const Children extends Lists<Item> = Record<never, never>>(
    said: Said<Item, Fields, Children> &
      (Missing<Item, Fields, Children> extends never ? unknown : { missing: Missing<Item, Fields, Children> }),
  ): Noun => ({
    table: said.table,
    key,
    ...(said.side ? { side: said.side } : {}),
    same: said.same ?? [],
    fields: said.fields,
    children: (said.children ?? {}) as Readonly<Record<string, Noun>>,
  })
