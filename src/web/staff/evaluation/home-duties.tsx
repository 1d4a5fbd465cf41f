import type { ReactNode } from 'react'
import { stagesOf } from '../../../reform/judging-rights.ts'
import { type JudgingDuty, judgingDuties } from '../../../report/judging-duties.ts'
import { judgingWords } from '../../../report/wording-judging.ts'
import { toBeJudged } from '../../../store/after-reports.ts'
import type { Reader } from '../../../store/handles.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'

/** 評価すること — one question, and none for those who judge nothing. */
export async function judgingOf(staff: Staff, db: Reader): Promise<JudgingDuty[]> {
  if (!staff.may('evaluation.judge')) return []
  return judgingDuties(staff.standing, await toBeJudged(db, stagesOf(staff.standing)))
}

export const judgingCards = (duties: readonly JudgingDuty[]): { key: string; name: string; count: number }[] =>
  duties.length === 0 ? [] : [{ key: 'judging', name: judgingWords.toJudge, count: duties.reduce((sum, { count }) => sum + count, 0) }]

export function JudgingDutyList({ staff, duties }: { staff: Staff; duties: readonly JudgingDuty[] }): ReactNode {
  if (duties.length === 0) return null
  return (
    <section id="judging">
      <h2>{judgingWords.toJudge}</h2>
      <p className="quiet">{judgingWords.toJudgeHelp}</p>
      <ul>
        {duties.map(({ family, fiscalYear, stage, title }) => (
          <li key={title}>
            <a href={`${paths.staff.judging(staff.code, family)}?year=${fiscalYear}&stage=${stage}&state=undecided`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
