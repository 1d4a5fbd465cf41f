import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import { Table } from '../../../kit/table.tsx'
import { roundListCsv } from '../../../publish/round-list-csv.ts'
import { REPORT_STATES } from '../../../reform/report-state.ts'
import type { Round } from '../../../reform/round.ts'
import { isWithTheSection } from '../../../reform/successor-choice.ts'
import { countText } from '../../../report/figures.ts'
import { type ItemLine, itemLine } from '../../../report/round-item-lines.ts'
import { type ListAsked, type ListedItem, listAsked, listed, NONE, ROUND_LISTS } from '../../../report/round-lists.ts'
import { doneText, listNames, noOwnerName, roundWords } from '../../../report/wording-rounds.ts'
import { stateNames } from '../../../report/wording-staff-pages.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import { StateBadge } from '../reports/state-badge.tsx'
import type { Staff } from '../staff.ts'
import { itemsAddress, itemsCsvAddress } from './addresses.ts'
import { SelectField } from './fields.tsx'
import { OwnerForm, sectionsOffered } from './owner.tsx'
import { listedIn, withRound } from './round-of.tsx'

const askedOf = (staff: Staff): ListAsked => listAsked((name) => staff.query(name))

/** 数の裏の一覧 — the items that one number of the board counted. */
export const roundItems = (staff: Staff): Promise<Response> =>
  withRound(staff, listedIn(staff), (round, all) => staff.show(<ItemsPage staff={staff} round={round} all={all} asked={askedOf(staff)} />))

export const roundItemsCsv = (staff: Staff): Promise<Response> =>
  withRound(staff, listedIn(staff), (round, all) => {
    const asked = askedOf(staff)
    const name = `${round.title}_${nameOf(asked)}.csv`
    return staff.file(name, 'text/csv; charset=utf-8', roundListCsv(listed(all, asked).map(itemLine)))
  })

function nameOf({ list, section, department, state }: ListAsked): string {
  const said = (name: string | null): string | null => (name === NONE ? noOwnerName : name)
  return [said(department), said(section), state && stateNames[state], listNames[list]].filter(Boolean).join('・')
}

type Said = { staff: Staff; round: Round; all: readonly ListedItem[]; asked: ListAsked }

function ItemsPage({ staff, round, all, asked }: Said): ReactNode {
  const lines = listed(all, asked).map(itemLine)
  const title = nameOf(asked)
  const done = doneText(staff.query('done'))
  const crumbs = [
    { name: roundWords.rounds, href: paths.staff.rounds(staff.code) },
    { name: round.title, href: paths.staff.round(staff.code, round.id) },
    { name: roundWords.items, href: itemsAddress(staff.code, round.id, asked) },
  ]
  return (
    <StaffFrame staff={staff} title={`${title}｜${round.title}`} crumbs={crumbs}>
      <h1>
        {title}
        <span className="about">{round.title}</span>
      </h1>
      {done && (
        <Done>
          <p>{done}</p>
        </Done>
      )}
      <Filter staff={staff} round={round} all={all} asked={asked} />
      <p className="result" role="status">
        {`${countText(lines.length)}件`}
      </p>
      {lines.length > 0 && (
        <p>
          <a href={itemsCsvAddress(staff.code, round.id, asked)}>この一覧を CSV で保存する</a>
        </p>
      )}
      <ItemTable staff={staff} round={round} lines={lines} asked={asked} />
    </StaffFrame>
  )
}

function ItemTable({ staff, round, lines, asked }: Omit<Said, 'all'> & { lines: readonly ItemLine[] }): ReactNode {
  const manages = !round.closed && staff.may('round.manage')
  const sections = manages && asked.list === 'noOwner' ? sectionsOffered(staff) : []
  /** who may be chosen right in the line: of a divided section its heirs */
  const offeredTo = ({ item, heirs }: ItemLine): readonly string[] =>
    manages && asked.list === 'divided' ? heirs : item.section === null ? sections : []
  return (
    <Table
      caption={nameOf(asked)}
      captionUnseen
      rows={lines}
      keyOf={({ item }) => item.id}
      none="該当する報告はありません。"
      columns={[
        {
          header: '取組',
          names: true,
          wide: true,
          cell: ({ item, number, title, parts }) => (
            <>
              <a href={paths.staff.report(staff.code, item.id)}>{[number, title].filter(Boolean).join(' ')}</a>
              {parts && <small>{parts}</small>}
            </>
          ),
        },
        {
          header: '所管',
          cell: (line) => {
            const { item, section, department } = line
            const offered = offeredTo(line)
            if (offered.length > 0)
              return (
                <>
                  {item.section}
                  <OwnerForm staff={staff} round={round.id} item={item} sections={offered} list={asked.list} short />
                </>
              )
            return (
              <>
                {section}
                <small>{department}</small>
                {manages && isWithTheSection(item.state) && (
                  <small>
                    <a href={paths.staff.roundOwner(staff.code, round.id, item.id)}>
                      所管を変える<span className="unseen">{`：${item.sheet.title}`}</span>
                    </a>
                  </small>
                )}
              </>
            )
          },
        },
        { header: '状態', narrow: true, cell: ({ item }) => <StateBadge state={item.state} /> },
        {
          header: '提出',
          narrow: true,
          cell: ({ arrival, submitted }) => (
            <>
              {arrival}
              {submitted && <small>{submitted}</small>}
            </>
          ),
        },
        { header: '差戻し', numeric: true, cell: ({ returns }) => (returns > 0 ? `${countText(returns)}回` : '－') },
        {
          header: '確かめること',
          wide: true,
          cell: ({ notes }) =>
            notes.length > 0 && (
              <ul className="plain small">
                {inOrder(notes).map(({ key, it }) => (
                  <li key={key}>{it}</li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}

function Filter({ staff, round, all, asked }: Said): ReactNode {
  const names = (of: (one: ListedItem) => string | null) =>
    [...new Set(all.map(of))].map((name) => ({ value: name ?? NONE, name: name ?? noOwnerName }))
  return (
    <form className="filter" method="get" action={paths.staff.roundItems(staff.code, round.id)} aria-label="一覧の絞り込み">
      <SelectField
        name="list"
        label="一覧"
        value={asked.list}
        options={ROUND_LISTS.map((list) => ({ value: list, name: listNames[list] }))}
      />
      <SelectField
        name="department"
        label="部"
        value={asked.department ?? ''}
        empty="すべて"
        options={names(({ passage }) => passage.department)}
      />
      <SelectField name="section" label="課" value={asked.section ?? ''} empty="すべて" options={names(({ passage }) => passage.section)} />
      <SelectField
        name="state"
        label="状態"
        value={asked.state ?? ''}
        empty="すべて"
        options={REPORT_STATES.map((state) => ({ value: state, name: stateNames[state] }))}
      />
      <div className="buttons">
        <button type="submit">絞り込む</button>
        <a href={paths.staff.roundItems(staff.code, round.id)}>条件を消す</a>
      </div>
    </form>
  )
}
