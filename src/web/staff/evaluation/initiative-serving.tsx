import type { ReactNode } from 'react'
import { Scroll, Table } from '../../../kit/table.tsx'
import { EVALUATION_STAGES } from '../../../reform/judgement.ts'
import { stagesOf } from '../../../reform/judging-rights.ts'
import type { ScaleId } from '../../../reform/scale.ts'
import { yearShort, yearText } from '../../../report/figures.ts'
import { type InitiativeJudging, initiativeJudging } from '../../../report/initiative-judging.ts'
import { type BoardAsked, type JudgingFacts, judgedYears } from '../../../report/judging-board.ts'
import { decidedText, judgingWords, stageName } from '../../../report/wording-judging.ts'
import { namesOf } from '../../../store/account.ts'
import { decideJudgements } from '../../../workflows/decide-judgement.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import { planTitle } from '../plans/plan-serving.tsx'
import { familyOf } from '../plans/serve-edit.tsx'
import { textOf } from '../plans/typed.ts'
import type { Staff } from '../staff.ts'
import { askedFields, boardAsked, initiativeAddress } from './asked.ts'
import { evaluationCrumbs } from './crumbs.ts'
import { factsOf } from './facts.ts'
import { type BroughtBack, JudgingRows, NOTHING_BACK, RowsRefused } from './judging-rows.tsx'
import { broughtBack, mayOf } from './judging-serving.tsx'
import { noPlan, noThing } from './scale-serving.tsx'
import { typedRows } from './typed-rows.ts'

export const showInitiativeJudging = (staff: Staff): Promise<Response> =>
  show(
    staff,
    boardAsked((name) => staff.query(name)),
    NOTHING_BACK,
    200,
  )

export async function takeInitiativeJudging(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const asked = boardAsked((name) => textOf(data, name).slice(0, 200))
  const { fiscalYear, stage, scale } = asked
  if (fiscalYear === null || stage === null) return noThing(staff)
  const rows = typedRows(data).filter(({ initiative }) => initiative === staff.param('id'))
  const by = { fiscalYear, stage, scale: scale as ScaleId }
  const done = await decideJudgements(staff.store, familyOf(staff), { ...by, rows }, staff.act('evaluation.judge'))
  if (done.ok) return staff.go(initiativeAddress(staff, staff.param('id'), asked, { done: String(done.value.length) }))
  if (done.problem.kind !== 'rows-refused') return noThing(staff)
  return show(staff, asked, broughtBack(rows, done.problem.rows), 422)
}

async function show(staff: Staff, asked: BoardAsked, back: BroughtBack, status: 200 | 422): Promise<Response> {
  const facts = await factsOf(staff, familyOf(staff))
  if (!facts) return noPlan(staff)
  const initiative = facts.record.initiatives.find(({ id }) => id === staff.param('id'))
  if (!initiative) return noThing(staff)
  const names = await staff.store.reading(staff.code, namesOf)
  const told = initiativeJudging({ ...facts, names }, initiative, asked, stagesOf(staff.standing), mayOf(staff))
  return staff.show(<InitiativeJudgingPage staff={staff} facts={facts} told={told} asked={asked} back={back} />, status)
}

type Said = { staff: Staff; facts: JudgingFacts; told: InitiativeJudging; asked: BoardAsked; back: BroughtBack }

/** 一つの取組の評価 — everything that was decided of it by year, stage and scale, and the form for one of them. */
function InitiativeJudgingPage({ staff, facts, told, asked, back }: Said): ReactNode {
  const title = `評価：${told.title}`
  const done = staff.query('done')
  const refused = back.problems.size > 0
  return (
    <StaffFrame
      staff={staff}
      title={refused ? `保存できません：${title}` : title}
      crumbs={[
        ...evaluationCrumbs(staff, planTitle(facts.record.plans)),
        { name: told.title, href: initiativeAddress(staff, told.id, asked) },
      ]}
    >
      <h1>
        {told.title}
        <span className="about">評価</span>
      </h1>
      <RowsRefused back={back} rows={told.board?.rows ?? []} />
      {/^\d+$/.test(done) && <Done>{decidedText(Number(done))}</Done>}
      <p>
        <a href={paths.staff.initiative(staff.code, familyOf(staff), told.id)}>取組の内容を見る</a>
      </p>
      <Deciding staff={staff} facts={facts} told={told} asked={asked} back={back} />
      <History told={told} />
    </StaffFrame>
  )
}

function Deciding({ staff, facts, told, asked, back }: Said): ReactNode {
  const { board } = told
  if (!board) return <p className="none">{judgingWords.noScaleReader}</p>
  const fixed = { ...asked, fiscalYear: board.fiscalYear, stage: board.stage, scale: board.scale.id }
  const mayAny = board.rows.some(({ may }) => may)
  const action = paths.staff.initiativeJudging(staff.code, familyOf(staff), told.id)
  const selects: [name: string, label: string, chosen: string, options: [string, string][]][] = [
    ['year', '年度', String(board.fiscalYear), judgedYears(facts).map((year) => [String(year), yearText(year)])],
    ['stage', '段階', board.stage, EVALUATION_STAGES.map((stage) => [stage, stageName[stage]])],
    ['scale', '尺度', board.scale.id, facts.scales.map(({ id, name }) => [id, name])],
  ]
  return (
    <section>
      <h2>{`${yearShort(board.fiscalYear)} ${stageName[board.stage]}「${board.scale.name}」`}</h2>
      <form className="filter" method="get" action={action} aria-label="表示する評価">
        {selects.map(([name, label, chosen, options]) => (
          <div key={name}>
            <label htmlFor={`f-${name}`}>{label}</label>
            <select id={`f-${name}`} name={name} defaultValue={chosen}>
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </div>
        ))}
        <div className="buttons">
          <button type="submit">表示する</button>
        </div>
      </form>
      <form method="post" action={action} className="judging-form">
        {askedFields(fixed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{mayAny ? judgingWords.reasonHelp : judgingWords.readOnly}</p>
        <JudgingRows caption="取組と指標の評価" rows={board.rows} scale={board.scale} hasRule={board.hasRule} back={back} href={null} />
        {mayAny && (
          <p className="buttons">
            <button type="submit">保存する</button>
          </p>
        )}
      </form>
    </section>
  )
}

function History({ told }: { told: InitiativeJudging }): ReactNode {
  return (
    <section>
      <h2>これまでの評価</h2>
      <p className="small">{judgingWords.deciderHelp}</p>
      <Scroll label="これまでの評価">
        <Table
          caption="これまでの評価（新しい年度から）"
          captionUnseen
          rows={told.history}
          keyOf={(_, nth) => String(nth)}
          none="まだ評価はありません。"
          columns={[
            { header: '年度', names: true, cell: ({ year }) => year },
            { header: '段階', cell: ({ stage }) => stage },
            { header: '尺度', cell: ({ scale }) => scale },
            { header: '評価', cell: ({ word }) => <strong>{word}</strong> },
            { header: '判定案', cell: ({ proposed }) => proposed },
            { header: '理由', wide: true, cell: ({ reason }) => reason ?? '記載なし' },
            { header: '決定', cell: ({ on }) => on },
            { header: '決めた人', cell: ({ by }) => by },
          ]}
        />
      </Scroll>
    </section>
  )
}
