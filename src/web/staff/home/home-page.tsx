import type { ReactNode } from 'react'
import { Scroll } from '../../../kit/table.tsx'
import type { Duties, Duty } from '../../../report/duties.ts'
import { countText } from '../../../report/figures.ts'
import type { FollowingDuties } from '../../../report/following-duties.ts'
import type { JudgingDuty } from '../../../report/judging-duties.ts'
import { homeWords } from '../../../report/wording-home.ts'
import type { NameOf } from '../../../report/wording-reports.ts'
import { staffWords } from '../../../report/wording-staff-pages.ts'
import { paths } from '../../paths.ts'
import { JudgingDutyList, judgingCards } from '../evaluation/home-duties.tsx'
import { FollowingDutyLists, followingCards } from '../following/home-duties.tsx'
import { StaffFrame } from '../frame.tsx'
import { MENU } from '../menu.ts'
import { DutyTable } from '../reports/list-page.tsx'
import type { Staff } from '../staff.ts'

export type HomeSaid = {
  staff: Staff
  duties: Duties
  /** changes of plan that wait for a decision, by plan */
  planChanges: readonly { family: string; title: string; count: number }[]
  /** decisions whose 予算反映 nobody has recorded yet, by plan */
  reflections: readonly { family: string; title: string; count: number }[]
  following: FollowingDuties
  /** initiatives whose report is in and which wait for this person's judgement */
  judging: readonly JudgingDuty[]
  nameOf: NameOf
}

type Group = { key: keyof Duties; href: string | null; linked: string }

/** The order is the urgency. */
function groupsFor(staff: Staff): Group[] {
  const reports = paths.staff.reports(staff.code)
  const reviews = paths.staff.reviews(staff.code)
  return [
    { key: 'returned', href: `${reports}?state=returned`, linked: '差し戻された報告の一覧' },
    { key: 'overdue', href: reports, linked: '「報告する」を開く' },
    { key: 'toWrite', href: reports, linked: '「報告する」を開く' },
    { key: 'approve', href: `${reviews}#approve`, linked: 'まとめて課長承認する' },
    { key: 'approveDepartment', href: `${reviews}#approveDepartment`, linked: 'まとめて部長承認する' },
    { key: 'accept', href: `${reviews}#accept`, linked: 'まとめて受理する' },
    { key: 'late', href: staff.may('round.read') ? paths.staff.rounds(staff.code) : reviews, linked: 'すべて見る' },
    { key: 'locked', href: null, linked: '' },
  ]
}

/** わたしの仕事 — what this person has to do, the most urgent first, and where else they may go. */
export function HomePage({ staff, duties, planChanges, reflections, following, judging, nameOf }: HomeSaid): ReactNode {
  const groups = groupsFor(staff).filter(({ key }) => duties[key].length > 0)
  const cards = [
    ...judgingCards(judging),
    ...followingCards(following),
    ...countCard('reflections', homeWords.reflections, reflections),
    ...countCard('planChanges', homeWords.planChanges, planChanges),
  ]
  const nothing = groups.length === 0 && cards.length === 0
  return (
    <StaffFrame staff={staff} title={staffWords.home}>
      <h1>{staffWords.home}</h1>
      {nothing ? <Nothing staff={staff} /> : <Summary groups={groups} duties={duties} after={cards} />}
      {groups.map((group) => (
        <DutyGroup key={group.key} staff={staff} group={group} duties={duties[group.key]} nameOf={nameOf} />
      ))}
      <JudgingDutyList staff={staff} duties={judging} />
      <FollowingDutyLists staff={staff} following={following} />
      <PlanCounts
        id="reflections"
        name={homeWords.reflections}
        plans={reflections}
        unit="件"
        href={(of) => paths.staff.reflections(staff.code, of)}
      />
      <PlanCounts
        id="planChanges"
        name={homeWords.planChanges}
        plans={planChanges}
        unit="件の提案"
        href={(of) => paths.staff.planChanges(staff.code, of)}
      />
      <Elsewhere staff={staff} />
    </StaffFrame>
  )
}

type PlanCountsSaid = { id: string; name: string; plans: HomeSaid['planChanges']; unit: string; href: (family: string) => string }

/** 計画ごとの件数 — each leading to the list of its plan. */
function PlanCounts({ id, name, plans, unit, href }: PlanCountsSaid): ReactNode {
  if (plans.length === 0) return null
  return (
    <section id={id}>
      <h2>{name}</h2>
      <ul>
        {plans.map(({ family, title, count }) => (
          <li key={family}>
            <a href={href(family)}>{`${title}：${countText(count)}${unit}`}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whoever registers people has no reports to write: on the first day this is the only page that says where to begin. */
const Nothing = ({ staff }: { staff: Staff }): ReactNode => (
  <>
    <p className="nothing">{homeWords.nothing}</p>
    {staff.may('account.manage') && <p>{homeWords.firstSteps}</p>}
  </>
)

type Card = { key: string; name: string; count: number }
function countCard(key: string, name: string, plans: readonly { count: number }[]): Card[] {
  const count = plans.reduce((sum, one) => sum + one.count, 0)
  return count > 0 ? [{ key, name, count }] : []
}
type SummarySaid = Pick<HomeSaid, 'duties'> & { groups: readonly Group[]; after: readonly Card[] }

/** Counts first: somebody with five minutes sees what to begin with. */
function Summary({ groups, duties, after }: SummarySaid): ReactNode {
  const cards = [...groups.map(({ key }) => ({ key: key as string, name: homeWords.groups[key], count: duties[key].length })), ...after]
  return (
    <ul className="counts">
      {cards.map(({ key, name, count }) => (
        <li key={key}>
          <a href={`#${key}`}>
            <span className="number">{`${countText(count)}件`}</span>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

const MOST_ROWS = 10

type GroupSaid = { staff: Staff; group: Group; duties: readonly Duty[]; nameOf: NameOf }

function DutyGroup({ staff, group, duties, nameOf }: GroupSaid): ReactNode {
  const name = homeWords.groups[group.key]
  const more = duties.length - MOST_ROWS
  return (
    <section id={group.key}>
      <h2>{`${name}（${countText(duties.length)}件）`}</h2>
      {group.key === 'locked' && <p className="quiet">{homeWords.lockedHelp}</p>}
      <Scroll label={name}>
        <DutyTable staff={staff} caption={name} duties={duties.slice(0, MOST_ROWS)} nameOf={nameOf} />
      </Scroll>
      <p>
        {more > 0 && `ほかに${countText(more)}件あります。`}
        {group.href && <a href={group.href}>{group.linked}</a>}
      </p>
    </section>
  )
}

/** ほかの画面 — an auditor and an administrator have no reports, and come here to go on. */
function Elsewhere({ staff }: { staff: Staff }): ReactNode {
  const items = MENU.flatMap((group) => group.items).filter(
    ({ needs, href }) => href(staff.code) !== paths.staff.home(staff.code) && (needs === 'signed-in' || staff.may(needs)),
  )
  return (
    <>
      <h2>{homeWords.elsewhere}</h2>
      <ul className="links">
        {items.map(({ name, href }) => (
          <li key={name}>
            <a href={href(staff.code)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
