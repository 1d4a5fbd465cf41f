import { remembering } from './remembering.ts'

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
