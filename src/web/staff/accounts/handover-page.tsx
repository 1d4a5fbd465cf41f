import type { ReactNode } from 'react'
import { Table } from '../../../kit/table.tsx'
import type { Person } from '../../../reform/account.ts'
import type { HandoverLine, Unfilled } from '../../../reform/handover.ts'
import { sectionsOn } from '../../../reform/section-rules.ts'
import { accountWords } from '../../../report/wording-accounts.ts'
import { roleNames } from '../../../report/wording-staff-pages.ts'
import { type Day, dayName } from '../../../vocabulary/calendar-day.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { AssignmentTable } from './assignment-table.tsx'

/** What was chosen for each line, as it came in the form. */
export type HandoverForm = ReadonlyMap<string, { fate: string; taker: string; section: string }>

type Said = {
  staff: Staff
  day: Day
  form: HandoverForm
  lines: readonly HandoverLine[]
  people: readonly Person[]
  unfilled: readonly Unfilled[]
  changed: readonly Person[]
  why: readonly string[]
  checked: boolean
}

const FATES = ['stays', 'ends', 'passes', 'moves'] as const

export function HandoverPage(said: Said): ReactNode {
  const { staff, day, why, checked } = said
  const href = paths.staff.handover(staff.code)
  const title = accountWords.handover
  const carriedOut = staff.query('done')
  return (
    <StaffFrame staff={staff} title={why.length > 0 ? `できません：${title}` : title} crumbs={[{ name: title, href }]}>
      <h1>{title}</h1>
      {why.length > 0 && (
        <Refusal>
          {why.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Refusal>
      )}
      {/^\d+$/.test(carriedOut) && <Done>{`${carriedOut}人の役割を、${dayName(day)}から変わるように登録しました。`}</Done>}
      {checked && <Preview {...said} />}
      <form method="get" action={href} className="buttons">
        <label htmlFor="day">引継ぎの日</label>
        <input id="day" name="day" type="date" defaultValue={day} required />
        <button type="submit" className="second">
          この日の表を出す
        </button>
      </form>
      <Missing {...said} />
      {said.lines.length === 0 ? <p>その日に続いている役割はありません。</p> : <Lines {...said} />}
    </StaffFrame>
  )
}

/** One list of people and one of sections for all lines: a list in each would make the page of a city hall some megabytes long. */
function Lines({ staff, day, form, lines, people, checked }: Said): ReactNode {
  const sections = [...new Set(sectionsOn(staff.standing.sections, day).map(({ name }) => name))]
  const takers = people.filter(({ disabled }) => !disabled)
  return (
    <form method="post" action={paths.staff.handover(staff.code)}>
      <input type="hidden" name="day" value={day} />
      <p>
        {`${dayName(day)}に、一つ一つの役割がどうなるかを選びます。「${accountWords.passes}」では引き継ぐ人のログイン名か氏名を、「${accountWords.moves}」では新しい所属を入力します（打つと候補が出ます）。選ばないものは続きます。`}
      </p>
      <table className="cards fields">
        <caption>{`${dayName(day)}に続いている役割（${lines.length}件）`}</caption>
        <thead>
          <tr>
            <th scope="col">職員</th>
            <th scope="col">役割</th>
            <th scope="col">どうなるか</th>
            <th scope="col">引き継ぐ人</th>
            <th scope="col">新しい所属</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.key} line={line} said={form.get(line.key)} />
          ))}
        </tbody>
      </table>
      <datalist id="takers">
        {takers.map(({ login, name }) => (
          <option key={login} value={login}>
            {name}
          </option>
        ))}
      </datalist>
      <datalist id="places">
        {sections.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <div className="buttons">
        <button type="submit" name="intent" value="preview" className={checked ? 'second' : undefined}>
          確かめる
        </button>
        {checked && (
          <button type="submit" name="intent" value="apply">
            このとおり登録する
          </button>
        )}
      </div>
    </form>
  )
}

type LineSaid = { line: HandoverLine; said: { fate: string; taker: string; section: string } | undefined }

function Line({ line, said }: LineSaid): ReactNode {
  const { login, name, assignment, key } = line
  const who = `${name} ${roleNames[assignment.role]}`
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{login}</small>
      </th>
      <td data-label="役割">
        <input type="hidden" name="key" value={key} />
        {`${roleNames[assignment.role]}（${assignment.section ?? accountWords.everywhere}）`}
      </td>
      <td data-label="どうなるか">
        <select name="fate" defaultValue={said?.fate ?? 'stays'} aria-label={`${who}：どうなるか`}>
          {FATES.map((fate) => (
            <option key={fate} value={fate}>
              {accountWords[fate]}
            </option>
          ))}
        </select>
      </td>
      <td data-label="引き継ぐ人">
        <input name="taker" list="takers" defaultValue={said?.taker ?? ''} aria-label={`${who}：引き継ぐ人`} autoComplete="off" />
      </td>
      <td data-label="新しい所属">
        <input name="section" list="places" defaultValue={said?.section ?? ''} aria-label={`${who}：新しい所属`} autoComplete="off" />
      </td>
    </tr>
  )
}

function Preview({ changed, day }: Said): ReactNode {
  if (changed.length === 0) return <Done>変わる役割はありません。</Done>
  return (
    <section className="notice" aria-labelledby="preview">
      <h2 id="preview">{`変わる人（${changed.length}人）`}</h2>
      <p>まだ登録していません。下の「このとおり登録する」を押すと、すべてを一度に登録します。</p>
      {changed.map(({ login, name, assignments }) => (
        <AssignmentTable
          key={login}
          caption={`${name}（${login}）の役割：登録した後`}
          assignments={assignments}
          day={day}
          dayName="その日"
        />
      ))}
    </section>
  )
}

function Missing({ unfilled, day, checked }: Said): ReactNode {
  return (
    <section>
      <h2>空く席</h2>
      <p>
        {checked ? '下の選択のとおりに登録すると、' : '今の登録のままでは、'}
        {unfilled.length === 0
          ? `${dayName(day)}に報告者や課長・部長がいない所属はありません。`
          : `${dayName(day)}に、次の所属に人がいません。`}
      </p>
      {unfilled.length > 0 && (
        <Table
          caption={`${dayName(day)}に人がいない所属（${unfilled.length}）`}
          captionUnseen
          rows={unfilled}
          keyOf={({ section }) => section}
          columns={[
            { header: '所属', names: true, cell: ({ section }) => section },
            { header: 'いない役割', cell: ({ missing }) => missing.map((role) => roleNames[role]).join('、') },
          ]}
        />
      )}
    </section>
  )
}
