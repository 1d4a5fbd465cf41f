import type { Shape } from './shape.ts'

type Schema = Record<string, unknown>

/**
 * JSON スキーマ — the same table that printing and reading follow, for other people's programs.
 * Only what nothing can be understood without is required; unknown keys are allowed and ignored.
 */
export const schemaFile = (shape: Shape, id: string): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: id,
  ...schemaOf(shape),
})

function schemaOf(shape: Shape): Schema {
  const said: Schema = { title: shape.title, ...(shape.note ? { description: shape.note } : {}) }
  const orNull = (type: string): string | string[] => (shape.nullable ? [type, 'null'] : type)
  switch (shape.is) {
    case 'text':
      if (shape.oneOf?.length === 1) return { ...said, const: shape.oneOf[0] }
      return { ...said, type: orNull('string'), ...(shape.oneOf ? { enum: [...shape.oneOf, ...(shape.nullable ? [null] : [])] } : {}) }
    case 'whole':
      return { ...said, type: orNull('integer') }
    case 'decimal':
      return { ...said, type: orNull('number') }
    case 'flag':
      return { ...said, type: orNull('boolean') }
    case 'list':
      return { ...said, type: 'array', items: schemaOf(shape.of) }
    case 'map':
      return { ...said, type: 'object', additionalProperties: schemaOf(shape.of) }
    case 'object': {
      const keys = Object.entries(shape.keys)
      const required = keys.filter(([, of]) => isRequired(of)).map(([key]) => key)
      return {
        ...said,
        type: orNull('object'),
        properties: Object.fromEntries(keys.map(([key, of]) => [key, schemaOf(of)])),
        ...(required.length > 0 ? { required } : {}),
      }
    }
  }
}

/** What the reader cannot do without: a text or number that may not be null, has no default and is not optional. */
function isRequired(shape: Shape): boolean {
  if (shape.nullable || shape.optional || shape.is === 'list' || shape.is === 'map') return false
  return shape.is === 'object' ? Object.values(shape.keys).some(isRequired) : shape.fallback === undefined
}
