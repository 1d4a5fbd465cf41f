import type { ReactNode } from 'react'
import { dutyLines } from '../../../report/outbox-board.ts'
import { sectionText } from '../../../report/wording-mail.ts'
import { outboxWords } from '../../../report/wording-outbox.ts'
import { type Day, dayName, parseDay } from '../../../vocabulary/calendar-day.ts'
import { workingDaysFrom } from '../../../vocabulary/working-day.ts'
import { digestsOn, type PlannedDigest } from '../../../workflows/remind.ts'
import { paths } from '../../paths.ts'
import { StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'

/** 督促の下見 — of the next working day, or of a day that is asked for. */
export async function preview(staff: Staff): Promise<Response> {
  const asked = parseDay(staff.query('day'))
  const day = asked.ok ? asked.value : workingDaysFrom(staff.standing.day, 1)
  return staff.show(<PreviewPage staff={staff} day={day} planned={await digestsOn(staff.store, staff.code, day)} />)
}

function PreviewPage({ staff, day, planned }: { staff: Staff; day: Day; planned: PlannedDigest[] }): ReactNode {
  const { code } = staff
  const here = paths.staff.outboxPreview(code)
  const crumbs = [
    { name: outboxWords.title, href: paths.staff.outbox(code) },
    { name: outboxWords.previewTitle, href: here },
  ]
  return (
    <StaffFrame staff={staff} title={`${dayName(day)}の${outboxWords.previewTitle}`} crumbs={crumbs}>
      <h1>
        {outboxWords.previewTitle} <small>{dayName(day)}</small>
      </h1>
      <p>{outboxWords.previewLead}</p>
      <form method="get" action={here} className="inline asked-day">
        <div className="field">
          <label htmlFor="day">別の日を見る</label>
          <input id="day" name="day" type="date" className="short" defaultValue={day} />
        </div>
        <button type="submit" className="second">
          見る
        </button>
      </form>
      {planned.length === 0 ? (
        <p className="none">{outboxWords.previewNone}</p>
      ) : (
        <>
          <h2>{`作る督促　${planned.length}通`}</h2>
          {planned.map((one) => (
            <Planned key={one.letter.id} staff={staff} planned={one} />
          ))}
        </>
      )}
    </StaffFrame>
  )
}

const Planned = ({ staff, planned: { person, duties, letter } }: { staff: Staff; planned: PlannedDigest }): ReactNode => (
  <details className="planned">
    <summary>
      {[sectionText(person, letter.day, staff.standing.sections), person.name].filter(Boolean).join('　')}
      {person.mail === null && outboxWords.noAddress}
      <small>{dutyLines(duties).join('、')}</small>
    </summary>
    <p>
      件名：<strong>{letter.subject}</strong>
    </p>
    <pre className="letter">{letter.body}</pre>
  </details>
)
