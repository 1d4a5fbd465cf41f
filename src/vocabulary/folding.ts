/** Titles and headings are compared with one another thousands of times: what was folded lately is not folded again. */
const REMEMBERED = 50_000
const LONGEST = 200

function remembering(folding: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    if (text.length > LONGEST) return folding(text)
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= REMEMBERED) known.clear()
    const folded = folding(text)
    known.set(text, folded)
    return folded
  }
}

/**
 * 照合用の表記 — folded spellings for comparing, never for showing: NFKC turns ① into 1 and ㈱ into (株),
 * so the raw text is kept wherever a folded one is used.
 */
export const fold: (text: string) => string = remembering((text) =>
  text
    .normalize('NFKC')
    .replace(/[~〜∼]/g, '~')
    .replace(/[‐‑–—―−─]/g, '-')
    .replace(/[‧∙•･]/g, '・'),
)

/** Folded and without any white space: 「D X 推進課」 and 「DX推進課」 are one section. */
export const foldTight: (text: string) => string = remembering((text) => fold(text).replace(/\s+/g, ''))

/** 空白を除いた文字数 — what the account of a document counts. */
export const countCharacters = (text: string): number => [...text.replace(/\s+/g, '')].length
