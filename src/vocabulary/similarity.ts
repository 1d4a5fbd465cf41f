import { foldTight } from './folding.ts'

const pairs = (text: string): string[] => {
  const letters = [...foldTight(text)]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
}

/** 表記の近さ — Dice's coefficient over pairs of letters, 0 to 1: a renamed initiative stays above about 0.6. */
export function similarity(a: string, b: string): number {
  const left = pairs(a)
  const right = pairs(b)
  if (left.length === 0 || right.length === 0) return 0
  const rest = [...right]
  const shared = left.filter((pair) => {
    const index = rest.indexOf(pair)
    if (index >= 0) rest.splice(index, 1)
    return index >= 0
  }).length
  return (2 * shared) / (left.length + right.length)
}
