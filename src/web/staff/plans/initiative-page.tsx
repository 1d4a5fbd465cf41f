import type { ReactNode } from 'react'
import type { Indicator, Initiative, Part } from '../../../reform/record.ts'
import type { PlanChange } from '../../../reform/report-content.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { changedThing, formerText } from '../../../report/former-values.ts'
import { numbered } from '../../../report/initiative-sheet.ts'
import { planWords, sectionTitles } from '../../../report/wording-plans.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { EditFormView } from './edit-fields.tsx'
import { Facts } from './facts.tsx'
import { StateNotice } from './form-page.tsx'
import { IndicatorFacts } from './indicator-facts.tsx'
import { Changes } from './initiative-changes.tsx'
import { formOf, indicatorsOfInitiative, type Section } from './initiative-editing.tsx'
import { Reports } from './initiative-reports.tsx'
import { crumbsOf, planTitle } from './plan-serving.tsx'
import { type FormState, familyOf } from './serve-edit.tsx'
import { AnswersToday, Unregistered } from './unregistered.tsx'

/** 開いている様式 — at most one section of the page is a form; the others are read. */
export type Open = { section: Section; thing: string; state: FormState }
type At = {
  staff: Staff
  record: StoredRecord
  it: Initiative
  open: Open | null
  mayEdit: boolean
  changes: readonly PlanChange[]
  published: boolean
}
type Said = Omit<At, 'mayEdit'>

/** 取組の頁 — one page an initiative, in sections; each is edited in its place. */
export function InitiativePage(said: Said): ReactNode {
  const { staff, record, it, open } = said
  const at: At = { ...said, mayEdit: staff.may('plan.edit') }
  const { code } = staff
  const family = familyOf(staff)
  const name = numbered(it)
  const here = paths.staff.initiative(code, family, it.id)
  const done = staff.query('done')
  return (
    <StaffFrame
      staff={staff}
      title={open?.state.why ? `保存できません：${name}` : name}
      crumbs={[...crumbsOf(staff, planTitle(record.plans)), { name, href: here }]}
    >
      <h1>{name}</h1>
      {done !== '' && <Done>{done === 'removed' ? planWords.removed : planWords.saved}</Done>}
      {open?.state.why && (
        <p className="small">
          {/* the address of the form leads here; whoever stands at the top is shown the way */}
          <a href={`#${open.section}`}>保存できませんでした。理由と様式は「{sectionTitles[open.section]}」にあります。</a>
        </p>
      )}
      <Contents {...at} />
      <Own {...at} section="basics" />
      <Own {...at} section="sections" />
      <Parts {...at} />
      <Indicators {...at} />
      <Own {...at} section="effects" />
      <Own {...at} section="costs" />
      <Own {...at} section="marks" />
      <Own {...at} section="published" />
      <Reports staff={staff} reports={it.reports} />
      <Changes {...at} />
      <ul className="ways">
        <li>
          <a href={paths.staff.initiativeHistory(code, family, it.id)}>この取組の変更の記録</a>
        </li>
        <li>
          <a href={paths.staff.initiativeJudging(code, family, it.id)}>この取組の評価</a>
        </li>
        {at.mayEdit && (
          <li>
            <a href={paths.staff.planRemoval(code, family, it.id)}>この取組を削除する</a>
          </li>
        )}
      </ul>
    </StaffFrame>
  )
}

const ORDER = ['basics', 'sections', 'part', 'indicator', 'effects', 'costs', 'marks', 'published'] as const

function Contents({ it }: At): ReactNode {
  return (
    <nav aria-label="この頁の目次" className="contents">
      <ul className="ways">
        {ORDER.map((section) => (
          <li key={section}>
            <a href={`#${section}`}>{sectionTitles[section]}</a>
          </li>
        ))}
        {it.reports.length > 0 && (
          <li>
            <a href="#reports">年度ごとの報告</a>
          </li>
        )}
      </ul>
    </nav>
  )
}

const isOpen = ({ open }: At, section: Section, thing: string): boolean => open?.section === section && open.thing === thing

/** The form of a section in its place. */
function OpenForm({ staff, it, open, published }: At): ReactNode {
  if (!open) return null
  const { state, section, thing } = open
  const here = paths.staff.initiative(staff.code, familyOf(staff), it.id)
  const records = section === 'basics' || section === 'sections' || section === 'part' || section === 'indicator'
  return (
    <>
      <StateNotice state={state} />
      <EditFormView
        action={`${paths.staff.initiativeEdit(staff.code, familyOf(staff), it.id, section)}#${section}`}
        id={section}
        form={state.form}
        typed={state.typed}
        faults={state.faults}
        basis={state.basis}
        cancel={`${here}#${section}`}
        hidden={{ thing }}
        reason={(published && records) || state.reason.required ? state.reason : null}
      />
    </>
  )
}

/** A link to the form; `named` tells apart those of several parts or indicators. */
function EditLink({
  at,
  section,
  thing,
  named,
  text = '直す',
}: {
  at: At
  section: Section
  thing: string
  named: string
  text?: string
}): ReactNode {
  if (!at.mayEdit) return null
  const here = paths.staff.initiative(at.staff.code, familyOf(at.staff), at.it.id)
  const asked = new URLSearchParams({ edit: section, ...(thing ? { thing } : {}) })
  return (
    <p className="edit-link">
      <a href={`${here}?${asked}#${section}`}>
        {text}
        <span className="unseen">{`：${named}`}</span>
      </a>
    </p>
  )
}

