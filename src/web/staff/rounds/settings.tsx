import type { ReactNode } from 'react'
import { Definitions } from '../../../kit/table.tsx'
import type { Round, RoundId } from '../../../reform/round.ts'
import { isLocked } from '../../../reform/round.ts'
import { countText, yearShort } from '../../../report/figures.ts'
import { type FieldFault, fieldOfFault, readRound, type TypedRound, typedOf } from '../../../report/round-form.ts'
import { roundRefusalText } from '../../../report/wording-round-refusals.ts'
import { roundWords } from '../../../report/wording-rounds.ts'
import { itemCounts } from '../../../store/round.ts'
import { changeRound, closeRound, openAgain } from '../../../workflows/change-round.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { FaultList, TextField } from './fields.tsx'
import { ContactField, DateFields, faultOf, ReminderFields } from './round-fields.tsx'
import { refusedRound, withRound } from './round-of.tsx'
import { textOf, typedIn } from './typed-round.ts'

type Refused = {
  faults: readonly FieldFault[]
  settings: string | null
  end: string | null
  typed: TypedRound | null
  why: string
  endWhy: string
}
const NOTHING: Refused = { faults: [], settings: null, end: null, typed: null, why: '', endWhy: '' }

export const settings = (staff: Staff): Promise<Response> => showSettings(staff, NOTHING, 200)

function showSettings(staff: Staff, refused: Refused, status: 200 | 409 | 422): Promise<Response> {
  return withRound(staff, itemCounts, (round, counts) => {
    const open = (counts.get(round.id) ?? []).filter(({ state }) => state !== 'accepted' && state !== 'published')
    const stillOpen = open.reduce((sum, { count }) => sum + count, 0)
    return staff.show(<SettingsPage staff={staff} round={round} stillOpen={stillOpen} refused={refused} />, status)
  })
}

/** 設定を改める — what the form does not ask stays as it is. */
export async function settingsSaid(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const why = textOf(form, 'why').trim()
  return withRound(
    staff,
    async () => null,
    async (round) => {
      const { departmentApproval, separation, opensOn, plan, year } = typedOf(round)
      const typed: TypedRound = { ...typedIn(form), departmentApproval, separation, opensOn, plan, year }
      const read = readRound(typed)
      if (!read.ok) return showSettings(staff, { ...NOTHING, faults: read.problem, typed, why }, 422)
      const changed = await changeRound(staff.store, round.id, settingsIn(read.value), staff.act('round.manage', why))
      if (changed.ok) return staff.go(`${paths.staff.round(staff.code, round.id)}?done=settings`)
      const { problem } = changed
      if (problem.kind === 'round-faults')
        return showSettings(staff, { ...NOTHING, faults: problem.faults.map(fieldOfFault), typed, why }, 422)
      return showSettings(staff, { ...NOTHING, settings: roundRefusalText(problem), typed, why }, 409)
    },
  )
}

const settingsIn = ({
  title,
  dueSection,
  dueDepartment,
  dueOffice,
  graceDays,
  lockOn,
  remind,
  contact,
}: Omit<Round, 'id' | 'closed' | 'family' | 'plan' | 'fiscalYear'>) => ({
  title,
  dueSection,
  dueDepartment,
  dueOffice,
  graceDays,
  lockOn,
  remind,
  contact,
})

/** 照会を終える、または開き直す */
export async function endSaid(staff: Staff): Promise<Response> {
  const form = await staff.c.req.formData()
  const endWhy = textOf(form, 'endWhy').trim()
  const id = staff.param('id') as RoundId
  const again = textOf(form, 'press') === 'again'
  const ended = await (again ? openAgain : closeRound)(staff.store, id, staff.act('round.manage', endWhy))
  if (ended.ok) return staff.go(`${paths.staff.round(staff.code, id)}?done=${again ? 'again' : 'closed'}`)
  if (ended.problem.kind === 'not-found') return refusedRound(staff, ended.problem, 404)
  return showSettings(staff, { ...NOTHING, end: roundRefusalText(ended.problem), endWhy }, 409)
}

