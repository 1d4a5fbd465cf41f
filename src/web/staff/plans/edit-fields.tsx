import type { ReactNode } from 'react'
import type { EditFault } from '../../../reform/edit-rows.ts'
import { type EditField, type EditForm, type EditRows, rowsIn, type Typed, textIn } from '../../../report/edit-form.ts'
import { faultText, planWords } from '../../../report/wording-plans.ts'

type At = { id: string; path: string; faults: readonly EditFault[] }
const faultsAt = ({ path, faults }: At): EditFault[] => faults.filter(({ field }) => field === path)

/** One input, drawn from what the form says of it. */
function Input({
  field,
  value,
  at,
  label,
  described,
}: {
  field: EditField
  value: string
  at: At
  label?: string
  described?: string
}): ReactNode {
  const said = {
    id: at.id,
    name: at.path,
    'aria-label': label,
    'aria-describedby': described || undefined,
    'aria-invalid': faultsAt(at).length > 0 || undefined,
  }
  switch (field.kind) {
    case 'prose':
      return <textarea {...said} rows={4} defaultValue={value} required={field.required} />
    case 'choice':
      return (
        <select {...said} defaultValue={value}>
          {field.choices?.map(([choice, text]) => (
            <option key={choice} value={choice}>
              {text}
            </option>
          ))}
        </select>
      )
    case 'fixed':
      return (
        <>
          <input type="hidden" name={at.path} value={value} />
          {value}
        </>
      )
    case 'check':
      return <input {...said} type="checkbox" defaultChecked={value !== ''} />
    default:
      return <input {...said} defaultValue={value} required={field.required} className={field.kind === 'short' ? 'short' : undefined} />
  }
}

function Faults({ at }: { at: At }): ReactNode {
  return faultsAt(at).map((fault) => (
    <small key={fault.kind} id={`${at.id}-fault`} className="fault">
      {faultText(fault)}
    </small>
  ))
}

export function Field({ field, value, at }: { field: EditField; value: string; at: At }): ReactNode {
  const described = [field.help && `${at.id}-help`, faultsAt(at).length > 0 && `${at.id}-fault`].filter(Boolean).join(' ')
  return (
    <p className="field">
      <label htmlFor={at.id}>{field.required ? `${field.label}（必須）` : field.label}</label>
      {field.help && <small id={`${at.id}-help`}>{field.help}</small>}
      <Faults at={at} />
      <Input field={field} value={value} at={at} described={described} />
    </p>
  )
}

type RowsSaid = { rows: EditRows; typed: readonly Typed[]; path: string; form: string; faults: readonly EditFault[]; about?: string }

/** 行を加えられる表 — empty rows wait below, more come with a button that needs no script. */
export function RowFields(said: RowsSaid): ReactNode {
  const { rows, path } = said
  return (
    <fieldset className="rows">
      <legend>{said.about ? `${rows.label}：${said.about}` : rows.label}</legend>
      {rows.below ? <Blocks {...said} below={rows.below} /> : <Grid {...said} />}
      {!rows.fixed && (
        <button type="submit" name="more" value={path} className="light" formNoValidate>
          {`${rows.one}の行を増やす`}
        </button>
      )}
    </fieldset>
  )
}

/** What every row carries beside its fields. */
function OrderAndOff({ row, path, id, label }: { row: Typed; path: string; id: string; label: string }): {
  order: ReactNode
  off: ReactNode
} {
  return {
    order: (
      <>
        <input type="hidden" name={`${path}.was`} value={textIn(row, 'was')} />
        <input
          name={`${path}.place`}
          id={`${id}-place`}
          defaultValue={textIn(row, 'place')}
          aria-label={`${label}の順`}
          inputMode="numeric"
        />
      </>
    ),
    off: textIn(row, 'was') !== '' && (
      <input
        type="checkbox"
        name={`${path}.off`}
        id={`${id}-off`}
        defaultChecked={textIn(row, 'off') !== ''}
        aria-label={`${label}を消す`}
      />
    ),
  }
}

