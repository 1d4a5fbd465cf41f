import type { RecordId } from '../../reform/record.ts'
import type { Draft } from '../draft.ts'
import { initiativeOf, nodeOf } from '../join.ts'
import { type Cell, filled, isBlank, type Row } from '../read/page.ts'
import { looksLikeSections, readSections } from '../sections.ts'
import { headingOf } from './headed/heading.ts'
import type { Layout } from './layout.ts'
import { numberedTitle } from './list/initiatives.ts'
import { namePlan, onlyPlan } from './table/plans.ts'

const LEAST = 3
/** «・総合窓口の設置（市民課）», «(1) 旅費事務の簡素化【職員課】» */
const ITEM = /^(?:[・●○◆◇■□▪]\s*)?(\S.*?)\s*[（(【〔]([^（()）【】〔〕]{2,40})[）)】〕]$/

/** What initiatives are called by: a list of persons or places has none of these words. */
const ACTION =
  /化$|推進|整備|拡大|導入|見直し|設置|実施|活用|確保|強化|向上|統合|廃止|改善|検討|売却|購入|改定|更新|管理|育成|促進|削減|縮減|抑制|充実|構築|運用|公開|連携|移管|委託|再編|集約|適正|普及|創出|支援|開放|共有|短縮|改修|策定|点検/
const PERSON = /(?:課長|部長|局長|次長|主査|主幹|主任|参事|係長|委員|会長|議員|市長|町長|村長|氏|様)(?:$|[\s　])/

/** 取組名の列挙 — headings, and below them nothing but names of initiatives, each with its section in brackets. */
export const listedTitles: Layout = {
  name: 'listed-titles',

  claim(rows, start) {
    const titles: string[] = []
    let end = start
    for (let at = start; at < rows.length; at += 1) {
      const row = rows[at] as Row
      if (isBlank(row)) continue
      const item = itemOf(row)
      if (item) titles.push(item.title)
      else if (headingOf(row) === null) break
      if (item) end = at + 1
    }
    const named = titles.filter((title) => ACTION.test(title))
    return titles.length >= LEAST && named.length * 2 > titles.length && !titles.some((title) => PERSON.test(title)) ? end - start : 0
  },

  read({ rows }, draft) {
    let open: { style: string; node: RecordId }[] = []
    for (const row of rows) {
      const item = itemOf(row)
      const heading = item ? null : headingOf(row)
      if (item) addInitiative(item, open.at(-1)?.node ?? null, draft)
      if (!heading) continue
      if (namePlan(draft, heading.cell) !== null) draft.claim(heading.cell, 'fields')
      else {
        const same = open.findIndex((o) => o.style === heading.style)
        open = same >= 0 ? open.slice(0, same) : open
        const under = { plan: onlyPlan(draft), parent: open.at(-1)?.node ?? null, level: heading.level }
        open.push({ style: heading.style, node: nodeOf(draft, heading.printed, heading.cell, under).id })
      }
    }
  },
}

type Item = { cell: Cell; title: string; sections: string }

function itemOf(row: Row): Item | null {
  const [cell, ...more] = filled(row)
  const said = cell && more.length === 0 ? ITEM.exec(cell.text.trim()) : null
  if (!cell || !said || row.headingDepth > 0 || /[。：:]/.test(cell.text)) return null
  const sections = said[2] as string
  return /(?:課|室|局|部|係|所|館|全庁)(?:等|ほか)?$/.test(sections) && looksLikeSections(sections)
    ? { cell, title: said[1] as string, sections }
    : null
}

function addInitiative({ cell, title: printed, sections }: Item, node: RecordId | null, draft: Draft): void {
  const { number, title } = numberedTitle(printed)
  const initiative = initiativeOf(draft, title, cell, { plan: onlyPlan(draft), node, number })
  if (number !== null) draft.from(initiative, 'number', cell)
  if (initiative.sections.length === 0) draft.put(initiative, 'sections', readSections(sections), cell)
}
