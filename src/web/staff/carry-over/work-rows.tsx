import type { ReactNode } from 'react'
import { Chip } from '../../../kit/badge.tsx'
import { DECISION_CHOICES, type RowTyped } from '../../../report/carry-over-form.ts'
import type { CarryOverGroup, NewLine, OldLine } from '../../../report/carry-over-sheet.ts'
import type { AdditionSaid } from '../../../workflows/decide-carry-over.ts'

const Faults = ({ id, faults }: { id: string; faults: readonly string[] }): ReactNode =>
  faults.length > 0 && (
    <ul id={id} className="plain">
      {faults.map((text) => (
        <li key={text} className="fault">
          {text}
        </li>
      ))}
    </ul>
  )

const named = ({ number, title }: { number: string | null; title: string }): string => [number, title].filter(Boolean).join(' ')

type OldSaid = { nth: number; line: OldLine; typed: RowTyped; basis: string; now: RowTyped | null; ticked: boolean }

/** 前の期の取組の行 — which fields it shows follows from the decision, by style alone; without that all of them are shown. */
export function OldRow({ nth, line, typed, basis, now, ticked }: OldSaid): ReactNode {
  const path = `r.${nth}`
  const name = named(line)
  const described = line.faults.length > 0 ? `${path}-faults` : undefined
  const said = (field: keyof RowTyped, label: string) => ({
    name: `${path}.${field}`,
    'aria-label': `${label}：${name}`,
    'aria-describedby': described,
    defaultValue: typed[field],
  })
  return (
    <tr className={typed.decision === '' ? 'open' : undefined}>
      <td className="of-tick" data-label="選ぶ">
        <input type="checkbox" name="tick" value={line.id} aria-label={`選ぶ：${name}`} defaultChecked={ticked} />
        <input type="hidden" name={`${path}.id`} value={line.id} />
        <input type="hidden" name={`${path}.basis`} value={basis} />
      </td>
      <th scope="row">
        {name}
        <small>{[line.sections || '所管課の記載なし', line.evaluation && `評価：${line.evaluation}`].filter(Boolean).join('　')}</small>
        <Faults id={`${path}-faults`} faults={line.faults} />
        {now && <Now now={now} />}
      </th>
      <td className="of-decision" data-label="見直し区分">
        <select {...said('decision', '見直し区分')}>
          {DECISION_CHOICES.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </td>
      <td className="of-new" data-label="新しい取組名・所管課">
        <textarea {...said('titles', '新しい取組名')} rows={Math.max(1, typed.titles.split('\n').length)} placeholder="新しい取組名" />
        <input {...said('sections', '所管課')} placeholder="所管課" />
      </td>
      <td className="of-reason" data-label="理由">
        <textarea {...said('reason', '理由')} rows={2} placeholder="完了・廃止・統合の理由" />
      </td>
    </tr>
  )
}

function Now({ now }: { now: RowTyped }): ReactNode {
  const word = DECISION_CHOICES.find(([value]) => value === now.decision)?.[1] ?? ''
  const parts = [word, now.titles.replaceAll('\n', '・'), now.sections, now.reason && `理由：${now.reason}`]
  return <p className="now">{`ほかの人が変えた、いまの内容：${parts.filter(Boolean).join('／')}`}</p>
}

/** 新規の行 */
export function NewRow({ line, off }: { line: NewLine; off: boolean }): ReactNode {
  const name = named(line)
  return (
    <tr className="new">
      <td className="of-tick" />
      <th scope="row">
        <span className="none">（なし）</span>
        <Faults id={`${line.key}-faults`} faults={line.faults} />
      </th>
      <td className="of-decision" data-label="見直し区分">
        <Chip>新規</Chip>
      </td>
      <td className="of-new" data-label="新しい取組名・所管課">
        {name}
        <small>{line.sections || '所管課の記載なし'}</small>
      </td>
      <td className="of-reason">
        <label>
          <input type="checkbox" name="off" value={line.key} defaultChecked={off} /> 取りやめる
          <span className="unseen">{`：${name}`}</span>
        </label>
      </td>
    </tr>
  )
}

/** 新しい取組を加える行 — one a theme; saved where a title is written. */
export function AddedRow({ nth, group, said }: { nth: number; group: CarryOverGroup; said: AdditionSaid | undefined }): ReactNode {
  const path = `n.${nth}`
  const place = group.theme ?? group.pillar
  return (
    <tr className="add">
      <td className="of-tick">
        <input type="hidden" name={`${path}.id`} value={nth} />
        <input type="hidden" name={`${path}.under`} value={group.under} />
      </td>
      <th scope="row">
        <span className="quiet">新しい取組を加える</span>
      </th>
      <td className="of-decision" data-label="見直し区分">
        <span className="quiet">新規</span>
      </td>
      <td className="of-new" data-label="新しい取組名・所管課">
        <input
          name={`${path}.title`}
          aria-label={`加える取組名：${place}`}
          placeholder="加える取組名"
          defaultValue={said?.title}
          autoComplete="off"
        />
        <input
          name={`${path}.sections`}
          aria-label={`加える取組の所管課：${place}`}
          placeholder="所管課"
          defaultValue={said?.sections}
          autoComplete="off"
        />
      </td>
      <td className="of-reason" />
    </tr>
  )
}
