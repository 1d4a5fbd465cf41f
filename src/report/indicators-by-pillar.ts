import type { Indicator } from '../reform/record.ts'
import type { EditionIndex } from './edition-index.ts'
import { numbered } from './initiative-sheet.ts'
import { NO_PILLAR } from './wording-renewal.ts'

export type PillarIndicators = { id: string; title: string; indicators: Indicator[] }

/** More rows than this, with the styles, would be more than the 30 KB that a page may weigh. */
const ON_ONE_PAGE = 200

/** 柱ごとの指標 — of a plan with too many for one page; empty where one page holds them all. */
export function indicatorsCut({ edition, pillars, pathOf, initiativeOf }: EditionIndex): PillarIndicators[] {
  const { indicators } = edition.record
  if (indicators.length <= ON_ONE_PAGE) return []
  const pillarOf = (it: Indicator): string => {
    const node = initiativeOf(it)?.node ?? (it.of && 'node' in it.of ? it.of.node : null)
    return pathOf(node)[0]?.id ?? 'none'
  }
  const own = Map.groupBy(indicators, pillarOf)
  return [...pillars.map((p) => ({ id: p.id as string, title: numbered(p) })), { id: 'none', title: NO_PILLAR }].flatMap(
    ({ id, title }) => {
      const found = own.get(id)
      return found ? [{ id, title, indicators: found }] : []
    },
  )
}
