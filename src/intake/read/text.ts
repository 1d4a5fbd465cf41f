import { withoutMarkup } from './markup.ts'
import type { Cell, Page, Row } from './page.ts'

const HEADING = /^(#{1,6})\s+/
const BULLET = /^\s*([-*+])\s+/
const RULE = /^[\s|:+-]*-{3,}[\s|:+-]*$|^\s*\|(?=.*(?:--|:-|-:))(?:\s*:?-+:?\s*\|)+\s*$/
const HTML_HEADING = /^\s*<h([1-6])\b[^>]*>/i
/** A row of an HTML table on a line of its own */
const HTML_ROW = /^\s*(?:<(?:table|thead|tbody)\b[^>]*>\s*)*<tr\b[^>]*>\s*<t[dh]\b/i

/** Plain text → pages of rows: one row a line, tabs and Markdown bars separate cells, a form feed begins a page. */
export function readText(content: string): Page[] {
  let line = 0
  return content
    .replace(/^﻿/, '')
    .split('\f')
    .map((sheet, sheetIndex) => {
      const page: Page = { name: null, rows: [] }
      // a form feed does not end a line: the next page goes on counting from the line it stands in
      if (sheetIndex > 0) line -= 1
      page.rows = sheet.split(/\r\n|\n|\r/).map((text, index) => toRow(text, index, ++line, page))
      return page
    })
}

function toRow(text: string, index: number, line: number, page: Page): Row {
  const at = `line ${line}`
  const isRule = RULE.test(text)
  const headingDepth = HEADING.exec(text)?.[1]?.length ?? Number(HTML_HEADING.exec(text)?.[1] ?? 0)
  const bullet = isRule ? null : (BULLET.exec(text)?.[1] ?? null)
  const cells: Cell[] = piecesOf(text).map((raw, column) => ({
    raw,
    text: isRule ? '' : withoutMarkup(contentOf(raw, column)),
    at,
    column,
    columnSpan: 1,
    rowSpan: 1,
  }))
  return { cells, at, index, page, headingDepth, bullet, isRule }
}

const contentOf = (raw: string, column: number): string =>
  raw.startsWith('|') ? raw.replace(/^\||\|\s*$/g, '') : column === 0 ? raw.replace(HEADING, '').replace(BULLET, '') : raw

/** The cells of a line; put together again (without tabs) they are the line, so that no character is lost to the account. */
function piecesOf(text: string): string[] {
  if (text.includes('\t')) return text.split('\t')
  if (HTML_ROW.test(text)) {
    const [opening, first, ...others] = text.split(/(?=<t[dh]\b)/i)
    return [`${opening}${first}`, ...others]
  }
  if (/^\s*\|.*\|\s*$/.test(text)) {
    const pieces = text.trim().split(/(?=\|)/)
    const closing = pieces.pop() as string // the last bar closes the last cell
    return [...pieces.slice(0, -1), `${pieces.at(-1)}${closing}`]
  }
  return [text]
}
