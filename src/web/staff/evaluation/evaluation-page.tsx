import type { ReactNode } from 'react'
import { Scroll, Table } from '../../../kit/table.tsx'
import { SummaryTables } from '../../../publish/site/summary-tables.tsx'
import { withJudgements } from '../../../reform/judgement-evaluations.ts'
import { stagesOf } from '../../../reform/judging-rights.ts'
import { countText, periodText } from '../../../report/figures.ts'
import { type JudgingFacts, stagesToJudge } from '../../../report/judging-board.ts'
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
      </ul>
      <ToJudge staff={staff} facts={facts} />
      <section>
        <h2>評価の集計</h2>
        {summary.length === 0 && <p className="none">まだ評価はありません。</p>}
        {summary.map(({ year, tables }) => (
          <section key={year}>
            <h3>{year}</h3>
            <SummaryTables tables={tables} />
          </section>
        ))}
      </section>
    </StaffFrame>,
  )
}

/** For every stage and scale that this person decides: how many are open. */
function ToJudge({ staff, facts }: { staff: Staff; facts: JudgingFacts }): ReactNode {
  if (facts.scales.length === 0)
    return <p className="none">{staff.may('evaluation.manage') ? judgingWords.noScale : judgingWords.noScaleReader}</p>
  const stages = staff.may('evaluation.judge') ? stagesOf(staff.standing) : []
  const none = { section: '', state: '', q: '', page: 1 }
  const rows = stagesToJudge(facts, stages)
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{judgingWords.judge}</h2>
      <Scroll label="評価を決める段階と尺度">
        <Table
          caption="評価を決める段階と尺度"
          captionUnseen
          rows={rows}
          keyOf={({ stage, scale }) => `${stage}/${scale.id}`}
          columns={[
            {
              header: '段階と尺度',
              names: true,
              cell: ({ fiscalYear, stage, scale }) => (
                <a href={boardAddress(staff, { fiscalYear, stage, scale: scale.id, ...none })}>{`${stageName[stage]}「${scale.name}」`}</a>
              ),
            },
            { header: '決定済み（計画全体）', numeric: true, cell: ({ decided }) => `${countText(decided)}件` },
          ]}
        />
      </Scroll>
    </section>
  )
}
