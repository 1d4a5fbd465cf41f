/** 直した箇所 — a stretch of a text that stayed, came, or went. */
export type Stretch = { kind: 'same' | 'added' | 'removed'; text: string }

const words = new Intl.Segmenter('ja', { granularity: 'word' })
const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment)

/** Beyond this many pairs of words the middle of two texts is told as replaced: a page must not wait for a comparison. */
const MOST_PAIRS = 2_000_000

/**
 * 語の単位で違いを示す — what stayed and went is the text before, what stayed and came is the text after, letter for letter.
 * Words rather than letters: 「12件」→「20件」 reads as one change.
 */
export function changedWords(before: string, after: string): Stretch[] {
  const [was, is] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1
  let end = 0
  while (end < was.length - start && end < is.length - start && was.at(-1 - end) === is.at(-1 - end)) end += 1
  const [oldMiddle, newMiddle] = [was.slice(start, was.length - end), is.slice(start, is.length - end)]
  const middle =
    oldMiddle.length * newMiddle.length > MOST_PAIRS
      ? [...oldMiddle.map((text) => removed(text)), ...newMiddle.map((text) => added(text))]
      : alignedWords(oldMiddle, newMiddle)
  return joined([...was.slice(0, start).map(same), ...middle, ...was.slice(was.length - end).map(same)])
}

const same = (text: string): Stretch => ({ kind: 'same', text })
const removed = (text: string): Stretch => ({ kind: 'removed', text })
const added = (text: string): Stretch => ({ kind: 'added', text })

/** The longest common run of words, by the table of its lengths. */
function alignedWords(was: readonly string[], is: readonly string[]): Stretch[] {
  const width = is.length + 1
  const lengths = new Uint32Array((was.length + 1) * width)
  for (let i = was.length - 1; i >= 0; i -= 1)
    for (let j = is.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        was[i] === is[j]
          ? (lengths[(i + 1) * width + j + 1] as number) + 1
          : Math.max(lengths[(i + 1) * width + j] as number, lengths[i * width + j + 1] as number)
  const found: Stretch[] = []
  let i = 0
  let j = 0
  while (i < was.length || j < is.length) {
    if (i < was.length && j < is.length && was[i] === is[j]) {
      found.push(same(was[i] as string))
      i += 1
      j += 1
    } else if (j >= is.length || (i < was.length && (lengths[(i + 1) * width + j] as number) >= (lengths[i * width + j + 1] as number))) {
      found.push(removed(was[i] as string))
      i += 1
    } else {
      found.push(added(is[j] as string))
      j += 1
    }
  }
  return found
}

/** Neighbours of one kind are one stretch; of a change, what went stands before what came. */
function joined(all: readonly Stretch[]): Stretch[] {
  const told: Stretch[] = []
  let went = ''
  let came = ''
  const tell = (): void => {
    if (went !== '') told.push(removed(went))
    if (came !== '') told.push(added(came))
    went = ''
    came = ''
  }
  for (const { kind, text } of all) {
    if (kind === 'removed') went += text
    else if (kind === 'added') came += text
    else {
      tell()
      const last = told.at(-1)
      if (last?.kind === 'same') last.text += text
      else told.push(same(text))
    }
  }
  tell()
  return told
}
