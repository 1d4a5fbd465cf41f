import type { ReactNode } from 'react'
import type { Initiative } from '../../../reform/record.ts'
import { followingRefusalText, followingWords as words } from '../../../report/wording-following.ts'
import type { Reader } from '../../../store/handles.ts'
import { loadOutline, type PlanOutline } from '../../../store/record-excerpt.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import { crumbsOf, planTitle } from '../plans/plan-serving.tsx'
import { familyOf, noPlan } from '../plans/serve-edit.tsx'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'

export const notFound = (staff: Staff): Response => refused(staff, followingRefusalText({ kind: 'not-found' }), 404)
export const notAllowed = (staff: Staff): Response => refused(staff, followingRefusalText({ kind: 'not-allowed' }), 403)

/** One reading for a page: the outline of the plan and what the page asks beside it; null where there is no such plan. */
export async function gathered<T>(staff: Staff, ask: (db: Reader) => Promise<T>): Promise<(T & { outline: PlanOutline }) | null> {
  return staff.store.reading(staff.code, async (db) => {
    const outline = await loadOutline(db, familyOf(staff))
    return outline && { ...(await ask(db)), outline }
  })
}
export { familyOf, noPlan }

export const hrefsOf = (staff: Staff) => (id: string) => paths.staff.initiative(staff.code, familyOf(staff), id)

export const initiativeIn = (outline: PlanOutline, id: string | null): PlanOutline['initiatives'][number] | null =>
  outline.initiatives.find((it) => (it.id as string) === id) ?? null
export const sectionsIn = (outline: PlanOutline, id: string | null): Initiative['sections'] | null =>
  initiativeIn(outline, id)?.sections ?? null

type Said = {
  staff: Staff
  plans: PlanOutline['plans']
  title: string
  /** the page above this one inside of the slice */
  above?: { name: string; href: string }
  here: string
  why?: string | null
  done?: string | null
  children: ReactNode
}

/** 意見・改善・予算反映の頁の枠 — the lists of the slice stand as ways beside each other. */
export function FollowingFrame({ staff, plans, title, above, here, why, done, children }: Said): ReactNode {
  const family = familyOf(staff)
  const hub = { name: words.hub, href: paths.staff.following(staff.code, family) }
  const own = { name: title, href: here }
  const crumbs = [...crumbsOf(staff, planTitle(plans)), ...(here === hub.href ? [] : [hub]), ...(above ? [above] : []), own]
  return (
    <StaffFrame staff={staff} title={why ? `できません：${title}` : title} crumbs={crumbs}>
      <h1>{title}</h1>
      {done && <Done>{done}</Done>}
      {why && (
        <Refusal>
          <p>{why}</p>
        </Refusal>
      )}
      {!above && <Lists staff={staff} here={here} />}
      {children}
    </StaffFrame>
  )
}

export const listsOf = (staff: Staff): { name: string; href: string }[] => {
  const [code, family] = [staff.code, familyOf(staff)]
  return [
    { name: words.opinions, href: paths.staff.opinions(code, family) },
    { name: words.improvements, href: paths.staff.improvements(code, family) },
    { name: words.reflections, href: paths.staff.reflections(code, family) },
    { name: words.retirement, href: paths.staff.retirement(code, family) },
    { name: words.resultsAndCost, href: paths.staff.resultsAndCost(code, family) },
  ]
}

function Lists({ staff, here }: { staff: Staff; here: string }): ReactNode {
  return (
    <nav aria-label={words.hub}>
      <ul className="ways">
        {listsOf(staff).map(({ name, href }) => (
          <li key={href}>
            <a href={href} aria-current={href === here ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What was done before this page was opened, by the word in its address. */
export const doneIn = (staff: Staff): string | null => {
  const said = staff.query('done')
  return said === '' ? null : said === 'removed' ? words.removed : words.saved
}

/** 年度を選ぶ — a plain GET form over the years that there are. */
export function YearChoice({
  action,
  years,
  chosen,
}: {
  action: string
  years: readonly { year: number; name: string }[]
  chosen: number
}): ReactNode {
  if (years.length < 2) return null
  return (
    <form method="get" action={action} className="filter" aria-label="年度を選ぶ">
      <div>
        <label htmlFor="year">年度</label>
        <select id="year" name="year" defaultValue={String(chosen)}>
          {years.map(({ year, name }) => (
            <option key={year} value={year}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="buttons">
        <button type="submit">表示する</button>
      </div>
    </form>
  )
}
