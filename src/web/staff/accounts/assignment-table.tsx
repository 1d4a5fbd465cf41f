import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import type { Assignment } from '../../../reform/account.ts'
import { accountWords } from '../../../report/wording-accounts.ts'
import { roleNames } from '../../../report/wording-staff-pages.ts'
import { addDays, type Day, dayName } from '../../../vocabulary/calendar-day.ts'

type Said = { caption: string; assignments: readonly Assignment[]; day: Day; dayName?: string }

/** 役割の表 — the last day is said, as on an order of appointment, and not the first day without. */
export function AssignmentTable({ caption, assignments, day, dayName: header = '今' }: Said): ReactNode {
  return (
    <Table
      caption={caption}
      rows={assignments}
      none="役割はまだありません。"
      keyOf={(_, nth) => String(nth)}
      columns={[
        { header: '役割', names: true, cell: ({ role }) => roleNames[role] },
        { header: '所属', cell: ({ section }) => section ?? accountWords.everywhere },
        { header: '始まる日', cell: ({ from }) => dayName(from) },
        { header: '最後の日', cell: ({ to }) => (to === null ? '定めなし' : dayName(addDays(to, -1))) },
        { header, cell: (one) => standsNow(one, day) },
      ]}
    />
  )
}

function standsNow({ from, to }: Assignment, day: Day): string {
  if (day < from) return 'これから'
  return to !== null && to <= day ? '終わった' : '就いている'
}
