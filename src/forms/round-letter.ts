import type { Instructions } from '../report/round-instructions.ts'
import type { InquiryLetter, LetterEntry } from '../report/round-letter.ts'
import { gap, heading, line, subject, table, title, wordFile } from './word-parts.ts'

const WIDE_DIGITS = '０１２３４５６７８９'
/** The numbers of a letter's entries are full-width, as offices type them. */
const wide = (n: number): string => [...String(n)].map((digit) => WIDE_DIGITS[Number(digit)]).join('')

/** 照会文を Word にする — number and date to the right, addressee, sender, subject, body, 記 … 以上, and the list on a page of its own. */
export function inquiryDocx(letter: InquiryLetter): Promise<Uint8Array> {
  return wordFile(letter.subject, letter.from, [
    line(letter.number, 'right'),
    line(letter.date, 'right'),
    gap(),
    line(letter.to, 'left', { left: 1 }),
    gap(),
    line(letter.from, 'right'),
    subject(letter.subject),
    ...letter.body.map((text) => line(text, 'left', { firstLine: 1 })),
    gap(),
    line('記', 'center'),
    ...letter.entries.flatMap(entry),
    line('以上', 'right'),
    heading(letter.attached.title, true),
    table(letter.attached),
  ])
}

function entry({ heading: name, lines, table: rows }: LetterEntry, place: number) {
  const own = lines.length === 1 ? [line(lines[0] as string, 'left', { left: 2 })] : lines.map((text, nth) => numbered(text, nth + 1))
  return [heading(`${wide(place + 1)}　${name}`), ...own, ...(rows ? [table(rows)] : [])]
}

/** «⑴» to «⑳» are one character; a letter has no more lines than that. */
const numbered = (text: string, nth: number) => line(`${String.fromCodePoint(0x2474 + nth - 1)}　${text}`, 'left', { left: 3, hanging: 2 })

/** 記入要領を Word にする */
export function instructionsDocx({ title: name, subtitle, chapters }: Instructions, by: string): Promise<Uint8Array> {
  return wordFile(name, by, [
    title(name),
    line(subtitle, 'center'),
    ...chapters.flatMap(({ heading: chapter, lines, table: rows, after }, place) => [
      heading(`${wide(place + 1)}　${chapter}`),
      ...lines.map((text) => line(`・${text}`, 'left', { left: 2, hanging: 1 })),
      ...(rows ? [table(rows)] : []),
      ...(after ?? []).map((text) => line(`・${text}`, 'left', { left: 2, hanging: 1 })),
    ]),
  ])
}
