import type { ReactNode } from 'react'
import type { CarryOver, CarryOverId } from '../../../reform/carry-over.ts'
import type { SectionHistory } from '../../../reform/edition.ts'
import type { Judgement } from '../../../reform/judgement.ts'
import type { Scale } from '../../../reform/scale.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { carryOverWords as words } from '../../../report/wording-carry-over.ts'
import { carryOverById } from '../../../store/carry-over.ts'
import { judgementsOf } from '../../../store/judgement.ts'
import { loadRecord } from '../../../store/record.ts'
import { scalesOf } from '../../../store/scale.ts'
import { sectionsOf } from '../../../store/section.ts'
import type { OfPaper } from '../../../workflows/carry-over-desk.ts'
import { paths } from '../../paths.ts'
import { StaffFrame } from '../frame.tsx'
import { crumbsOf, planTitle } from '../plans/plan-serving.tsx'
import { familyOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'

export type Seen = {
  record: StoredRecord
  paper: CarryOver
  sections: readonly SectionHistory[]
  judgements: readonly Judgement[]
  scales: readonly Scale[]
}

export const ofPaper = (staff: Staff): OfPaper => ({ family: familyOf(staff), id: staff.param('id') as CarryOverId })

/** What every page of a paper is drawn from; null where there is none. */
export const seenOf = (staff: Staff): Promise<Seen | null> =>
  staff.store.reading(staff.code, async (db) => {
    const { family, id } = ofPaper(staff)
    const paper = await carryOverById(db, family, id)
    const record = paper && (await loadRecord(db, family))
    if (!paper || !record) return null
    return { record, paper, sections: await sectionsOf(db), judgements: await judgementsOf(db, family), scales: await scalesOf(db, family) }
  })

export type Tab = 'deciding' | 'arranging' | 'table' | 'making'
const { staff: at } = paths
const TABS: readonly (readonly [Tab, string, typeof at.carryOver])[] = [
  ['deciding', '取組を決める', at.carryOver],
  ['arranging', '番号と並び', at.carryOverArranging],
  ['table', '整理表と図', at.carryOverTable],
  ['making', '新しい期を作る', at.carryOverMaking],
]

type Said = { staff: Staff; seen: Pick<Seen, 'record' | 'paper'>; tab: Tab; refused?: boolean; children: ReactNode }

/** 引継ぎの頁の枠 — one paper, four steps. */
export function PaperFrame({ staff, seen: { record, paper }, tab, refused, children }: Said): ReactNode {
  const { family, id } = ofPaper(staff)
  const here = TABS.find(([name]) => name === tab) as (typeof TABS)[number]
  const from = record.plans.find((plan) => plan.id === paper.from)?.title ?? ''
  return (
    <StaffFrame
      staff={staff}
      title={`${refused ? '保存できません：' : ''}${here[1]}：${paper.title}`}
      crumbs={[
        ...crumbsOf(staff, planTitle(record.plans)),
        { name: words.list, href: at.carryOvers(staff.code, family) },
        { name: paper.title, href: here[2](staff.code, family, id) },
      ]}
    >
      <h1>{`${from}から${paper.title}へ`}</h1>
      <nav aria-label="引継ぎの手順">
        <ul className="tabs">
          {TABS.map(([name, text, href]) => (
            <li key={name}>
              <a href={href(staff.code, family, id)} aria-current={name === tab ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </StaffFrame>
  )
}
