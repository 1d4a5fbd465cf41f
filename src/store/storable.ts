/** PostgreSQL text holds neither NUL nor half a surrogate pair; a document may. Cleaned before comparing, or saving twice would differ. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')

/** JSON of which every text is storable. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_, said: unknown) => (typeof said === 'string' ? storable(said) : said))
