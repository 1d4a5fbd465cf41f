import type { Edition } from '../reform/edition.ts'
import type { DocumentRecord } from '../reform/record.ts'
import { toDecimal } from '../vocabulary/decimal.ts'
import { no, ok, type Result } from '../vocabulary/result.ts'
import { editionShape } from './edition-shape.ts'
import { pointer } from './json-pointer.ts'
import { documentShape } from './record-shape.ts'
import type { Shape } from './shape.ts'

/** Why a text is no record: no JSON at all, or a field (JSON pointer) that holds something else than its form says. */
export type NotARecord = { kind: 'not-json' } | { kind: 'wrong-field'; at: string; field: string; expected: string }

/** A number as it was written, so that 100.0 does not become 100 on the way in. */
class WrittenNumber {
  readonly digits: string
  constructor(digits: string) {
    this.digits = digits
  }
}

/** kaikaku/1 を読み戻す — digits as written, absent keys as null or empty, unknown keys ignored. */
export const parseRecord = (json: string): Result<DocumentRecord, NotARecord> => {
  const read = parse(json, documentShape)
  return read.ok ? ok({ ...read.value, at: read.value.at ?? {} } as DocumentRecord) : read
}

export const parseEdition = (json: string): Result<Edition, NotARecord> => parse(json, editionShape) as Result<Edition, NotARecord>

/** 形式の名 — what a JSON says it is: «kaikaku/1», «kaikaku-edition/1» or something else; null where it says nothing, or is none. */
export function formatOf(json: string): string | null {
  try {
    const { format } = JSON.parse(json) as { format?: unknown }
    return typeof format === 'string' ? format : null
  } catch {
    return null
  }
}

export function notARecordText(problem: NotARecord): string {
  if (problem.kind === 'not-json') return 'JSON として読めません。途中で切れていないかを確かめてください。'
  return `「${problem.field}」（${problem.at || '先頭'}）が正しくありません。${problem.expected}が必要です。`
}

function parse(json: string, shape: Shape): Result<Record<string, unknown>, NotARecord> {
  let written: unknown
  try {
    written = JSON.parse(json, keepDigits as (key: string, value: unknown) => unknown)
  } catch {
    return no({ kind: 'not-json' })
  }
  try {
    return ok(taken(written, shape, '') as Record<string, unknown>)
  } catch (problem) {
    if (problem instanceof WrongField) return no({ kind: 'wrong-field', ...problem.said })
    throw problem
  }
}

const keepDigits = (_key: string, value: unknown, context: { source: string }): unknown =>
  typeof value === 'number' ? new WrittenNumber(context.source) : value

/** Leaves the walk at the first field that does not fit; never leaves this file. */
class WrongField extends Error {
  readonly said: { at: string; field: string; expected: string }
  constructor(at: string, shape: Shape) {
    super(at)
    const expected = shape.is === 'text' && shape.oneOf ? `${shape.oneOf.map((v) => `「${v}」`).join('')}のどれか` : NAMES[shape.is]
    this.said = { at, field: shape.title, expected }
  }
}
const NAMES = {
  text: '文字列',
  whole: '整数',
  decimal: '数',
  flag: 'true または false',
  list: '配列',
  map: 'オブジェクト',
  object: 'オブジェクト',
}

function taken(value: unknown, shape: Shape, at: string): unknown {
  if (value === null || value === undefined) return absent(shape, at)
  switch (shape.is) {
    case 'text':
      if (typeof value !== 'string' || (shape.oneOf && !shape.oneOf.includes(value))) throw new WrongField(at, shape)
      return value
    case 'flag':
      if (typeof value !== 'boolean') throw new WrongField(at, shape)
      return value
    case 'whole':
    case 'decimal':
      return number(value, shape, at)
    case 'list':
      if (!Array.isArray(value)) throw new WrongField(at, shape)
      return value.map((item, index) => taken(item, shape.of, `${at}/${index}`))
    default:
      if (typeof value !== 'object' || Array.isArray(value) || value instanceof WrittenNumber) throw new WrongField(at, shape)
      return shape.is === 'map' ? takenMap(value, shape.of, at) : takenObject(value as Record<string, unknown>, shape.keys, at)
  }
}

const takenMap = (value: object, of: Shape, at: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, taken(item, of, pointer(at, key))]))

function takenObject(value: Record<string, unknown>, keys: Record<string, Shape>, at: string): Record<string, unknown> {
  const said = Object.entries(keys).filter(([key, of]) => !of.optional || (Object.hasOwn(value, key) && value[key] !== undefined))
  return Object.fromEntries(said.map(([key, of]) => [key, taken(Object.hasOwn(value, key) ? value[key] : null, of, pointer(at, key))]))
}

function number(value: unknown, shape: Shape, at: string): unknown {
  if (!(value instanceof WrittenNumber)) throw new WrongField(at, shape)
  if (shape.is === 'decimal') {
    const decimal = toDecimal(value.digits) ?? toDecimal(withoutExponent(value.digits))
    if (decimal === null) throw new WrongField(at, shape)
    return decimal
  }
  const whole = Number(value.digits)
  if (!Number.isSafeInteger(whole)) throw new WrongField(at, shape)
  return whole
}

/** Other programs may write 1.5e3; the digits of such a number were never printed ones. */
const withoutExponent = (digits: string): string =>
  Number(digits).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })

function absent(shape: Shape, at: string): unknown {
  if (shape.nullable) return null
  if (shape.is === 'list') return []
  if (shape.is === 'map') return {}
  if (shape.is === 'object') return takenObject({}, shape.keys, at)
  if (shape.fallback !== undefined) return shape.fallback
  throw new WrongField(at, shape)
}
