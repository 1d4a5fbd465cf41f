const REMEMBERED = 50_000
const LONGEST = 200

/**
 * 読んだばかりのものを読み直さない — titles, headings and labels are asked for again and again by one reader after another.
 * For pure readings of short texts only; what is remembered is bounded, and shared by all who ask: nobody may change it.
 */
export function remembering<T>(reading: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST) return reading(text)
    if (known.has(text)) return known.get(text) as T
    if (known.size >= REMEMBERED) known.clear()
    const read = reading(text)
    known.set(text, read)
    return read
  }
}
