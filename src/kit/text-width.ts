/*
 * 文字の幅の見積り — a server has no font to measure with: a full-width character is 1em, a half-width one 0.55em
 * (half-width kana 0.5em, but the difference is on the safe side).
 */

const isHalf = (ch: string): boolean => /[\u0020-\u007e\u00a0-\u00ff\uff61-\uff9f]/.test(ch)

/** in em */
export const widthOf = (text: string): number => [...text].reduce((sum, ch) => sum + (isHalf(ch) ? 0.55 : 1), 0)

// 禁則 — these never begin a line, those never end one.
const NOT_FIRST = /[、。，．,.:：;；）)」』】〕］\]〉》ー・？！?!～々％%ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/
const NOT_LAST = /[（(「『【〔［[〈《]/

/** What may not be torn: a word of half-width letters or digits together, anything else by the character. */
const pieces = (text: string): string[] => text.match(/[\w.\-%]+|[\s\S]/gu) ?? []

/** A word longer than a whole line is cut where the line ends. */
function cut(piece: string, em: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const ch of piece) {
    if (line !== '' && widthOf(line + ch) > em) {
      lines.push(line)
      line = ''
    }
    line += ch
  }
  return [...lines, line]
}

/** The end of a full line goes down with what follows, where the rules of breaking ask for it. */
function keptFrom(line: string, next: string): number {
  const chars = [...line]
  let at = chars.length
  if (NOT_FIRST.test(next.charAt(0))) at -= 1
  while (at > 1 && (NOT_LAST.test(chars[at - 1] ?? '') || NOT_FIRST.test(chars[at] ?? ''))) at -= 1
  return at > 0 ? at : chars.length
}

/** 折返し — the lines of a text that is `em` wide; nothing is left out. */
export function wrapped(text: string, em: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text.replace(/\s+/g, ' ').trim()).flatMap((p) => cut(p, em))) {
    if (line === '' || widthOf(line + piece) <= em) {
      line += piece
      continue
    }
    const chars = [...line]
    const at = keptFrom(line, piece)
    const rest = chars.slice(at).join('')
    const carries = rest !== '' && widthOf(rest + piece) <= em
    lines.push((carries ? chars.slice(0, at).join('') : line).trimEnd())
    line = (carries ? rest : '') + (piece === ' ' ? '' : piece)
  }
  return line === '' ? lines : [...lines, line]
}

/** 行をそろえる — as few lines as `wrapped`, but none of them with a single character left over. */
export function balanced(text: string, em: number): string[] {
  let best = wrapped(text, em)
  if (best.length < 2) return best
  for (let narrower = em - 1; narrower > em / 2; narrower -= 1) {
    const tried = wrapped(text, narrower)
    if (tried.length > best.length) break
    best = tried
  }
  return best
}
