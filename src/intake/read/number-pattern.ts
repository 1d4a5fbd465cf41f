import { type Decimal, rounded } from '../../vocabulary/decimal.ts'

/** One step of a number pattern: a digit's place, the decimal point, or text that is shown as it stands. */
type Piece = { is: 'place'; as: '0' | '#' | '?' } | { is: 'point' } | { is: 'text'; text: string }
type Pattern = { whole: Piece[]; fraction: Piece[] | null; grouped: boolean; shift: number }

/** Fills a plain positive decimal into «#,##0.0"千円"» as the sheet does: half away from zero, thousands by comma. */
export function filledIn(plain: string, pattern: string): string {
  const { whole, fraction, grouped, shift } = parsed(pattern)
  const places = (fraction ?? []).filter((p) => p.is === 'place').length
  const [before, after = ''] = rounded(shifted(plain, shift), places).split('.') as [string, string?]
  return wholeText(whole, before, grouped) + (fraction ? fractionText(fraction, after) : '')
}

function parsed(pattern: string): Pattern {
  const tokens: string[] = pattern.match(/"[^"]*"|\\.|[\s\S]/gu) ?? []
  const point = tokens.indexOf('.')
  const end = point < 0 ? tokens.length : point
  const isPlace = (t: string): boolean => t === '0' || t === '#' || t === '?'
  const first = tokens.findIndex(isPlace)
  const last = tokens.findLastIndex(isPlace)
  const lastWhole = tokens.slice(0, end).findLastIndex(isPlace)
  const inside = (at: number): boolean => at > first && first >= 0
  const scales = tokens.filter((t, at) => t === ',' && inside(at) && at > (at < end ? lastWhole : last)).length
  const grouped = tokens.some((t, at) => t === ',' && inside(at) && at < lastWhole)
  const pieces = (from: number, to: number): Piece[] =>
    tokens.slice(from, to).flatMap((t, i): Piece[] => (t === ',' && inside(from + i) ? [] : [pieceOf(t)]))
  const percents = tokens.filter((t) => t === '%').length
  return {
    whole: pieces(0, end),
    fraction: point < 0 ? null : [{ is: 'point' }, ...pieces(point + 1, tokens.length)],
    grouped,
    shift: 2 * percents - 3 * scales,
  }
}

function pieceOf(token: string): Piece {
  if (token === '0' || token === '#' || token === '?') return { is: 'place', as: token }
  return { is: 'text', text: token.startsWith('"') ? token.slice(1, -1) : token.replace(/^\\(?=.)/, '') }
}

/** Moves the decimal point without arithmetic: 0.124 by 2 is 12.4, never 12.400000000000002. */
function shifted(plain: string, by: number): Decimal {
  const [whole, fraction = ''] = plain.split('.') as [string, string?]
  const digits = `${'0'.repeat(Math.max(0, -by))}${whole}${fraction}${'0'.repeat(Math.max(0, by - fraction.length))}`
  const point = Math.max(0, -by) + whole.length + by
  const moved = `${digits.slice(0, point)}.${digits.slice(point)}`
  return moved.replace(/^0+(?=\d)/, '').replace(/\.$/, '') as Decimal
}

/** From the right: each place takes a digit, the leftmost one all that are left. */
function wholeText(pieces: readonly Piece[], whole: string, grouped: boolean): string {
  const digits = whole === '0' ? [] : [...whole]
  const firstPlace = pieces.findIndex((p) => p.is === 'place')
  let shown = 0
  const withComma = (digit: string): string => {
    const comma = grouped && shown > 0 && shown % 3 === 0 ? ',' : ''
    shown += 1
    return digit + comma
  }
  let text = ''
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const piece = pieces[at] as Piece
    if (piece.is === 'text') text = piece.text + text
    else if (piece.is === 'place') {
      const digit = digits.pop() ?? (piece.as === '0' ? '0' : null)
      if (digit !== null) text = withComma(digit) + text
      if (at === firstPlace) while (digits.length > 0) text = withComma(digits.pop() as string) + text
    }
  }
  return text
}

/** After the point «0» always shows a digit, «#» and «?» only where one other than zero follows. */
function fractionText(pieces: readonly Piece[], fraction: string): string {
  const significant = fraction.replace(/0+$/, '').length
  let place = 0
  return pieces
    .map((piece) => {
      if (piece.is === 'text') return piece.text
      if (piece.is === 'point') return '.'
      const digit = fraction[place] ?? '0'
      place += 1
      return piece.as === '0' || place <= significant ? digit : ''
    })
    .join('')
}
