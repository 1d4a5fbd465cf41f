/**
 * 交換形式の形 — which fields an object has, in which order, and what each may hold. Printing, reading back and the
 * JSON Schema follow one table, so that they cannot differ. The titles are what the schema calls the fields.
 */
type Common = { title: string; note?: string; nullable?: true; optional?: true }
type Leaf = { is: 'text' | 'whole' | 'decimal' | 'flag'; oneOf?: readonly string[]; fallback?: number | boolean }
type Branch = { is: 'list'; of: Shape } | { is: 'map'; of: Shape } | { is: 'object'; keys: Record<string, Shape> }
export type Shape = Common & (Leaf | Branch)
type Keys = Record<string, Shape>

export const text = (title: string, note?: string): Shape => ({ is: 'text', title, note })
export const whole = (title: string, note?: string): Shape => ({ is: 'whole', title, note })
export const decimal = (title: string, note?: string): Shape => ({ is: 'decimal', title, note: note ?? '印刷された桁のままの数' })
export const flag = (title: string, note?: string): Shape => ({ is: 'flag', title, note, fallback: false })
export const oneOf = (title: string, values: readonly string[], note?: string): Shape => ({ is: 'text', title, note, oneOf: values })
export const list = (title: string, of: Shape, note?: string): Shape => ({ is: 'list', title, of, note })
export const map = (title: string, of: Shape, note?: string): Shape => ({ is: 'map', title, of, note })
export const object = (title: string, keys: Keys, note?: string): Shape => ({ is: 'object', title, keys, note })

/** null where the document does not say */
export const maybe = (shape: Shape): Shape => ({ ...shape, nullable: true })
/** a key that is left out where there is nothing to say */
export const optional = (shape: Shape): Shape => ({ ...shape, optional: true })
