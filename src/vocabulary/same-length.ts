/**
 * 同じ長さの表記 — a folded spelling in which every character keeps its offset, so that what was found in it can be
 * cut out of the raw text. Characters whose NFKC form is longer (㈱, ㎡) or that carry a meaning of their own (①, Ⅳ, ²) stay as they are.
 */
export function foldInPlace(text: string): string {
  return text.replace(OTHER_THAN_PLAIN, (unit) => FOLDED[unit] ?? foldUnit(unit))
}

/** Everything but the letters that are nearly all of a text and fold to themselves. */
const OTHER_THAN_PLAIN = /[^\n\x20-\x7eぁ-ゖァ-ヺ一-龠、。「」・ー]|滿/g

const FOLDED: Record<string, string> = {
  '〜': '~',
  '∼': '~',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '─': '-',
  '‧': '・',
  '∙': '・',
  '•': '・',
  '‹': '<',
  '›': '>',
  '〈': '<',
  '〉': '>',
  '《': '<',
  '》': '>',
  滿: '満',
  '⇒': '→',
  '➡': '→',
  '\t': ' ',
  '　': ' ',
  '\r': ' ',
}

const KEYS = /[\u00b2\u00b3\u2460-\u24ff\u2776-\u2793\u2160-\u217f\u2150-\u215f]/

function foldUnit(unit: string): string {
  if (unit <= '~' || KEYS.test(unit) || /[\ud800-\udfff]/.test(unit)) return unit
  const folded = unit.normalize('NFKC')
  return folded.length === 1 ? folded : unit
}
