import { fold } from '../../../vocabulary/folding.ts'
import { type Label, readLabel } from '../../labels.ts'
import { type Cell, filled, type Row, textOf } from '../../read/page.ts'
import { looksLikeSections } from '../../sections.ts'
import { type Said, saidIn } from '../form/said.ts'
import { readMarker } from '../outline/marker.ts'

/** 見出し — a numbered, marked-up or decorated line; `style` tells its depth from that of others. */
export type Heading = {
  row: Row
  cell: Cell
  style: string
  level: string | null
  number: string | null
  title: string
  printed: string
  beside: readonly Said[]
}

const DECORATED = /^([■●◆◇□○▼◎★☆▶►])[\s　]*(?=\S)/
const BRACKETED = /^【([^【】]{2,40})】$/
const MOST = 60
/** «公用車の削減　　担当：管財課» */
const BESIDE = /^(.*?\S)[\s　]+([^\s　：:（）()]{2,10}[：:][\s　]*\S.*)$/
/** «総合窓口の設置（市民課）», «…【総務課】» */
const OF_SECTION = /^(.*\S)[\s　]*[（(【〔<＜]([^（()）【】〔〕<>＜＞]{2,40})[）)】〕>＞]$/

/** What heading a row is; null for a sentence, a label, a row of a table. */
export function headingOf(row: Row): Heading | null {
  const cells = filled(row)
  const cell = cells[0]
  if (!cell || row.isRule || row.bullet !== null || cells.length > 2 || textOf(row).length > MOST) return null
  const besideCells = cells.slice(1).flatMap((c) => saidIn({ ...row, cells: [c] }))
  if (besideCells.some((said) => said.kind !== 'field')) return null
  if (/[。、：:]$|。/.test(cell.text) || saidIn({ ...row, cells: [cell] }).some((said, i) => i === 0 && said.kind !== 'value')) return null
  const styled = styledOf(row, cell.text.trim())
  if (!styled || styled.title.length < 2) return null
  const { title, beside } = divided(styled.title, cell)
  return looksLikeSections(title) ? null : { row, cell, ...styled, title, beside: [...beside, ...besideCells] }
}

function styledOf(row: Row, text: string): Pick<Heading, 'style' | 'level' | 'number' | 'title' | 'printed'> | null {
  const decoration = DECORATED.exec(text)
  const bare = (BRACKETED.exec(text)?.[1] ?? text.slice(decoration?.[0].length ?? 0)).trim()
  const marker = readMarker(bare)
  const around = decoration?.[1] ?? (BRACKETED.test(text) ? '【】' : '')
  const style = row.headingDepth > 0 ? `#${row.headingDepth}` : `${around}${marker?.style ?? ''}`
  return style === ''
    ? null
    : { style, level: marker?.level ?? null, number: marker?.number ?? null, title: marker?.rest ?? bare, printed: bare }
}

/** Behind a title its section may stand, in brackets or with a label. */
function divided(title: string, cell: Cell): { title: string; beside: readonly Said[] } {
  const labelled = BESIDE.exec(title)
  if (labelled) {
    const [label, value] = splitLabel(labelled[2] as string)
    if (label) return { title: (labelled[1] as string).trim(), beside: [{ kind: 'field', cell, label, value, number: null }] }
  }
  const named = OF_SECTION.exec(title)
  const inner = named?.[2] ?? ''
  if (!named || !/(課|室|局|部|係|各課|全庁)$/.test(fold(inner)) || !looksLikeSections(inner)) return { title, beside: [] }
  const label = readLabel('担当課') as Label
  return { title: (named[1] as string).trim(), beside: [{ kind: 'field', cell, label, value: inner, number: null }] }
}

function splitLabel(text: string): [Label | null, string] {
  const at = text.search(/[：:]/)
  return [readLabel(text.slice(0, at)), text.slice(at + 1).trim()]
}
