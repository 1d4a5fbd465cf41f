import type { ReactNode } from 'react'
import { inOrder } from '../../../kit/in-order.ts'
import { Table } from '../../../kit/table.tsx'
import type { Reorganisation } from '../../../reform/reorganisation.ts'
import type { DocumentedReorganisation } from '../../../report/documented-reorganisations.ts'
import { changeRow } from '../../../report/reorganisation-flow.ts'
import type { ChangeTyped, ReorganisationTyped } from '../../../report/reorganisation-form.ts'
import { dayText } from '../../../report/wording-accounts.ts'
import { CHANGE_KINDS, reorganisationWords as words } from '../../../report/wording-reorganisations.ts'
import { paths } from '../../paths.ts'
import { Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'

/** 様式の今の姿 */
export type FormState = {
  /** null: a new one */
  id: string | null
  typed: ReorganisationTyped
  version: number
  document: string | null
  why: readonly string[]
  rowFaults: ReadonlyMap<number, readonly string[]>
  /** what it says now, where somebody else was faster */
  now: Reorganisation | null
  pasted: string
  /** the document that filled it */
  read: DocumentedReorganisation | null
  readRows?: { rows: number; unread: number } | null
}
type At = { staff: Staff; state: FormState }

/** 組織改正の様式 — one form: rows by a button, or a pasted table of which every row is shown before it counts. */
export function FormPage({ staff, state }: At): ReactNode {
  const title = state.id === null ? words.create : words.edit
  const list = paths.staff.reorganisations(staff.code)
  const action = state.id === null ? paths.staff.newReorganisation(staff.code) : paths.staff.reorganisationEdit(staff.code, state.id)
  const cancel = state.id === null ? list : paths.staff.reorganisation(staff.code, state.id)
  return (
    <StaffFrame
      staff={staff}
      title={state.why.length > 0 ? `保存できません：${title}` : title}
      crumbs={[
        { name: words.list, href: list },
        { name: title, href: action },
      ]}
    >
      <h1>{title}</h1>
      <Notices state={state} />
      <form method="post" action={action} className="edit reorganisation">
        <input type="hidden" name="version" value={state.version} />
        {state.document && <input type="hidden" name="document" value={state.document} />}
        <Buttons cancel={cancel} />
        <p className="field">
          <label htmlFor="title">題名</label>
          <input id="title" name="title" defaultValue={state.typed.title} maxLength={200} placeholder="令和8年度組織改正" />
        </p>
        <p className="field">
          <label htmlFor="effective">施行日</label>
          <small id="effective-help">例：2026-04-01、令和8年4月1日。この日から新しい課になります。先の日付でもかまいません。</small>
          <input id="effective" name="effective" className="short" defaultValue={state.typed.effective} aria-describedby="effective-help" />
        </p>
        <Rows staff={staff} state={state} />
        <Buttons cancel={cancel} />
        <Paste pasted={state.pasted} />
      </form>
    </StaffFrame>
  )
}

const Buttons = ({ cancel }: { cancel: string }): ReactNode => (
  <p className="buttons">
    <button type="submit" name="press" value="save">
      案を保存して確かめる
    </button>
    <a href={cancel}>保存せずに戻る</a>
  </p>
)

function Notices({ state }: { state: FormState }): ReactNode {
  const { why, now, read, readRows } = state
  return (
    <>
      {why.length > 0 && (
        <Refusal>
          {inOrder(why).map(({ key, it }) => (
            <p key={key}>{it}</p>
          ))}
          {now && <Now now={now} />}
        </Refusal>
      )}
      {readRows && (
        <div className="notice" role="status">
          <p>{`${readRows.rows}行を読み取り、下の表に加えました。まだ保存していません。`}</p>
          {readRows.unread > 0 && <p>{`うち${readRows.unread}行は区分を読み取れません。行の下の説明を見て、区分を選んでください。`}</p>}
        </div>
      )}
      {read && (
        <div className="notice" role="status">
          <p>{`${read.documents.join('、') || read.plan}から${read.changes.length}行を読み取りました。まだ保存していません。`}</p>
          {read.guessed > 0 && (
            <p>{`${read.guessed}行は、文書の言い回しから推定したものです。文書と照らし合わせて直し、「確かめた」に印を付けてください。`}</p>
          )}
          {read.already > 0 && (
            <p>{`${read.already}行は、文書を取り込んだときに所属に登録済みです。適用しても、もう一度は書き込みません。`}</p>
          )}
        </div>
      )}
    </>
  )
}

const Now = ({ now }: { now: Reorganisation }): ReactNode => (
  <Table
    caption={`今の案：${now.title}（${dayText(now.effective)}施行）`}
    rows={now.changes.map(changeRow)}
    keyOf={(_, nth) => String(nth)}
    columns={[
      { header: '区分', cell: (row) => row.kind },
      { header: '旧', cell: (row) => row.from },
      { header: '新', cell: (row) => row.to },
      { header: '部', cell: (row) => row.parent },
      { header: '理由', cell: (row) => row.reason },
    ]}
  />
)

function Rows({ staff, state }: At): ReactNode {
  const { rows } = state.typed
  const guesses = rows.some(({ guessed }) => guessed)
  const names = [...new Set(staff.standing.sections.map(({ name }) => name))]
  return (
    <fieldset className="rows">
      <legend>変更</legend>
      <p className="small">{words.fromHelp}</p>
      <datalist id="sections">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <table className="grid changes">
        <thead>
          <tr>
            {['行', '区分', '旧', '新', '部', '移管する事務', '理由', ...(guesses ? ['推定'] : []), '消す'].map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(rows).map(({ key, it }) => (
            <Row key={key} nth={Number(key)} row={it} guesses={guesses} faults={state.rowFaults.get(Number(key)) ?? []} />
          ))}
        </tbody>
      </table>
      <button type="submit" name="press" value="more" className="light" formNoValidate>
        行を加える
      </button>
    </fieldset>
  )
}

const TEXTS = [
  ['from', '旧'],
  ['to', '新'],
  ['parent', '部'],
  ['what', '移管する事務'],
  ['reason', '理由'],
] as const

function Row({ nth, row, guesses, faults }: { nth: number; row: ChangeTyped; guesses: boolean; faults: readonly string[] }): ReactNode {
  const path = `changes.${nth}`
  const label = (of: string): string => `${nth + 1}行目の${of}`
  const said = faults.length > 0 ? { 'aria-describedby': `${path}-fault`, 'aria-invalid': true } : {}
  return (
    <>
      <tr id={`row-${nth + 1}`}>
        <td data-label="行">{nth + 1}</td>
        <td data-label="区分">
          <input type="hidden" name={`${path}.unread`} value={row.unread} />
          <input type="hidden" name={`${path}.guessed`} value={row.guessed ? '1' : ''} />
          <select name={`${path}.kind`} defaultValue={row.kind} aria-label={label('区分')} {...said}>
            <option value="">選ぶ</option>
            {CHANGE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kind}
              </option>
            ))}
          </select>
        </td>
        {TEXTS.map(([name, header]) => (
          <td key={name} data-label={header}>
            <input
              name={`${path}.${name}`}
              defaultValue={row[name]}
              aria-label={label(header)}
              list={name === 'parent' ? 'sections' : undefined}
              {...(name === 'from' || name === 'to' || name === 'parent' ? said : {})}
            />
          </td>
        ))}
        {guesses && (
          <td data-label={row.guessed ? '推定' : undefined}>
            {row.guessed && (
              <span className="tick">
                <input type="checkbox" id={`${path}-confirmed`} name={`${path}.confirmed`} defaultChecked={row.confirmed} />
                <label htmlFor={`${path}-confirmed`}>
                  確かめた<span className="unseen">{`：${nth + 1}行目（推定）`}</span>
                </label>
              </span>
            )}
          </td>
        )}
        <td data-label="消す">
          <input type="checkbox" name={`${path}.off`} defaultChecked={row.off} aria-label={`${nth + 1}行目を消す`} />
        </td>
      </tr>
      {faults.length > 0 && (
        <tr className="row-faults">
          <td colSpan={guesses ? 9 : 8} id={`${path}-fault`}>
            {inOrder(faults).map(({ key, it }) => (
              <p key={key} className="fault">
                {it}
              </p>
            ))}
          </td>
        </tr>
      )}
    </>
  )
}

const Paste = ({ pasted }: { pasted: string }): ReactNode => (
  <fieldset className="rows">
    <legend>表計算から貼り付ける</legend>
    <p className="field">
      <label htmlFor="pasted">表（区分・旧・新・部・理由）</label>
      <small id="pasted-help">{words.pasteHelp}</small>
      <textarea
        id="pasted"
        name="pasted"
        className="paste"
        rows={6}
        defaultValue={pasted}
        aria-describedby="pasted-help"
        spellCheck={false}
      />
    </p>
    <button type="submit" name="press" value="paste" className="light" formNoValidate>
      貼り付けた行を表に加える
    </button>
  </fieldset>
)
