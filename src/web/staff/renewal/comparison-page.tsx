import type { ReactNode } from 'react'
import { ComparedPillarTable, ComparisonSummary } from '../../../publish/site/comparison-view.tsx'
import { editionComparison } from '../../../report/edition-comparison.ts'
import { dateText } from '../../../report/figures.ts'
import { comparisonWords as words } from '../../../report/wording-comparison.ts'
import { type Compared, compareEditions, TODAY } from '../../../workflows/compare-editions.ts'
import { paths } from '../../paths.ts'
import { StaffFrame } from '../frame.tsx'
import { crumbsOf } from '../plans/plan-serving.tsx'
import { familyOf, noPlan, noThing } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'

/** 版の比較の頁 — any two editions of the plan, or one and the plan as it stands today. */
export async function showComparison(staff: Staff): Promise<Response> {
  const asked = { before: staff.query('before'), after: staff.query('after') }
  const found = await compareEditions(staff.store, staff.code, familyOf(staff), asked)
  if (!found) return noPlan(staff)
  if (found.heads.length > 0 && !found.sides) return noThing(staff)
  const action = paths.staff.editionComparison(staff.code, familyOf(staff))
  return staff.show(
    <StaffFrame staff={staff} title={words.title} crumbs={[...crumbsOf(staff, found.title), { name: words.title, href: action }]}>
      <h1>{words.title}</h1>
      {found.sides === null ? (
        <p className="none">{words.noEdition}</p>
      ) : (
        <>
          <p>{words.lead}</p>
          <Choice action={action} found={found} />
          <Comparison staff={staff} sides={found.sides} />
        </>
      )}
    </StaffFrame>,
  )
}

function Choice({ action, found }: { action: string; found: Compared }): ReactNode {
  const chosen = (number: number | null | undefined): string => (number === null || number === undefined ? TODAY : String(number))
  const { before, after } = found.sides ?? {}
  return (
    <form method="get" action={action} className="filter">
      <Side name="before" label={words.before} found={found} chosen={chosen(before?.number)} />
      <Side name="after" label={words.after} found={found} chosen={chosen(after?.number)} />
      <p>
        <button type="submit">{words.compare}</button>
      </p>
    </form>
  )
}

function Side({ name, label, found, chosen }: { name: string; label: string; found: Compared; chosen: string }): ReactNode {
  return (
    <p>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen}>
        <option value={TODAY}>{words.today}</option>
        {found.heads.map((head) => (
          <option key={head.number} value={head.number}>
            {`第${head.number}版（${dateText(head.publishedAt.toISOString().slice(0, 10))}）`}
          </option>
        ))}
      </select>
    </p>
  )
}

function Comparison({ staff, sides }: { staff: Staff; sides: NonNullable<Compared['sides']> }): ReactNode {
  const comparison = editionComparison(sides.before, sides.after)
  // an edition may name an initiative that the plan of today no longer has: then there is nowhere to go
  const linkTo = sides.after.number === null ? (id: string) => paths.staff.initiative(staff.code, familyOf(staff), id) : null
  return (
    <>
      <ComparisonSummary comparison={comparison} />
      <h2>{words.sideBySide}</h2>
      {comparison.pillars.map((pillar) => (
        <ComparedPillarTable key={pillar.id} comparison={comparison} pillar={pillar} linkTo={linkTo} />
      ))}
    </>
  )
}
