import { staffWords } from '../../report/wording-staff-pages.ts'
import { paths } from '../paths.ts'
import { Refusal, StaffFrame } from './frame.tsx'
import type { Staff } from './staff.ts'

/** 断りの頁 — one sentence: what was found and what to do. */
export function refused(staff: Staff, text: string, status: 403 | 404 | 409): Response {
  return staff.show(
    <StaffFrame staff={staff} title={staffWords.refused}>
      <h1>{staffWords.refused}</h1>
      <Refusal>
        <p>{text}</p>
      </Refusal>
      <p>
        <a href={paths.staff.home(staff.code)}>{staffWords.backHome}</a>
      </p>
    </StaffFrame>,
    status,
  )
}
