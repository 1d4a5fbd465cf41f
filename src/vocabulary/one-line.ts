const BREAK = /\r\n?|[\t\n\v\f\u0085\u2028\u2029]/g
/** Codes that move a cursor, clear a screen or turn the writing round: what a terminal obeys and no title needs. */
const CONTROL = /[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** 一行の文字 — a text of a document or of a caller as one line of a terminal or a log: it commands nothing and begins no line. */
export const oneLine = (text: string): string =>
  text.replace(BREAK, ' ').replace(CONTROL, (code) => (code < ' ' ? String.fromCharCode(0x2400 + code.charCodeAt(0)) : '\ufffd'))
