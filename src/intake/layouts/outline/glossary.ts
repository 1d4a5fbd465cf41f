import type { Paragraph } from '../../paragraphs.ts'

/** «※ICTとは、…», «「市民参加」とは、…», «※１ ＲＰＡ：…» */
const DEFINED =
  /^(?:[※＊*]\s?[0-9０-９]{0,2}|注\s?[0-9０-９]{0,2}[)）:：]?|（注[0-9０-９]*）)?[\s　]*(?:「([^」]{1,40})」|([^「」。、]{1,30}?))[\s　]*とは[、，,]?[\s　]*(.+)$/s
const COLON = /^[※＊]\s?[0-9０-９]{0,2}[\s　]*(?:「([^」]{1,40})」|([^「」。、:：]{1,30}))[\s　]*[:：…]+[\s　]*(.+)$/s
const INTRODUCED = /(次|以下)の(とおり|通り|ように)定義/

/** Under a heading that says so: «※行政評価　行政の活動を…», «RPA：定型の…» */
const LISTED = /^[※＊・●○]?\s?(?:[（(]?[0-9０-９]{1,2}[）)]?\s)?「?([^\s「」。、:：]{2,30})」?[\s　]*[\s:：…]+(.{6,}。)$/s
export const isGlossary = (title: string): boolean => /用語|語句|注釈/.test(title)

export type Definition = { term: string; definition: string }

/** 用語の説明 — a note that says what a word means; `announced` where the paragraph before said that definitions follow. */
export function readDefinition(text: string, announced: boolean, listed = false): Definition | null {
  const entry = listed ? LISTED.exec(text) : null
  if (entry && !DEFINED.test(text)) return { term: entry[1] as string, definition: (entry[2] as string).trim() }
  const marked = /^[※＊*]|^注|^（注/.test(text)
  const quoted = /^[\s　]*「/.test(text)
  if (!marked && !(announced && quoted)) return null
  const found = DEFINED.exec(text) ?? (marked ? COLON.exec(text) : null)
  const term = (found?.[1] ?? found?.[2] ?? '').trim()
  const definition = (found?.[3] ?? '').trim()
  return term === '' || definition.length < 4 ? null : { term, definition }
}

export const announcesDefinitions = (paragraph: Paragraph): boolean => /^[※＊]/.test(paragraph.text) && INTRODUCED.test(paragraph.text)
