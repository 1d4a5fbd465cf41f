import type { ReactNode } from 'react'
import { Definitions, Table } from '../../../kit/table.tsx'
import { OutlookChecks, OutlookLines, OutlookThresholds } from '../../../publish/site/outlook-content.tsx'
import type { FiscalOutlook, OutlookId } from '../../../reform/fiscal-outlook.ts'
import { basisOf } from '../../../reform/plan-edit.ts'
import { countText, dateText, periodText } from '../../../report/figures.ts'
import { outlookTable } from '../../../report/outlook-table.ts'
import { outlookBasisName } from '../../../report/wording-outlook.ts'
import { outlookStaffWords as words } from '../../../report/wording-outlook-staff.ts'
import { familiesWithEffects, markCounts, outlookById, outlooksOf } from '../../../store/fiscal-outlook.ts'
import { planFamilies } from '../../../store/plan-family.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'

type LinkedPlan = { family: string; title: string }
const plansIn = (staff: Staff) =>
  staff.store.reading(staff.code, async (db) => {
    const [families, withEffects] = [await planFamilies(db), await familiesWithEffects(db)]
    return families.filter(({ id }) => withEffects.has(id)).map(({ id, title }): LinkedPlan => ({ family: id, title }))
  })

/** 見通しの一覧 */
export async function showOutlooks(staff: Staff): Promise<Response> {
  const plans = await plansIn(staff)
  const { all, counts } = await staff.store.reading(staff.code, async (db) => ({ all: await outlooksOf(db), counts: await markCounts(db) }))
  const marked = (id: string): number => counts.filter(({ outlook }) => outlook === id).reduce((sum, { count }) => sum + count, 0)
  return staff.show(
    <StaffFrame staff={staff} title={words.title}>
      <h1>{words.title}</h1>
      {staff.query('done') === 'removed' && <Done>{words.removed}</Done>}
      <p>{words.lead}</p>
      {staff.may('outlook.manage') && (
        <p>
          <a className="action" href={paths.staff.newOutlook(staff.code)}>
            {words.newOutlook}
          </a>
        </p>
      )}
      <Table
        caption="財政見通しの版（新しい順）"
        none={words.none}
        rows={all}
        keyOf={({ id }) => id}
        columns={[
          { header: '題名', names: true, cell: ({ id, title }) => <a href={paths.staff.outlook(staff.code, id)}>{title}</a> },
          { header: '策定の日', cell: ({ madeOn }) => dateText(madeOn) },
          { header: '期間', cell: ({ period }) => periodText(period) },
          { header: '判定した効果額', numeric: true, cell: ({ id }) => `${countText(marked(id))}件` },
          { header: '突き合わせる', wide: true, cell: ({ id }) => <PlanLinks staff={staff} id={id} plans={plans} /> },
        ]}
      />
    </StaffFrame>,
  )
}

function PlanLinks({ staff, id, plans }: { staff: Staff; id: string; plans: readonly LinkedPlan[] }): ReactNode {
  if (plans.length === 0) return <span className="none">効果額のある計画がありません</span>
  return (
    <ul className="plain">
      {plans.map(({ family, title }) => (
        <li key={family}>
          <a href={paths.staff.reconciliation(staff.code, family, id)}>{title}</a>
        </li>
      ))}
    </ul>
  )
}

/** 一つの見通しの頁 */
export async function showOutlook(staff: Staff): Promise<Response> {
  const id = staff.param('id') as OutlookId
  const outlook = await staff.store.reading(staff.code, (db) => outlookById(db, id))
  if (!outlook) return refused(staff, words.notFound, 404)
  const plans = await plansIn(staff)
  const table = outlookTable(outlook)
  return staff.show(
    <StaffFrame
      staff={staff}
      title={outlook.title}
      crumbs={[
        { name: words.title, href: paths.staff.outlooks(staff.code) },
        { name: outlook.title, href: paths.staff.outlook(staff.code, id) },
      ]}
    >
      <h1>{outlook.title}</h1>
      {staff.query('done') === 'kept' && <Done>{words.saved}</Done>}
      <Definitions items={factsOf(outlook)} />
      <section>
        <h2>計画の効果額と突き合わせる</h2>
        <PlanLinks staff={staff} id={id} plans={plans} />
      </section>
      <section>
        <h2>見通しの内容</h2>
        <OutlookLines table={table} />
        <OutlookChecks table={table} />
        {outlook.note && <p className="as-typed">{outlook.note}</p>}
      </section>
      <OutlookThresholds table={table} />
      {staff.may('outlook.manage') && <Acts staff={staff} outlook={outlook} />}
    </StaffFrame>,
  )
}

const factsOf = (outlook: FiscalOutlook): [string, string][] => [
  ['期間', periodText(outlook.period)],
  ['策定の日', dateText(outlook.madeOn)],
  ['金額の別', outlookBasisName[outlook.basis]],
  ['出典', outlook.document ? `${outlook.document.name}（SHA-256 ${outlook.document.sha256.slice(0, 16)}…）` : '画面で入力'],
]

function Acts({ staff, outlook }: { staff: Staff; outlook: FiscalOutlook }): ReactNode {
  const { id } = outlook
  return (
    <section>
      <h2>この見通しを直す・取り消す</h2>
      <p>
        <a href={paths.staff.outlookEdit(staff.code, id)}>{words.edit}</a>
      </p>
      <form method="post" action={paths.staff.outlookRemoval(staff.code, id)}>
        <input type="hidden" name="basis" value={basisOf(outlook)} />
        <button type="submit" className="second">
          この見通しを取り消す
        </button>
      </form>
    </section>
  )
}
