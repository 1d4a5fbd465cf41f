import type { ReactNode } from 'react'

type Field = { name: string; label: string; hint?: string; fault?: string | null; optional?: boolean }

const ids = (name: string, hint: unknown, fault: unknown): string | undefined =>
  [hint && `h-${name}`, fault && `e-${name}`].filter(Boolean).join(' ') || undefined

function Around({ name, label, hint, fault, optional, children }: Field & { children: ReactNode }): ReactNode {
  return (
    <div className="field">
      <label htmlFor={`f-${name}`}>
        {label}
        {optional && <span className="optional">任意</span>}
      </label>
      {hint && <small id={`h-${name}`}>{hint}</small>}
      {fault && (
        <p id={`e-${name}`} className="fault">
          {fault}
        </p>
      )}
      {children}
    </div>
  )
}

type Text = Field & { value: string; beside?: ReactNode; short?: boolean; long?: boolean }

/** 一行または数行の文字の欄 — a refused value stays as it was typed, with what is wrong above it. */
export function TextField({ value, beside, short, long, ...field }: Text): ReactNode {
  const said = {
    id: `f-${field.name}`,
    name: field.name,
    defaultValue: value,
    'aria-invalid': field.fault ? true : undefined,
    'aria-describedby': ids(field.name, field.hint, field.fault),
  }
  return (
    <Around {...field}>
      {long ? <textarea {...said} rows={3} /> : <input {...said} type="text" className={short ? 'short' : undefined} autoComplete="off" />}
      {beside}
    </Around>
  )
}

type Choice = Field & { value: string; options: readonly { value: string; name: string }[]; empty?: string }

export function SelectField({ value, options, empty, ...field }: Choice): ReactNode {
  return (
    <Around {...field}>
      <select
        id={`f-${field.name}`}
        name={field.name}
        defaultValue={value}
        aria-invalid={field.fault ? true : undefined}
        aria-describedby={ids(field.name, field.hint, field.fault)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.name}
          </option>
        ))}
      </select>
    </Around>
  )
}

type Tick = { name: string; value: string; label: string; on: boolean; hint?: string }

export function TickBox({ name, value, label, on, hint }: Tick): ReactNode {
  const id = `f-${name}-${value}`
  return (
    <div className="tick">
      <input type="checkbox" id={id} name={name} value={value} defaultChecked={on} aria-describedby={hint && `h-${id}`} />
      <label htmlFor={id}>{label}</label>
      {hint && <small id={`h-${id}`}>{hint}</small>}
    </div>
  )
}

/** 断られた欄の一覧 — each line leads to its field. */
export function FaultList({ faults }: { faults: readonly { field: string; text: string }[] }): ReactNode {
  return (
    <ul>
      {faults.map(({ field, text }) => (
        <li key={field + text}>
          <a href={`#f-${field}`}>{text}</a>
        </li>
      ))}
    </ul>
  )
}
