import type { ReactNode } from 'react'
import { Pager } from '../../../kit/pager.tsx'
import type { EvaluationStage } from '../../../reform/judgement.ts'
import { countText, yearShort, yearText } from '../../../report/figures.ts'
import { type BoardAsked, type JudgingBoard, type JudgingFacts, judgedYears } from '../../../report/judging-board.ts'
import { decidedText, judgingWords, stageMeaning, stageName } from '../../../report/wording-judging.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import { planTitle } from '../plans/plan-serving.tsx'
import { familyOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'
import { askedFields, boardAddress, initiativeAddress } from './asked.ts'
import { evaluationCrumbs } from './crumbs.ts'
import { type BroughtBack, JudgingRows, RowsRefused } from './judging-rows.tsx'

export type BoardSaid = {
  staff: Staff
  facts: JudgingFacts
  board: JudgingBoard
  asked: BoardAsked
  stages: readonly EvaluationStage[]
  back: BroughtBack
}

/** What is shown, in words: «令和6年度 一次評価（所管課） 達成状況». */
export const boardTitle = ({ fiscalYear, stage, scale }: Pick<JudgingBoard, 'fiscalYear' | 'stage' | 'scale'>): string =>
  `${yearShort(fiscalYear)} ${stageName[stage]}「${scale.name}」`

/** 評価を決める — all initiatives of one year, stage and scale; many are decided in one go, without a script. */
export function JudgingPage(said: BoardSaid): ReactNode {
  const { staff, facts, board, asked, back } = said
  const title = boardTitle(board)
  const refused = back.problems.size > 0
  const done = staff.query('done')
  return (
    <StaffFrame
      staff={staff}
      title={refused ? `保存できません：${title}` : title}
      crumbs={[...evaluationCrumbs(staff, planTitle(facts.record.plans)), { name: judgingWords.judge, href: boardAddress(staff, asked) }]}
    >
      <h1>
        {judgingWords.judge}
        <span className="about">{title}</span>
      </h1>
      <RowsRefused back={back} rows={board.rows} />
      {/^\d+$/.test(done) && <Done>{decidedText(Number(done))}</Done>}
      <Choice {...said} />
      <Counts {...said} />
      <Rows {...said} />
      <p>
        <a href={paths.staff.evaluation(staff.code, familyOf(staff))}>評価の集計を見る</a>
      </p>
    </StaffFrame>
  )
}

type Option = readonly [value: string, name: string]
function Select({ name, label, options, chosen }: { name: string; label: string; options: readonly Option[]; chosen: string }): ReactNode {
  return (
    <div>
      <label htmlFor={`f-${name}`}>{label}</label>
      <select id={`f-${name}`} name={name} defaultValue={chosen}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

function Choice({ staff, facts, board, asked, stages }: BoardSaid): ReactNode {
  const states: Option[] = [
    ['', 'すべて'],
    ['undecided', judgingWords.undecided],
    ['decided', '決定済み'],
    ['differing', '判定案と違うもの'],
  ]
  return (
    <form className="filter" method="get" action={paths.staff.judging(staff.code, familyOf(staff))} aria-label="表示する評価">
      <Select
        name="year"
        label="年度"
        chosen={String(board.fiscalYear)}
        options={judgedYears(facts).map((year) => [String(year), yearText(year)] as const)}
      />
      <Select name="stage" label="段階" chosen={board.stage} options={stages.map((stage) => [stage, stageName[stage]] as const)} />
      <Select name="scale" label="尺度" chosen={board.scale.id} options={facts.scales.map(({ id, name }) => [id, name] as const)} />
      <Select
        name="section"
        label="所管課"
        chosen={asked.section}
        options={[['', 'すべて'], ...board.sections.map((one) => [one, one] as const)]}
      />
      <Select name="state" label="状態" chosen={asked.state} options={states} />
      <div className="words">
        <label htmlFor="f-q">番号・取組名</label>
        <input id="f-q" name="q" type="search" defaultValue={asked.q} />
      </div>
      <div className="buttons">
        <button type="submit">表示する</button>
      </div>
    </form>
  )
}

function Counts({ board }: BoardSaid): ReactNode {
  const { all, decided, undecided, differing } = board.counts
  return (
    <>
      <p className="quiet">{`${stageName[board.stage]}：${stageMeaning[board.stage]}。`}</p>
      <p className="result" role="status">
        {`${countText(board.found)}件を表示しています。全${countText(all)}件のうち決定済み${countText(decided)}件、未決定${countText(undecided)}件`}
        {board.hasRule ? `、判定案と違う決定${countText(differing)}件。` : '。'}
      </p>
    </>
  )
}

function Rows({ staff, board, asked, back }: BoardSaid): ReactNode {
  if (board.rows.length === 0) return <p className="none">該当する取組はありません。条件を変えて表示してください。</p>
  const mayAny = board.rows.some(({ may }) => may)
  const fixed = { ...asked, fiscalYear: board.fiscalYear, stage: board.stage, scale: board.scale.id }
  const pages = Array.from({ length: board.pages }, (_, nth) => ({
    number: nth + 1,
    href: boardAddress(staff, { ...fixed, page: nth + 1 }),
  }))
  return (
    <>
      <form method="post" action={paths.staff.judging(staff.code, familyOf(staff))} className="judging-form">
        {askedFields(fixed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {mayAny ? <p>{judgingWords.reasonHelp}</p> : <p>{judgingWords.readOnly}</p>}
        <JudgingRows
          caption={boardTitle(board)}
          rows={board.rows}
          scale={board.scale}
          hasRule={board.hasRule}
          back={back}
          href={(row) => initiativeAddress(staff, row.initiative, fixed)}
        />
        {mayAny && (
          <p className="buttons">
            <button type="submit">この画面の評価を保存する</button>
            {board.proposable > 0 && (
              <button type="submit" name="accept" value="proposals" className="light">
                {`未決定の${countText(board.proposable)}件を判定案のとおりに決める`}
              </button>
            )}
          </p>
        )}
      </form>
      <Pager pages={pages} here={board.page} label="評価の頁" />
    </>
  )
}
