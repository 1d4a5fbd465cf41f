import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import { yearShort } from '../../../report/figures.ts'
import { ROUND_HEADERS, type RoundLine, roundLine } from '../../../report/round-board.ts'
import { roundWords } from '../../../report/wording-rounds.ts'
import { plansListed } from '../../../store/plan-family.ts'
import { itemCounts, roundsOf } from '../../../store/round.ts'
import { paths } from '../../paths.ts'
import { StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { RoundBadge } from './state-badges.tsx'

/** 照会の一覧 */
export async function rounds(staff: Staff): Promise<Response> {
  const { all, counts, plans } = await staff.store.reading(staff.code, async (db) => ({
    all: await roundsOf(db),
    counts: await itemCounts(db),
    plans: await plansListed(db),
  }))
  const lines = all.map((round) => roundLine(round, counts.get(round.id) ?? [], staff.standing.day))
  const planOf = ({ round }: RoundLine): string =>
    plans.find((one) => one.family === round.family && one.plan === (round.plan as string))?.title ?? ''
  return staff.show(<RoundsPage staff={staff} lines={lines} planOf={planOf} hasPlan={plans.length > 0} />)
}

/** Where a plan can come from, so that nobody has to look for it. */
export const NoPlan = ({ staff }: { staff: Staff }): ReactNode => (
  <p>
    {roundWords.noPlan} <a href={paths.staff.plans(staff.code)}>計画と取組</a>　<a href={paths.staff.imports(staff.code)}>文書の取込み</a>
  </p>
)

type Said = { staff: Staff; lines: RoundLine[]; planOf: (line: RoundLine) => string; hasPlan: boolean }

function RoundsPage({ staff, lines, planOf, hasPlan }: Said): ReactNode {
  const here = paths.staff.rounds(staff.code)
  return (
    <StaffFrame staff={staff} title={roundWords.rounds} crumbs={[{ name: roundWords.rounds, href: here }]}>
      <h1>{roundWords.rounds}</h1>
      {staff.may('round.manage') &&
        (hasPlan ? (
          <p>
            <a className="action" href={paths.staff.newRound(staff.code)}>
              {roundWords.newRound}
            </a>
          </p>
        ) : (
          <NoPlan staff={staff} />
        ))}
      <Table
        caption="照会の一覧"
        rows={lines}
        keyOf={({ round }) => round.id}
        none={roundWords.none}
        columns={[
          {
            header: '照会',
            names: true,
            cell: (line) => (
              <>
                <a href={paths.staff.round(staff.code, line.round.id)}>{line.round.title}</a>
                <small>{planOf(line)}</small>
              </>
            ),
          },
          { header: '年度', cell: ({ round }) => yearShort(round.fiscalYear) },
          { header: '状況', cell: ({ state }) => <RoundBadge state={state} /> },
          { header: '課の提出期限', cell: ({ due }) => due },
          ...ROUND_HEADERS.map((header, place) => ({
            header,
            numeric: true,
            cell: ({ counts }: RoundLine) => counts[place]?.text,
          })),
        ]}
      />
    </StaffFrame>
  )
}
