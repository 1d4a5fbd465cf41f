import type { ReactNode } from 'react'
import { Scroll, Table } from '../../../kit/table.tsx'
import { SummaryTables } from '../../../publish/site/summary-tables.tsx'
import { withJudgements } from '../../../reform/judgement-evaluations.ts'
import { stagesOf } from '../../../reform/judging-rights.ts'
import { countText, periodText, yearShort, yearText } from '../../../report/figures.ts'
import { type JudgingFacts, judgedYears, type StageCount, stagesToJudge } from '../../../report/judging-board.ts'
import { judgingSummary } from '../../../report/judging-summary.ts'
import { judgingWords, stageName } from '../../../report/wording-judging.ts'
import { planFamilies } from '../../../store/plan-family.ts'
import { paths } from '../../paths.ts'
import { StaffFrame } from '../frame.tsx'
import { planTitle } from '../plans/plan-serving.tsx'
import { familyOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'
import { boardAddress } from './asked.ts'
import { evaluationCrumbs } from './crumbs.ts'
import { factsOf } from './facts.ts'
import { mayOf } from './judging-serving.tsx'
import { noPlan } from './scale-serving.tsx'

/** 評価の入口 — which plan. */
export async function showEvaluations(staff: Staff): Promise<Response> {
  const families = await staff.store.reading(staff.code, planFamilies)
  return staff.show(
    <StaffFrame staff={staff} title={judgingWords.title}>
      <h1>{judgingWords.title}</h1>
      <Table
        caption="評価する計画を選ぶ"
        none="計画はまだありません。"
        rows={families}
        keyOf={({ id }) => id}
        columns={[
          { header: '計画', names: true, cell: ({ id, title }) => <a href={paths.staff.evaluation(staff.code, id)}>{title}</a> },
          { header: '計画期間', cell: ({ period }) => periodText(period) },
        ]}
      />
    </StaffFrame>,
  )
}

/** 計画の評価 — what may be judged, and the counts of every year. */
export async function showEvaluation(staff: Staff): Promise<Response> {
  const facts = await factsOf(staff, familyOf(staff))
  if (!facts) return noPlan(staff)
  const summary = judgingSummary(withJudgements(facts.record, facts), facts.scales)
  const title = `${judgingWords.title}：${planTitle(facts.record.plans)}`
  return staff.show(
    <StaffFrame staff={staff} title={title} crumbs={evaluationCrumbs(staff, planTitle(facts.record.plans))}>
      <h1>
        {judgingWords.title}
        <span className="about">{planTitle(facts.record.plans)}</span>
      </h1>
      <ul className="ways">
        <li>
          <a href={paths.staff.judgingRules(staff.code, familyOf(staff))}>{judgingWords.rules}</a>
        </li>
        <li>
          <a href={paths.staff.following(staff.code, familyOf(staff))}>{judgingWords.following}</a>
        </li>
      </ul>
      <ToJudge staff={staff} facts={facts} />
      <section>
        <h2>評価の集計</h2>
        {summary.length === 0 && <p className="none">まだ評価はありません。</p>}
        {summary.map(({ year, tables }) => (
          <section key={year}>
            <h3>{year}</h3>
            <div className="summary-tables">
              <SummaryTables tables={tables} />
            </div>
          </section>
        ))}
      </section>
    </StaffFrame>,
  )
}

const decidedOf = (count: StageCount | undefined): string => (count ? `${countText(count.all)}件のうち${countText(count.decided)}件` : '')

/** For every stage and scale that this person decides: how many are decided. */
function ToJudge({ staff, facts }: { staff: Staff; facts: JudgingFacts }): ReactNode {
  if (facts.scales.length === 0)
    return <p className="none">{staff.may('evaluation.manage') ? judgingWords.noScale : judgingWords.noScaleReader}</p>
  const stages = staff.may('evaluation.judge') ? stagesOf(staff.standing) : []
  const told = stagesToJudge(facts, stages, Number(staff.query('year')) || null, mayOf(staff))
  if (!told || stages.length === 0) return null
  const none = { section: '', state: '', q: '', page: 1 }
  const here = paths.staff.evaluation(staff.code, familyOf(staff))
  return (
    <section>
      <h2>{`${yearText(told.fiscalYear)}の${judgingWords.judge}`}</h2>
      <ul className="tabs" aria-label="年度">
        {judgedYears(facts).map((year) => (
          <li key={year}>
            <a href={`${here}?year=${year}`} aria-current={year === told.fiscalYear ? 'page' : undefined}>
              {yearShort(year)}
            </a>
          </li>
        ))}
      </ul>
      <Scroll label="評価を決める尺度と段階">
        <Table
          caption="尺度と段階ごとの、決定済みの件数と全件数（評価を受け持つ取組）"
          rows={told.rows}
          keyOf={({ scale }) => scale.id}
          columns={[
            { header: '尺度', names: true, cell: ({ scale }) => scale.name },
            ...stages.map((stage, nth) => ({
              header: stageName[stage],
              cell: ({ scale, stages: counts }: (typeof told.rows)[number]) => (
                <a href={boardAddress(staff, { fiscalYear: told.fiscalYear, stage, scale: scale.id, ...none })}>
                  {decidedOf(counts[nth])}
                  <span className="unseen">{`：${scale.name} ${stageName[stage]}を決める`}</span>
                </a>
              ),
            })),
          ]}
        />
      </Scroll>
      <p className="quiet">選ぶと、その評価を決める画面が開きます。</p>
    </section>
  )
}
