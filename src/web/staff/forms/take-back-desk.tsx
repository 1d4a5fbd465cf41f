import type { RoundId } from '../../../reform/round.ts'
import type { TakeBackChoices, TakeBackId } from '../../../reform/take-back.ts'
import { takeBackSheet } from '../../../report/take-back-sheet.ts'
import { reportRefusalText } from '../../../report/wording-reports.ts'
import { cannotTakeBackText, takeBackWords } from '../../../report/wording-take-back.ts'
import { namesOf } from '../../../store/account.ts'
import { roundById, roundsOf } from '../../../store/round.ts'
import { fileBytes, filesOf, readingOf, takeBackById, takeBacksOf } from '../../../store/take-back.ts'
import { oneLine } from '../../../vocabulary/one-line.ts'
import { type CannotDecide, decideOnTakeBack, discardTakeBack } from '../../../workflows/decide-take-back.ts'
import { mayOpen, takeBackNow } from '../../../workflows/look-at-take-back.ts'
import { startTakeBack, TAKE_BACK_LIMITS } from '../../../workflows/start-take-back.ts'
import { paths } from '../../paths.ts'
import { refused } from '../refused.tsx'
import type { Staff } from '../staff.ts'
import { beginReading, isReading } from './readings.ts'
import { DecidedPage, DiscardedPage, PendingPage, ReadingPage } from './take-back-page.tsx'
import { TakeBacksPage } from './take-backs-page.tsx'

/** The files, and room for what a form writes around each of them. */
export const LARGEST_BATCH = TAKE_BACK_LIMITS.together + 2_000_000
const SECONDS_BETWEEN = 2

const idOf = (staff: Staff): TakeBackId => staff.param('id') as TakeBackId
const noSuch = (staff: Staff): Response => refused(staff, takeBackWords.noSuchTakeBack, 404)
const broken = (staff: Staff) => (error: unknown) =>
  (staff.options.log ?? console.error)(`様式の回収：${oneLine(error instanceof Error ? (error.stack ?? error.message) : String(error))}`)

export async function showTakeBacks(staff: Staff, why: string | null = null, chosen: string | null = null): Promise<Response> {
  const { rounds, earlier, names } = await staff.store.reading(staff.code, async (db) => ({
    rounds: await roundsOf(db),
    earlier: await takeBacksOf(db),
    names: await namesOf(db),
  }))
  const lines = earlier
    .filter((one) => mayOpen(staff.standing, one))
    .map((one) => ({
      ...one,
      roundTitle: rounds.find(({ id }) => id === one.round)?.title ?? '',
      byName: names.get(one.takenBy) ?? one.takenBy,
    }))
  const open = rounds.filter(({ closed }) => !closed)
  const asked = staff.query('round') || chosen
  return staff.show(
    <TakeBacksPage staff={staff} rounds={open.length > 0 ? open : rounds} chosen={asked} earlier={lines} why={why} />,
    why === null ? 200 : 422,
  )
}

export async function handIn(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const round = String(form.get('round') ?? '') as RoundId
  const files = form
    .getAll('files')
    .filter((file): file is File => typeof file !== 'string' && (file.size > 0 || file.name !== ''))
    .map((file) => ({ name: file.name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) }))
  const act = staff.act('form.take', '様式の回収')
  const started = await startTakeBack(staff.store, { round, files }, act)
  if (!started.ok) return showTakeBacks(staff, cannotTakeBackText(started.problem), round)
  beginReading(staff.store, started.value, act, broken(staff))
  return staff.go(paths.staff.takeBack(staff.code, started.value))
}

/** What a refused decision brings back: the reasons, and what had been chosen. */
type Refused = { why: string[]; choices: TakeBackChoices; rest: boolean; status: 409 | 422 }