const KINDS: Partial<Record<Section, PlanChange['kind']>> = { basics: 'title', sections: 'section' }

function Own({ section, ...at }: At & { section: 'basics' | 'sections' | 'marks' | 'published' | 'effects' | 'costs' }): ReactNode {
  const said = formOf(section, at.it.id, '' as never)
  const former = at.changes.filter(({ kind, state }) => state === 'decided' && kind === KINDS[section])
  return (
    <section>
      <h2 id={section}>{sectionTitles[section]}</h2>
      {isOpen(at, section, '') ? (
        <OpenForm {...at} />
      ) : (
        <>
          <EditLink at={at} section={section} thing="" named={sectionTitles[section]} />
          <Facts form={said.form(at.record)} typed={said.drawn(at.record)} />
          {section === 'sections' && <AnswersToday staff={at.staff} sections={at.it.sections} />}
          {section === 'sections' && at.mayEdit && <Unregistered staff={at.staff} sections={at.it.sections} />}
        </>
      )}
      <Former changes={former} />
    </section>
  )
}

const Former = ({ changes }: { changes: readonly PlanChange[] }): ReactNode =>
  changes.map((change) => (
    <p key={change.id} className="small">
      {formerText(change)}
    </p>
  ))

function Parts(at: At): ReactNode {
  const { it } = at
  return (
    <section>
      <h2 id="part">{sectionTitles.part}</h2>
      {it.parts.length === 0 && !isOpen(at, 'part', '') && <p className="none">記載はありません。</p>}
      {it.parts.map((part, nth) => (
        <OnePart key={part.id} {...at} part={part} nth={nth} />
      ))}
      {isOpen(at, 'part', '') ? (
        <OpenForm {...at} />
      ) : (
        <EditLink
          at={at}
          section="part"
          thing=""
          named={sectionTitles.part}
          text={it.parts.length > 0 ? '部分を加える' : '取組内容と日程を書く'}
        />
      )}
    </section>
  )
}

function OnePart({ part, nth, ...at }: At & { part: Part; nth: number }): ReactNode {
  const title = part.title ?? (at.it.parts.length > 1 ? `部分${nth + 1}` : '取組内容と行動計画')
  const said = formOf('part', at.it.id, part.id)
  const names = new Set(part.activities.map(({ name }) => name))
  const former = at.changes.filter(
    ({ kind, state, of }) => state === 'decided' && kind === 'schedule' && names.has((of ?? '').replace(/@\d{4}$/, '')),
  )
  return (
    <section>
      <h3>{title}</h3>
      {isOpen(at, 'part', part.id) ? (
        <OpenForm {...at} />
      ) : (
        <>
          <EditLink at={at} section="part" thing={part.id} named={title} />
          <Facts form={said.form(at.record)} typed={said.drawn(at.record)} without={['title']} />
        </>
      )}
      {former.map((change) => (
        <p key={change.id} className="small">{`${changedThing(at.record, change)} ${formerText(change)}`}</p>
      ))}
      {at.mayEdit && <RemovalOf at={at} id={part.id} named={title} />}
    </section>
  )
}

const RemovalOf = ({ at, id, named }: { at: At; id: string; named: string }): ReactNode => (
  <p className="edit-link">
    <a href={paths.staff.planRemoval(at.staff.code, familyOf(at.staff), id)}>
      削除する<span className="unseen">{`：${named}`}</span>
    </a>
  </p>
)

function Indicators(at: At): ReactNode {
  const own = indicatorsOfInitiative(at.record, at.it)
  return (
    <section>
      <h2 id="indicator">{sectionTitles.indicator}</h2>
      {own.length === 0 && !isOpen(at, 'indicator', '') && <p className="none">記載はありません。</p>}
      {own.map((indicator) => (
        <OneIndicator key={indicator.id} {...at} indicator={indicator} />
      ))}
      {isOpen(at, 'indicator', '') ? (
        <OpenForm {...at} />
      ) : (
        <EditLink at={at} section="indicator" thing="" named={sectionTitles.indicator} text="指標を加える" />
      )}
    </section>
  )
}

function OneIndicator({ indicator, ...at }: At & { indicator: Indicator }): ReactNode {
  const said = formOf('indicator', at.it.id, indicator.id)
  return (
    <section>
      <h3>{indicator.name}</h3>
      {isOpen(at, 'indicator', indicator.id) ? (
        <OpenForm {...at} />
      ) : (
        <>
          <EditLink at={at} section="indicator" thing={indicator.id} named={indicator.name} />
          <IndicatorFacts
            indicator={indicator}
            form={said.form(at.record)}
            typed={said.drawn(at.record)}
            changes={at.changes.filter(({ state }) => state === 'decided')}
          />
        </>
      )}
      {at.mayEdit && <RemovalOf at={at} id={indicator.id} named={indicator.name} />}
    </section>
  )
}