type Said = { staff: Staff; round: Round; stillOpen: number; refused: Refused }

function SettingsPage({ staff, round, stillOpen, refused }: Said): ReactNode {
  const crumbs = [
    { name: roundWords.rounds, href: paths.staff.rounds(staff.code) },
    { name: round.title, href: paths.staff.round(staff.code, round.id) },
    { name: roundWords.settings, href: paths.staff.roundSettings(staff.code, round.id) },
  ]
  const said = [refused.settings, refused.end].filter((one) => one !== null)
  return (
    <StaffFrame staff={staff} title={`${roundWords.settings}｜${round.title}`} crumbs={crumbs}>
      <h1>
        {roundWords.settings}
        <span className="about">{round.title}</span>
      </h1>
      {(said.length > 0 || refused.faults.length > 0) && (
        <Refusal>
          {said.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <FaultList faults={refused.faults} />
        </Refusal>
      )}
      <Fixed round={round} />
      {!round.closed && <SettingsForm staff={staff} round={round} refused={refused} />}
      <EndForm staff={staff} round={round} stillOpen={stillOpen} refused={refused} />
    </StaffFrame>
  )
}

const Fixed = ({ round }: { round: Round }): ReactNode => (
  <>
    <p className="quiet">次の設定は、始めた後は変えられません。</p>
    <Definitions
      items={[
        ['年度', yearShort(round.fiscalYear)],
        ['部長承認', round.departmentApproval ? '求める' : '求めない'],
        ['職務分離', round.separation ? '提出した人は承認できない' : '提出した人も承認できる'],
      ]}
    />
  </>
)

function SettingsForm({ staff, round, refused }: Omit<Said, 'stillOpen'>): ReactNode {
  const typed = refused.typed ?? typedOf(round)
  const { faults } = refused
  return (
    <form method="post" action={paths.staff.roundSettings(staff.code, round.id)} className="staff">
      <h2>期限・督促・問合せ先を改める</h2>
      {isLocked(round, { reopened: null }, staff.standing.day) && (
        <p>締切を過ぎています。締切を先の日に改めると、まだ受理していない報告を課が書けるようになります。</p>
      )}
      <TextField name="title" label="件名" value={typed.title} fault={faultOf(faults, 'title')} />
      <DateFields typed={typed} faults={faults} opening={false} />
      <ReminderFields typed={typed} faults={faults} />
      <ContactField typed={typed} faults={faults} />
      <TextField
        name="why"
        label="変更の理由"
        value={refused.why}
        hint="前の値とともに、変更の記録に残ります。例：決算の確定が遅れるため"
      />
      <button type="submit">設定を改める</button>
    </form>
  )
}

function EndForm({ staff, round, stillOpen, refused }: Said): ReactNode {
  const hint = round.closed
    ? '変更の記録に残ります。'
    : stillOpen > 0
      ? `受理していない報告が${countText(stillOpen)}件残っています。このまま終えるときは、理由が要ります。`
      : 'すべて受理済みです。理由は書かなくても終えられます。'
  return (
    <form method="post" action={paths.staff.roundEnd(staff.code, round.id)} className="staff">
      <h2>{round.closed ? '照会を開き直す' : '照会を終える'}</h2>
      <p>
        {round.closed
          ? 'この照会は終了しています。開き直すと、設定と報告を直せます。'
          : '終えると、報告は書けなくなり、督促も送りません。受理した報告は残ります。'}
      </p>
      <TextField name="endWhy" label="理由" value={refused.endWhy} hint={hint} optional={!round.closed && stillOpen === 0} />
      <button type="submit" name="press" value={round.closed ? 'again' : 'close'} className="second">
        {round.closed ? '照会を開き直す' : '照会を終える'}
      </button>
    </form>
  )
}