export async function showTakeBack(staff: Staff, after: Refused | null = null): Promise<Response> {
  const id = idOf(staff)
  const seen = await staff.store.reading(staff.code, async (db) => {
    const takeBack = await takeBackById(db, id)
    if (!takeBack || !mayOpen(staff.standing, takeBack)) return null
    const names = await namesOf(db)
    const isCompared = takeBack.state === 'pending' || takeBack.state === 'decided'
    const now = isCompared ? await takeBackNow(db, id, staff.standing) : null
    const round = now?.round ?? (await roundById(db, takeBack.round))
    const reading = takeBack.state === 'reading' ? await readingOf(db, id) : null
    const files = takeBack.state === 'discarded' ? (await filesOf(db, id)).map(({ name }) => name) : []
    return { takeBack, now, names, reading, files, roundTitle: round?.title ?? '' }
  })
  if (!seen) return noSuch(staff)
  const { takeBack, now, reading, names, files, roundTitle } = seen
  const said = { staff, takeBack, roundTitle }
  if (reading) {
    const here = isReading(staff.store, id)
    if (here) staff.c.header('refresh', String(SECONDS_BETWEEN))
    return staff.show(<ReadingPage {...said} reading={reading} here={here} />)
  }
  if (!now) return staff.show(<DiscardedPage {...said} files={files} />)
  const sheet = takeBackSheet(now.comparison, takeBack.outcome?.choices ?? after?.choices ?? {})
  if (takeBack.state === 'decided') {
    const byName = names.get(takeBack.decidedBy ?? '') ?? takeBack.decidedBy ?? ''
    return staff.show(<DecidedPage {...said} sheet={sheet} byName={byName} />, after ? after.status : 200)
  }
  const page = <PendingPage {...said} sheet={sheet} seen={now.seen} why={after?.why ?? []} rest={after?.rest ?? false} />
  return staff.show(page, after?.status ?? 200)
}

export async function decide(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const rest = form.get('rest') === 'now'
  const choices = choicesIn(form)
  const said = { id: idOf(staff), seen: String(form.get('seen') ?? ''), choices, rest, submit: form.get('submit') === 'yes' }
  const decided = await decideOnTakeBack(staff.store, said, staff.act('form.take', '様式の回収'))
  if (decided.ok) return staff.go(paths.staff.takeBack(staff.code, idOf(staff)))
  const { problem } = decided
  if (problem.kind === 'no-such-take-back') return noSuch(staff)
  return showTakeBack(staff, { why: [cannotDecideText(problem)], choices, rest, status: problem.kind === 'undecided' ? 422 : 409 })
}

function choicesIn(form: FormData): TakeBackChoices {
  const choices: TakeBackChoices = {}
  for (const [name, value] of form.entries()) {
    if (!name.startsWith('choice:') || typeof value !== 'string') continue
    if (value === 'now') choices[name.slice('choice:'.length)] = 'now'
    else if (/^\d{1,4}$/.test(value)) choices[name.slice('choice:'.length)] = Number(value)
  }
  return choices
}

function cannotDecideText(problem: Exclude<CannotDecide, { kind: 'no-such-take-back' }>): string {
  switch (problem.kind) {
    case 'not-pending':
      return takeBackWords.notPending(problem.state)
    case 'changed-meanwhile':
      return takeBackWords.changedMeanwhile
    case 'undecided':
      return takeBackWords.undecided(problem.open.length)
    case 'item-refused':
      return takeBackWords.itemRefused(problem.title, reportRefusalText(problem.problem))
  }
}

export async function discard(staff: Staff): Promise<Response> {
  const done = await discardTakeBack(staff.store, idOf(staff), staff.act('form.take', '様式の回収の取りやめ'))
  if (done.ok) return staff.go(paths.staff.takeBack(staff.code, idOf(staff)))
  return done.problem.kind === 'not-pending' ? refused(staff, takeBackWords.notPending(done.problem.state), 409) : noSuch(staff)
}

/** Goes on with a batch that nobody reads any more, after a restart. */
export async function readOn(staff: Staff): Promise<Response> {
  const id = idOf(staff)
  const takeBack = await staff.store.reading(staff.code, (db) => takeBackById(db, id))
  if (!takeBack || !mayOpen(staff.standing, takeBack)) return noSuch(staff)
  if (takeBack.state === 'reading') beginReading(staff.store, id, staff.act('form.take', '様式の回収'), broken(staff))
  return staff.go(paths.staff.takeBack(staff.code, id))
}

/** A file as it came back, to keep and never to show (S-28). */
export async function downloadFile(staff: Staff): Promise<Response> {
  const id = idOf(staff)
  const nth = /^\d{1,4}$/.test(staff.param('nth')) ? Number(staff.param('nth')) : 0
  const { takeBack, file } = await staff.store.reading(staff.code, async (db) => ({
    takeBack: await takeBackById(db, id),
    file: await fileBytes(db, id, nth),
  }))
  if (!takeBack || !mayOpen(staff.standing, takeBack)) return noSuch(staff)
  if (!file) return refused(staff, takeBackWords.noSuchFile, 404)
  return staff.file(file.name.split(/[/\\／]/).at(-1) || 'file', 'application/octet-stream', file.bytes)
}
