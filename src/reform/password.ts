import { COMMON_PASSWORDS } from '../vocabulary/common-passwords.ts'

/** パスワードの長さ — 8 letters are allowed, 15 recommended; no rule asks for kinds of letters (NIST SP 800-63B, ASVS 6.2). */
export const PASSWORD = { least: 8, recommended: 15, most: 200 } as const

/** パスワードを断る理由 */
export type PasswordFault =
  | { kind: 'too-short'; letters: number }
  | { kind: 'too-long'; letters: number }
  | { kind: 'common' }
  | { kind: 'own-words'; word: string }
  | { kind: 'breached' }
  | { kind: 'not-repeated' }
  | { kind: 'not-changed' }

/** What nobody should take: words that stand about this account, and where a list was given, what has leaked. */
export type KnownWords = { words: readonly string[]; breached?: (password: string) => boolean }

const ONE_PATTERN = /^(.{1,4})\1+$/u
/** What is left beside an own word must be worth a password of its own. */
const LEFT = 5

/** パスワードの検査 — null where it may be taken. */
export function passwordFault(password: string, { words, breached }: KnownWords): PasswordFault | null {
  const plain = password.normalize('NFKC')
  const letters = [...plain].length
  if (letters < PASSWORD.least) return { kind: 'too-short', letters }
  if (letters > PASSWORD.most) return { kind: 'too-long', letters }
  const small = plain.toLowerCase()
  if (COMMON_PASSWORDS.has(small) || ONE_PATTERN.test(small)) return { kind: 'common' }
  const own = words.map((word) => word.normalize('NFKC').toLowerCase()).find((word) => isMostly(small, word))
  if (own !== undefined) return { kind: 'own-words', word: own }
  return breached?.(password) ? { kind: 'breached' } : null
}

const isMostly = (password: string, word: string): boolean =>
  [...word].length >= 3 && password.includes(word) && [...password.replaceAll(word, '').replace(/[\d\p{P}\p{S}\s]/gu, '')].length < LEFT
