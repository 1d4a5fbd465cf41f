import { CostTable, ResultsMatrixTable } from '../../../publish/site/following-money.tsx'
import { yearShort } from '../../../report/figures.ts'
import { followingYears } from '../../../report/following-years.ts'
import { costLines, resultsMatrix } from '../../../report/results-and-cost.ts'
import { followingWords as words } from '../../../report/wording-following.ts'
import { judgementsOf } from '../../../store/judgement.ts'
import { loadFigures } from '../../../store/record-excerpt.ts'
import { scalesOf } from '../../../store/scale.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { FollowingFrame, familyOf, hrefsOf, noPlan, YearChoice } from './desk.tsx'

/** 成果とコスト — the cross table of the two scales, and achievement beside cost, in one year. */
export async function showResults(staff: Staff): Promise<Response> {
  const family = familyOf(staff)
  const found = await staff.store.reading(staff.code, async (db) => {
    const record = await loadFigures(db, family)
    return record && { record, scales: await scalesOf(db, family), judgements: await judgementsOf(db, family) }
  })
  if (!found) return noPlan(staff)
  const { record } = found
  // the first word on progress in a new year does not empty this page: it opens with the last year that results or costs were judged in
  const shown = new Set<string>(found.scales.filter(({ kind }) => kind === 'results' || kind === 'cost').map(({ id }) => id))
  const judged = found.judgements.filter(({ scale }) => shown.has(scale))
  const { years, year } = followingYears(record, judged, staff.query('year'))
  const matrix = resultsMatrix(record, found, year)
  const here = paths.staff.resultsAndCost(staff.code, family)
  return staff.show(
    <FollowingFrame staff={staff} plans={record.plans} title={words.resultsAndCost} here={here}>
      <p>{words.resultsHelp}</p>
      <YearChoice action={here} years={years.map((one) => ({ year: one, name: yearShort(one) }))} chosen={year} />
      <h2>成果×コスト</h2>
      {matrix ? (
        <ResultsMatrixTable matrix={matrix} href={hrefsOf(staff)} />
      ) : (
        <p className="none">この計画には、成果の尺度とコストの尺度がそろっていません。「評価」の画面で尺度を加えると、ここに表が出ます。</p>
      )}
      <h2>達成と費用</h2>
      <p className="small">{words.unitCostHelp}</p>
      <CostTable lines={costLines(record, year)} caption={`取組ごとの達成と費用（${yearShort(year)}）`} href={hrefsOf(staff)} />
    </FollowingFrame>,
  )
}
