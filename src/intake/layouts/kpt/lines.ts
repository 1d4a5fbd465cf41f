import { fold } from '../../../vocabulary/folding.ts'
import { filled, type Row, textOf } from '../../read/page.ts'
import { looksLikeSections, readSections } from '../../sections.ts'

const TRY_PAGE = /^[【[(■●○◆\s]*try\s*(?:[①-⑳]|\d+)[\s:.)】\]]*\S/i

export type Kind = 'keep' | 'problem' | 'try'

/** «### Keep できたこと», «【Problem】課題», «続けたいこと（Keep）»: what the lines below are. */
export const kindOf = (row: Row): Kind | null => (row.bullet === null && filled(row).length === 1 ? kindIn(textOf(row)) : null)

export function kindIn(printed: string): Kind | null {
  const text = fold(printed).trim()
  // «Try1 効果の大きい取組» opens the page of one try
  if (text.length > 40 || TRY_PAGE.test(text)) return null
  const said = /(?:^|[\s(【[■●○◆▼<])(keep|problem|try)(?![a-z])/i.exec(text)
  return said ? ((said[1] as string).toLowerCase() as Kind) : null
}

/** «① 財政の健全化», «(2) …», «Try3 …» → number and text. */
export function numbered(text: string): { number: string; text: string } | null {
  const said =
    /^[【[（(■●○◆\s]*(?:try\s*)?([①-⑳❶-❿]|[（(][0-9０-９]{1,2}[）)]|[0-9０-９]{1,2}(?=[.．、:：\s　】\]]))[.．、:：】\]\s　]*(\S.*)$/is.exec(
      text.trim(),
    )
  return said ? { number: said[1] as string, text: (said[2] as string).trim() } : null
}

/** «### 新規の取組», «既存取組（前期アクションプラン）»: which list the links below belong to. */
export function listOf(row: Row): 'new' | 'existing' | null {
  const text = textOf(row).trim()
  if (row.bullet !== null || text.length > 40 || linksIn(text).some((l) => l.sections.length > 0)) return null
  if (/^[【[<＜■●◆▼]?\s*(?:新規|新たな)(?:の|に)?.{0,8}(?:取組|取り組み|事業|項目)/.test(text)) return 'new'
  return /^[【[<＜■●◆▼]?\s*(?:既存|継続|現行)(?:の)?.{0,8}(?:取組|取り組み|事業|項目)/.test(text) && !isGathering(text) ? 'existing' : null
}

/** «[既存取組の集約]»: the lines below are initiatives that the last one takes in. */
export const isGathering = (text: string): boolean => /^[[［【（(〔].{0,20}(?:集約|統合|まとめ).{0,6}[\]］】）)〕]$/.test(text.trim())
export const isNote = (text: string): boolean => /^[※⇒←→➡＊*]/.test(text.trim())

export type LinkSaid = { title: string; sections: string[]; note: string | null }

/** «ふるさと納税の拡大 [財政課]», two of them on one line, with what is added behind: «… [職員課] ←メンター制度から見直し». */
export function linksIn(text: string): LinkSaid[] {
  return text
    .split(/(?:^|\s)[○◯●◎・](?=\s*\S)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map(linkIn)
}

function linkIn(piece: string): LinkSaid {
  const brackets = [...piece.matchAll(/[[［（(【〔]([^[\]［］（）()【】〔〕]+)[\]］）)】〕]/g)]
  const last = brackets.findLast((b) => looksLikeSections(b[1] as string))
  if (!last) {
    const note = /\s*([※⇒←].*)$/s.exec(piece)
    return { title: note ? piece.slice(0, note.index).trim() : piece, sections: [], note: note?.[1] ?? null }
  }
  const note = piece.slice(last.index + last[0].length).trim()
  return {
    title: piece.slice(0, last.index).trim(),
    sections: readSections(last[1] as string).map((s) => s.name),
    note: note === '' ? null : note,
  }
}
