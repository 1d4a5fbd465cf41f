import { MUNICIPALITY_NAMES } from './municipality-names.ts'

type Named = { name: string; code: string | null }

const LONGEST = 7
const ENTRIES = MUNICIPALITY_NAMES.flatMap((line) => line.split(' ').map((entry) => ({ code: entry.slice(0, 6), name: entry.slice(6) })))
/** 府中市 and 伊達市 are two each: such a name has no code of its own. */
const BY_NAME = new Map<string, Named>()
for (const { code, name } of ENTRIES) BY_NAME.set(name, { name, code: BY_NAME.has(name) ? null : code })

/** 市区町村名の検出 — every municipality that is named in a text, once for each time it is. */
export function municipalitiesNamed(text: string): Named[] {
  const found: Named[] = []
  for (const match of text.matchAll(/[市町村区]/g)) {
    const end = match.index + 1
    for (let start = Math.max(0, end - LONGEST); start < end - 1; start += 1) {
      const known = BY_NAME.get(text.slice(start, end))
      if (known) {
        found.push(known)
        break
      }
    }
  }
  return found
}

/** A municipality whose name stem stands in the text without 市 («いわき版»); only kana stems of three letters or more, which are no common words. */
export function stemsNamed(text: string): Named[] {
  return KANA_STEMS.filter(({ stem }) => text.includes(stem)).map(({ name, code }) => ({ name, code }))
}
const KANA_STEMS = [...BY_NAME.values()]
  .map((known) => ({ ...known, stem: known.name.slice(0, -1) }))
  .filter(({ stem }) => /^[ぁ-んァ-ヶー]{3,}$/.test(stem))

/** 団体名 of a code; null where the code is not in the table (an invented town, a ward). */
export const nameOfCode = (code: string): string | null => ENTRIES.find((entry) => entry.code === code)?.name ?? null
