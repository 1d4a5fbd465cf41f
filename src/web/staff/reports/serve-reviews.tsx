import { STEPS } from '../../../reform/report-steps.ts'
import type { RoundItemId } from '../../../reform/round.ts'
import { dutiesOf, REVIEW_STEPS, type ReviewStep, reviewsFor, waitingFor } from '../../../report/duties.ts'
import { reportRefusalText } from '../../../report/wording-reports.ts'
import { takeSteps } from '../../../workflows/take-step.ts'
import { paths } from '../../paths.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { workOf } from './gathering.ts'
import { titleOf } from './heading.tsx'
import { BulkResultPage, ReviewsPage } from './reviews-page.tsx'

const reviewStep = (name: string): ReviewStep | null => REVIEW_STEPS.find((step) => step === name) ?? null
const MOST_ITEMS = 2000

export async function showReviews(staff: Staff): Promise<Response> {
  const work = await workOf(staff)
  const [, step = '', count = ''] = /^(\w+)-(\d{1,5})$/.exec(staff.query('done')) ?? []
  const named = reviewStep(step)
  return staff.show(
    <ReviewsPage
      staff={staff}
      waiting={reviewsFor(work)}
      late={dutiesOf(work).late}
      nameOf={work.nameOf}
      done={named && { step: named, count: Number(count) }}
      all={staff.query('all')}
    />,
  )
}

/** まとめて承認・受理する — each report in the version in which it stood on the list. */
export async function serveBulkStep(staff: Staff): Promise<Response> {
  const step = reviewStep(staff.param('step'))
  if (!step) return refused(staff, reportRefusalText({ kind: 'not-found', id: staff.param('step') }), 404)
  const versions = versionsIn(await staff.c.req.formData())
  if (versions.size === 0) return refused(staff, '報告が選ばれていません。一覧に戻って、進める報告を選んでください。', 409)
  const { done, refused: not } = await takeSteps(staff.store, step, [...versions.keys()], { versions }, staff.act(STEPS[step].right))
  if (not.length === 0) return staff.go(`${paths.staff.reviews(staff.code)}?done=${step}-${done.length}`)
  const { nameOf } = await workOf(staff)
  return staff.show(<BulkResultPage staff={staff} step={step} done={done.length} refused={not} nameOf={nameOf} />, 409)
}

/** «<item>@<version>» */
function versionsIn(form: FormData): Map<RoundItemId, number> {
  const found = new Map<RoundItemId, number>()
  for (const said of form.getAll('items').slice(0, MOST_ITEMS)) {
    const [, id, version] = /^([\w-]{1,60})@(\d{1,9})$/.exec(String(said)) ?? []
    if (id) found.set(id as RoundItemId, Number(version))
  }
  return found
}

/** The next report that waits for this person, after one was dealt with. */
export async function nextWaiting(staff: Staff, after: RoundItemId): Promise<{ title: string; id: string } | null> {
  if (!staff.may('report.return')) return null
  const waiting = waitingFor(await workOf(staff))
  const next = REVIEW_STEPS.flatMap((step) => waiting[step]).find(({ item }) => item.id !== after)
  return next ? { title: titleOf(next.item.sheet), id: next.item.id } : null
}
