import type { ReactNode } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import { Table } from '../../../kit/table.tsx'
import type { CarryOver } from '../../../reform/carry-over.ts'
import type { RecordId } from '../../../reform/record-id.ts'
import { periodText } from '../../../report/figures.ts'
import { carryOverRefusalText, carryOverWords as words } from '../../../report/wording-carry-over.ts'
import { carryOversOf } from '../../../store/carry-over.ts'
import { loadOutline, type PlanOutline } from '../../../store/record-excerpt.ts'
import { startCarryOver } from '../../../workflows/start-carry-over.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import { crumbsOf, planTitle } from '../plans/plan-serving.tsx'
import { familyOf, noPlan } from '../plans/serve-edit.tsx'
import { textOf } from '../plans/typed.ts'
import type { Staff } from '../staff.ts'

const FIELDS = ['phase', 'title', 'kind', 'from', 'to', 'prefill'] as const
type StartTyped = Record<(typeof FIELDS)[number], string>
const EMPTY: StartTyped = { phase: '', title: '', kind: '', from: '', to: '', prefill: '' }

export const showCarryOvers = (staff: Staff): Promise<Response> => page(staff, EMPTY, null, 200)

/** 引継ぎを始める */
export async function takeStart(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const typed = Object.fromEntries(FIELDS.map((name) => [name, textOf(data, name).slice(0, 500)])) as StartTyped
  const said = { ...typed, phase: typed.phase as RecordId, prefill: typed.prefill !== '' }
  const done = await startCarryOver(staff.store, familyOf(staff), said, staff.act('plan.renew'))
  if (done.ok) return staff.go(paths.staff.carryOver(staff.code, familyOf(staff), done.value.id))
  return page(staff, typed, carryOverRefusalText(done.problem), done.problem.kind === 'start-faults' ? 422 : 409)
}

async function page(staff: Staff, typed: StartTyped, why: string | null, status: 200 | 409 | 422): Promise<Response> {
  const family = familyOf(staff)
  const seen = await staff.store.reading(staff.code, async (db) => ({
    outline: await loadOutline(db, family),
    papers: await carryOversOf(db, family),
  }))
  const { outline, papers } = seen
  if (!outline) return noPlan(staff)
  return staff.show(
    <StaffFrame
      staff={staff}
      title={why ? `始められません：${words.list}` : words.list}
      crumbs={[...crumbsOf(staff, planTitle(outline.plans)), { name: words.list, href: paths.staff.carryOvers(staff.code, family) }]}
    >
      <h1>{words.list}</h1>
      {staff.query('done') === 'removed' && <Done>{words.removed}</Done>}
      {why && (
        <Refusal>
          <p>{why}</p>
        </Refusal>
      )}
      <p>{words.intro}</p>
      <Papers staff={staff} papers={papers} outline={outline} />
      <StartForm staff={staff} outline={outline} papers={papers} typed={typed} />
    </StaffFrame>,
    status,
  )
}

type Shown = { staff: Staff; papers: readonly CarryOver[]; outline: PlanOutline }

function Papers({ staff, papers, outline }: Shown): ReactNode {
  const titleOf = (id: string): string => outline.plans.find((plan) => plan.id === id)?.title ?? '（削除された計画）'
  const decided = ({ rows }: CarryOver): number => rows.filter(({ decision }) => decision !== null).length
  return (
    <Table
      caption="引継ぎの一覧"
      none={words.none}
      rows={papers}
      keyOf={({ id }) => id}
      columns={[
        {
          header: '新しい期',
          names: true,
          cell: (paper) => <a href={paths.staff.carryOver(staff.code, familyOf(staff), paper.id)}>{paper.title}</a>,
        },
        { header: '計画期間', cell: ({ period }) => periodText(period) },
        { header: '終わる期', cell: ({ from }) => titleOf(from) },
        { header: '決めた取組', cell: (paper) => `${paper.rows.length}件中${decided(paper)}件` },
        {
          header: '状態',
          narrow: true,
          cell: ({ state }) => (state === 'applied' ? <Badge tone="achieved">作成済</Badge> : <Badge tone="pending">検討中</Badge>),
        },
      ]}
    />
  )
}

function StartForm({ staff, outline, papers, typed }: Shown & { typed: StartTyped }): ReactNode {
  const begun = new Set(papers.map(({ from }) => from))
  const root = outline.plans.find(({ parent }) => parent === null)?.id
  const count = (id: string): number => outline.initiatives.filter(({ plan }) => (plan ?? root) === id).length
  const phases = outline.plans.filter(({ id }) => !begun.has(id) && count(id) > 0)
  if (phases.length === 0) return <p className="none">引継ぎを始められる計画はありません。取組のある計画は、すべて引継ぎを始めています。</p>
  return (
    <section>
      <h2>{words.start}</h2>
      <p>{words.startHelp}</p>
      <form method="post" action={paths.staff.carryOvers(staff.code, familyOf(staff))} className="edit">
        <p className="field">
          <label htmlFor="phase">終わる期（必須）</label>
          <select id="phase" name="phase" defaultValue={typed.phase || phases.at(-1)?.id}>
            {phases.map(({ id, title }) => (
              <option key={id} value={id}>{`${title}（取組${count(id)}件）`}</option>
            ))}
          </select>
        </p>
        <PhaseFields typed={typed} />
        <p className="consent">
          <input type="checkbox" id="prefill" name="prefill" defaultChecked={typed.prefill !== ''} aria-describedby="prefill-help" />{' '}
          <label htmlFor="prefill">{words.prefill}</label> <small id="prefill-help">{words.prefillHelp}</small>
        </p>
        <button type="submit">{words.start}</button>
      </form>
    </section>
  )
}

/** 新しい期の名称・種類・期間 — where it is begun, and where that is mended. */
export function PhaseFields({ typed }: { typed: { title: string; kind: string; from: string; to: string } }): ReactNode {
  const field = (name: 'title' | 'kind' | 'from' | 'to', label: string, required = true) => (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} defaultValue={typed[name]} required={required} className={name === 'title' ? undefined : 'short'} />
    </p>
  )
  return (
    <>
      {field('title', '新しい期の名称（必須）')}
      {field('kind', '種類（実施計画、アクションプランなど）', false)}
      {field('from', '計画期間の初めの年度（必須。令和10年度、2028 など）')}
      {field('to', '計画期間の終わりの年度（必須）')}
    </>
  )
}