function Grid({ rows, typed, path, form, faults }: RowsSaid): ReactNode {
  return (
    <table className="grid">
      <thead>
        <tr>
          {!rows.fixed && (
            <th scope="col" className="of-order">
              順
            </th>
          )}
          {rows.fields.map((field) => (
            <th key={field.name} scope="col" className={`of-${field.kind}`}>
              {field.label}
            </th>
          ))}
          {!rows.fixed && (
            <th scope="col" className="of-check">
              消す
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {typed.map((row, nth) => {
          const at = `${path}.${nth}`
          const label = `${rows.label}${nth + 1}行目`
          const { order, off } = OrderAndOff({ row, path: at, id: `${form}-${at}`, label })
          return (
            <tr key={at}>
              {!rows.fixed && (
                <td className="of-order" data-label="順">
                  {order}
                </td>
              )}
              {rows.fields.map((field) => {
                const place = { id: `${form}-${at}.${field.name}`, path: `${at}.${field.name}`, faults }
                const described = faultsAt(place).length > 0 ? `${place.id}-fault` : ''
                return (
                  <td key={field.name} className={`of-${field.kind}`} data-label={field.label}>
                    <Input
                      field={field}
                      value={textIn(row, field.name)}
                      at={place}
                      label={`${label}の${field.label}`}
                      described={described}
                    />
                    <Faults at={place} />
                  </td>
                )
              })}
              {!rows.fixed && (
                <td className="of-check" data-label={off ? '消す' : undefined}>
                  {off}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Blocks({ rows, typed, path, form, faults, below }: RowsSaid & { below: EditRows }): ReactNode {
  return typed.map((row, nth) => {
    const at = `${path}.${nth}`
    const label = `${rows.label}${nth + 1}`
    const { order, off } = OrderAndOff({ row, path: at, id: `${form}-${at}`, label })
    return (
      <div key={at} className="block">
        <p className="block-head">
          <span className="of-order">
            <span aria-hidden="true">順</span> {order}
          </span>
          {off && (
            <span className="of-check">
              {off} <span aria-hidden="true">消す</span>
            </span>
          )}
        </p>
        {rows.fields.map((field) => (
          <Field
            key={field.name}
            field={{ ...field, label: `${field.label} ${nth + 1}` }}
            value={textIn(row, field.name)}
            at={{ id: `${form}-${at}.${field.name}`, path: `${at}.${field.name}`, faults }}
          />
        ))}
        <RowFields
          rows={below}
          typed={rowsIn(row, below.name)}
          path={`${at}.${below.name}`}
          form={form}
          faults={faults}
          about={textIn(row, rows.fields[0]?.name ?? '') || `${rows.one}${nth + 1}`}
        />
      </div>
    )
  })
}

type FormSaid = {
  action: string
  /** begins the ids of its fields: one page may hold several forms */
  id: string
  form: EditForm
  typed: Typed
  faults?: readonly EditFault[]
  basis: string | null
  cancel: string
  hidden?: Record<string, string>
  /** the reason that the log and the 見直し keep; null where none is asked */
  reason?: { text: string; required: boolean } | null
  submit?: string
}

/** 編集の様式 — fields, tables, the reason where one is asked, and what it was drawn from. */
export function EditFormView(said: FormSaid): ReactNode {
  const { form, typed, id, faults = [], reason, submit = '保存する' } = said
  return (
    <form method="post" action={said.action} className="edit">
      {said.basis !== null && <input type="hidden" name="basis" value={said.basis} />}
      {Object.entries(said.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* the first button is the one that the Enter key presses */}
      {form.rows.length > 0 && <SaveButtons submit={submit} cancel={said.cancel} />}
      {form.fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={textIn(typed, field.name)}
          at={{ id: `${id}-${field.name}`, path: field.name, faults }}
        />
      ))}
      {form.rows.map((rows) => (
        <RowFields key={rows.name} rows={rows} typed={rowsIn(typed, rows.name)} path={rows.name} form={id} faults={faults} />
      ))}
      {reason && <ReasonField id={`${id}-reason`} reason={reason} help={planWords.reasonHelp} label="見直しの理由" />}
      <SaveButtons submit={submit} cancel={said.cancel} />
    </form>
  )
}

export function ReasonField({
  id,
  reason,
  help,
  label,
}: {
  id: string
  reason: { text: string; required: boolean }
  help: string
  label: string
}): ReactNode {
  return (
    <p className="field">
      <label htmlFor={id}>{reason.required ? `${label}（必須）` : label}</label>
      <small id={`${id}-help`}>{help}</small>
      <textarea id={id} name="reason" rows={2} defaultValue={reason.text} aria-describedby={`${id}-help`} required={reason.required} />
    </p>
  )
}

const SaveButtons = ({ submit, cancel }: { submit: string; cancel: string }): ReactNode => (
  <p className="buttons">
    <button type="submit">{submit}</button>
    <a href={cancel}>直さずに戻る</a>
  </p>
)
