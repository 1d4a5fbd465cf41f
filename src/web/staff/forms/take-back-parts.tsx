import type { ReactNode } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import { inOrder } from '../../../kit/in-order.ts'
import { Table } from '../../../kit/table.tsx'
import type { TakeBack } from '../../../reform/take-back.ts'
import type { ToldConflict, ToldField, ToldItem, ToldTaken, ToldTrouble } from '../../../report/take-back-sheet.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'

const itemName = ({ number, title, section }: ToldItem): string => [number, title, section && `（${section}）`].filter(Boolean).join('　')

/** Blank is an answer too, and must be seen. */
const Value = ({ children }: { children: string }): ReactNode =>
  children === '' ? <span className="blank">（空欄）</span> : <span className="typed">{children}</span>

type TroublesSaid = { staff: Staff; takeBack: TakeBack; troubles: ToldTrouble[]; isDecided: boolean }

/** 確認が必要なファイル — which cell, and what to do. */
export function Troubles({ staff, takeBack, troubles, isDecided }: TroublesSaid): ReactNode {
  if (troubles.length === 0) return null
  return (
    <section aria-labelledby="troubles">
      <h2 id="troubles">{isDecided ? '取り込まなかったファイル' : '取り込めないファイル'}</h2>
      <Table<ToldTrouble>
        caption="取り込めない様式"
        rows={troubles}
        keyOf={({ nth, form }, place) => `${nth} ${form} ${place}`}
        columns={[
          {
            header: 'ファイル',
            names: true,
            cell: ({ file, nth }) => <a href={paths.staff.takeBackFile(staff.code, takeBack.id, String(nth))}>{file}</a>,
          },
          { header: 'シート・帳票番号', cell: ({ form }) => form ?? 'ファイル全体' },
          {
            header: '分かったことと、すること',
            wide: true,
            cell: ({ why }) => (
              <>
                <Badge tone="fails">取り込みません</Badge>
                {inOrder(why).map(({ key, it: line }) => (
                  <p key={key}>{line}</p>
                ))}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

type ConflictsSaid = { conflicts: ToldConflict[]; isOpen: boolean; rest: boolean; isDecided?: boolean }
const MANY = 3

/** 決めてください — the value of today and those of the files, side by side; nothing is chosen beforehand. */
export function Conflicts({ conflicts, isOpen, rest, isDecided }: ConflictsSaid): ReactNode {
  if (conflicts.length === 0) return null
  return (
    <section aria-labelledby="conflicts">
      <h2 id="conflicts">{isDecided ? '決めた値' : '決めてください'}</h2>
      <p>
        {isDecided
          ? '今の報告とファイル、またはファイルどうしで値が違ったものです。'
          : '今の報告とファイル、またはファイルどうしで値が違います。どちらにするかを一つずつ選んでください。選ぶまで、何も上書きしません。'}
      </p>
      {conflicts.map((conflict, place) => (
        <Conflict key={conflict.key} conflict={conflict} place={place} isOpen={isOpen && !rest} isDecided={isDecided === true} />
      ))}
      {!isDecided && conflicts.length > MANY && (
        <p className="tick">
          <label>
            <input type="checkbox" name="rest" value="now" defaultChecked={rest} />
            選んでいないものは、すべて今の値を残す
          </label>
        </p>
      )}
    </section>
  )
}

type ConflictSaid = { conflict: ToldConflict; place: number; isOpen: boolean; isDecided: boolean }

function Conflict({ conflict, place, isOpen, isDecided }: ConflictSaid): ReactNode {
  const { key, of, name, why, now, options, chosen } = conflict
  const said = [
    { value: 'now', label: '今の値を残す', text: now, where: [] as string[], isChosen: chosen === 'now' },
    ...options.map(({ choice, value, where }) => ({
      value: String(choice),
      label: 'ファイルの値にする',
      text: value,
      where,
      isChosen: chosen === choice,
    })),
  ]
  const isMissing = isOpen && chosen === null
  return (
    <fieldset className="conflict" id={`decide-${place + 1}`} aria-describedby={isMissing ? `fault-${place + 1}` : undefined}>
      <legend>
        {itemName(of)}　{name}
      </legend>
      {isMissing ? (
        <p className="fault" id={`fault-${place + 1}`}>
          まだ選ばれていません。
        </p>
      ) : (
        <Badge tone="remark">{why}</Badge>
      )}
      <div className="sides">
        {said.map((side) => (
          <Side key={side.value} side={side} radio={isDecided ? null : `choice:${key}`} />
        ))}
      </div>
    </fieldset>
  )
}

type SideSaid = { value: string; label: string; text: string; where: string[]; isChosen: boolean }

function Side({ side, radio }: { side: SideSaid; radio: string | null }): ReactNode {
  const told = (
    <>
      <Value>{side.text}</Value>
      {side.where.map((where) => (
        <small key={where}>{where}</small>
      ))}
    </>
  )
  if (radio === null)
    return (
      <div className={side.isChosen ? 'side-by chosen' : 'side-by'}>
        <span className="which">{side.isChosen ? `✓ ${side.label}（選んだ値）` : side.label}</span>
        {told}
      </div>
    )
  return (
    <label className="side-by">
      <span className="which">
        <input type="radio" name={radio} value={side.value} defaultChecked={side.isChosen} />
        {side.label}
      </span>
      {told}
    </label>
  )
}

/** 取り込む値 — every value with its cell, folded away: ninety-three files are read by nobody line by line. */
export function Taken({ taken, title }: { taken: ToldTaken[]; title: string }): ReactNode {
  const rows = taken.flatMap((item) => item.fields.map((field) => ({ item, field })))
  if (rows.length === 0) return null
  const remarked = rows.filter(({ field }) => field.remark !== null)
  return (
    <section aria-labelledby="taken">
      <h2 id="taken">{title}</h2>
      {remarked.length > 0 && <FieldTable caption="念のため確かめてください" rows={remarked} />}
      <details>
        <summary>{`${taken.length}件の報告の${rows.length}個の値を見る`}</summary>
        <FieldTable caption={`${title}（${rows.length}個）`} rows={rows} />
      </details>
    </section>
  )
}

type FieldRow = { item: ToldTaken; field: ToldField }

const FieldTable = ({ caption, rows }: { caption: string; rows: FieldRow[] }): ReactNode => (
  <Table<FieldRow>
    caption={caption}
    rows={rows}
    keyOf={({ item, field }) => `${item.item} ${field.name}`}
    columns={[
      { header: '取組', names: true, cell: ({ item }) => itemName(item) },
      { header: '項目', cell: ({ field }) => field.name },
      { header: '今の値', cell: ({ field }) => <Value>{field.now}</Value> },
      {
        header: 'ファイルの値',
        wide: true,
        cell: ({ field }) => (
          <>
            <Value>{field.value}</Value>
            {field.where.map((where) => (
              <small key={where}>{where}</small>
            ))}
            {field.remark && <Badge tone="remark">{field.remark}</Badge>}
          </>
        ),
      },
      { header: '扱い', cell: ({ field }) => field.word },
    ]}
  />
)

/** 変わりのないもの、読まなかったもの */
export function NothingNew({ items, beside }: { items: ToldItem[]; beside: string[] }): ReactNode {
  if (items.length === 0 && beside.length === 0) return null
  return (
    <details>
      <summary>{`何も書かれていなかった様式（${items.length}）と、読まなかったファイル（${beside.length}）`}</summary>
      <ul>
        {items.map((item) => (
          <li key={item.item}>{`${itemName(item)}：配付したままか、今の報告と同じです`}</li>
        ))}
        {beside.map((name) => (
          <li key={name}>{`${name}：作業用のファイルです`}</li>
        ))}
      </ul>
    </details>
  )
}
