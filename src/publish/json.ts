import type { Edition } from '../reform/edition.ts'
import type { DocumentRecord } from '../reform/record.ts'
import { editionShape } from './edition-shape.ts'
import { documentShape } from './record-shape.ts'
import type { Shape } from './shape.ts'

/** In memory decimals are text with their printed digits; printed they are numbers with the same digits (100.0 stays 100.0). */
const { rawJSON } = JSON as unknown as { rawJSON: (number: string) => unknown }

/** 文書の記録を一行の JSON に — keys in the order of the interchange form; what is not said is null. */
export function printRecord(record: DocumentRecord, options: { places: boolean }): string {
  const { at, ...said } = record
  return JSON.stringify(shaped(options.places ? { ...said, at } : said, documentShape))
}

/** 公表版を一行の JSON に */
export const printEdition = (edition: Edition): string => JSON.stringify(shaped(edition, editionShape))

function shaped(value: unknown, shape: Shape): unknown {
  if (value === null || value === undefined) return null
  switch (shape.is) {
    case 'decimal':
      return rawJSON((value as string).replace(/^(-?)0+(?=\d)/, '$1')) // «007» is printed in documents, but is no JSON number
    case 'list':
      return (value as unknown[]).map((item) => shaped(item, shape.of))
    case 'map':
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shaped(item, shape.of)]))
    case 'object': {
      const said = value as Record<string, unknown>
      const keys = Object.entries(shape.keys).filter(([key, of]) => !of.optional || said[key] !== undefined)
      return Object.fromEntries(keys.map(([key, of]) => [key, shaped(said[key], of)]))
    }
    default:
      return value
  }
}
