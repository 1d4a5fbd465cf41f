import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import type { Crumb } from '../../../kit/shell.tsx'
import { Scroll } from '../../../kit/table.tsx'
import { OutlookChecks } from '../../../publish/site/outlook-content.tsx'
import { OUTLOOK_LINE_KINDS } from '../../../reform/fiscal-outlook.ts'
import { OUTLOOK_ROLES, type OutlookTyped, type OutlookTypedLine, readTyped } from '../../../reform/outlook-typed.ts'
import { yearShort } from '../../../report/figures.ts'
import { outlookTable } from '../../../report/outlook-table.ts'
import { lineKindName, outlookBasisName, outlookRoleName } from '../../../report/wording-outlook.ts'
import { outlookStaffWords as words } from '../../../report/wording-outlook-staff.ts'
import { parseFiscalYear } from '../../../vocabulary/fiscal-year.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'

export type GridSaid = {
  staff: Staff
  typed: OutlookTyped
  /** null: a new one */
  id: string | null
  basis: string | null
  why: readonly string[]
  /** looked at without keeping: the sums are told */
  checked: boolean
  confirmed: boolean
  unread?: readonly { at: string; text: string }[]
}

/** 見通しの表の頁 — everything that was typed or read, to be mended and looked at before it is kept. */
export function GridPage(said: GridSaid): ReactNode {
  const { staff, typed, id, why, checked, unread = [] } = said
  const title = id === null ? words.newOutlook : words.edit
  const action = id === null ? paths.staff.outlookGrid(staff.code) : paths.staff.outlookEdit(staff.code, id)
  const crumbs: Crumb[] = [
    { name: words.title, href: paths.staff.outlooks(staff.code) },
    { name: title, href: id === null ? paths.staff.newOutlook(staff.code) : action },
  ]
  return (
    <StaffFrame staff={staff} title={why.length > 0 ? `確かめてください：${title}` : title} crumbs={crumbs}>
      <h1>{title}</h1>
      {why.length > 0 && (
        <Refusal>
          {why.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Refusal>
      )}
      <p>{typed.document ? `「${typed.document.name}」から読み取りました。まだ残していません。` : 'まだ残していません。'}</p>
      {unread.length > 0 && (
        <details open>
          <summary>{`読まなかったところ（${unread.length}か所）`}</summary>
          <ul>
            {inOrder(unread).map(({ key, it }) => (
              <li key={key}>{`${it.at}：${it.text}`}</li>
            ))}
          </ul>
        </details>
      )}
      {checked && <Checked typed={typed} />}
      <form method="post" action={action} className="edit outlook-grid">
        <Head {...said} />
        <Lines typed={typed} />
        <Foot {...said} />
      </form>
    </StaffFrame>
  )
}

function Checked({ typed }: { typed: OutlookTyped }): ReactNode {
  const { said } = readTyped(typed)
  return (
    <section>
      <h2>確かめた結果</h2>
      <OutlookChecks table={outlookTable(said)} />
    </section>
  )
}

type FieldSaid = { id: string; label: string; value: string; help?: string; short?: boolean; required?: boolean }
const Field = ({ id, label, value, help, short, required }: FieldSaid): ReactNode => (
  <p className="field">
    <label htmlFor={id}>{required ? `${label}（必須）` : label}</label>
    {help && <small id={`${id}-help`}>{help}</small>}
    <input
      id={id}
      name={id}
      defaultValue={value}
      className={short ? 'short' : undefined}
      aria-describedby={help ? `${id}-help` : undefined}
    />
  </p>
)

function Head({ typed, basis }: GridSaid): ReactNode {
  return (
    <>
      {basis !== null && <input type="hidden" name="basisHash" value={basis} />}
      {typed.document && (
        <>
          <input type="hidden" name="document.sha256" value={typed.document.sha256} />
          <input type="hidden" name="document.name" value={typed.document.name} />
        </>
      )}
      <Field id="title" label="題名" value={typed.title} required />
      <Field id="madeOn" label="策定の日" value={typed.madeOn} help="例：令和6年9月30日、2024-09-30" short required />
      <Field id="from" label="期間の始めの年度" value={typed.from} help="例：令和6年度、R6、2024" short required />
      <Field id="to" label="期間の終わりの年度" value={typed.to} short required />
      <p className="field">
        <label htmlFor="basis">金額の別</label>
        <small id="basis-help">見通しの額が一般財源だけのものか、国・県の支出金なども含む総額か。</small>
        <select id="basis" name="basis" defaultValue={typed.basis} aria-describedby="basis-help">
          {Object.entries(outlookBasisName).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </p>
    </>
  )
}

function Lines({ typed }: { typed: OutlookTyped }): ReactNode {
  const columns = typed.lines[0]?.cells.length ?? 0
  const from = parseFiscalYear(typed.from)
  const yearName = (nth: number): string => (from.ok ? yearShort(from.value + nth) : `${nth + 1}年目`)
  return (
    <fieldset className="rows">
      <legend>見通しの行</legend>
      <p id="grid-help">{words.gridHelp}</p>
      {typed.lines.some(({ guessed }) => guessed) && <p>{words.guessHelp}</p>}
      <Scroll label="見通しの行">
        <table className="grid">
          <caption className="unseen">見通しの行と年度ごとの値</caption>
          <thead>
            <tr>
              <th scope="col">種類</th>
              <th scope="col">位置づけ</th>
              <th scope="col">名称</th>
              <th scope="col">単位</th>
              {Array.from({ length: columns }, (_, nth) => (
                <th key={yearName(nth)} scope="col">
                  {yearName(nth)}
                </th>
              ))}
              <th scope="col">基準・目安</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(typed.lines).map(({ key, it }) => (
              <Line key={key} line={it} nth={Number(key)} yearName={yearName} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <button type="submit" name="do" value="more" className="light" formNoValidate>
        行を増やす
      </button>
    </fieldset>
  )
}

function Line({ line, nth, yearName }: { line: OutlookTypedLine; nth: number; yearName: (nth: number) => string }): ReactNode {
  const name = (field: string): string => `lines.${nth}.${field}`
  const called = line.name.trim() === '' ? `${nth + 1}行目` : line.name
  return (
    <tr className={line.role}>
      <td>
        <select name={name('kind')} defaultValue={line.kind} aria-label={`${called}の種類`}>
          <option value="">選ぶ</option>
          {OUTLOOK_LINE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {lineKindName[kind]}
            </option>
          ))}
        </select>
        {line.guessed && (
          <>
            <span className="guess">（推定）</span>
            <input type="hidden" name={name('guessed')} value="1" />
          </>
        )}
      </td>
      <td>
        <select name={name('role')} defaultValue={line.role} aria-label={`${called}の位置づけ`}>
          {OUTLOOK_ROLES.map((role) => (
            <option key={role} value={role}>
              {outlookRoleName[role]}
            </option>
          ))}
        </select>
      </td>
      <td className="of-line">
        <input name={name('name')} defaultValue={line.name} aria-label={`${nth + 1}行目の名称`} />
      </td>
      <td>
        <input name={name('unit')} defaultValue={line.unit} aria-label={`${called}の単位`} />
      </td>
      {inOrder(line.cells).map(({ key, it }) => (
        <td key={key}>
          <input name={name(`cells.${key}`)} defaultValue={it} aria-label={`${called}の${yearName(Number(key))}`} className="num" />
          {line.places[Number(key)] && <input type="hidden" name={name(`places.${key}`)} value={line.places[Number(key)]} />}
        </td>
      ))}
      <td className="of-line">
        <input name={name('thresholds')} defaultValue={line.thresholds} aria-label={`${called}の基準・目安`} />
      </td>
    </tr>
  )
}

function Foot({ typed, confirmed }: GridSaid): ReactNode {
  return (
    <>
      <p className="field">
        <label htmlFor="note">前提・注</label>
        <textarea id="note" name="note" rows={3} defaultValue={typed.note} />
      </p>
      {typed.lines.some(({ guessed }) => guessed) && (
        <p className="consent">
          <input type="checkbox" id="confirmed" name="confirmed" defaultChecked={confirmed} />{' '}
          <label htmlFor="confirmed">{words.confirmGuesses}</label>
        </p>
      )}
      <p className="buttons">
        <button type="submit" name="do" value="check" className="second">
          残す前に確かめる
        </button>{' '}
        <button type="submit" name="do" value="save">
          残す
        </button>
      </p>
    </>
  )
}
