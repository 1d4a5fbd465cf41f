import type { ReactNode } from 'react'
import { Chip } from '../../../kit/badge.tsx'
import type { RowTyped } from '../../../report/carry-over-form.ts'
import type { CarryOverGroup, CarryOverSheet } from '../../../report/carry-over-sheet.ts'
import { carryOverWords as words } from '../../../report/wording-carry-over.ts'
import type { SheetSaid } from '../../../workflows/decide-carry-over.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { ofPaper, PaperFrame, type Seen } from './desk.tsx'
import { AddedRow, NewRow, OldRow } from './work-rows.tsx'

/** 断られた入力 — everything that was typed, why it came back, and what stands now where somebody was faster. */
export type SentSheet = {
  why: string
  said: SheetSaid
  bulk: { ticked: string[]; title: string; reason: string }
  changed: ReadonlyMap<string, RowTyped>
  show: boolean
}

type Said = { staff: Staff; seen: Seen; sheet: CarryOverSheet; sent: SentSheet | null }

/** 取組を決める — the working paper: old on the left, decision, new on the right, saved as often as one likes. */
export function WorkPage({ staff, seen, sheet, sent }: Said): ReactNode {
  const applied = seen.paper.state === 'applied'
  return (
    <PaperFrame staff={staff} seen={seen} tab="deciding" refused={sent !== null}>
      {sent && (
        <Refusal>
          <p>{sent.why}</p>
        </Refusal>
      )}
      {sent === null && <SavedNotice staff={staff} />}
      <Progress sheet={sheet} />
      {applied ? (
        <p>
          新しい期は作成済です。決めた内容を変えるには、「新しい期を作る」の頁で取り消してください。決めた内容は「整理表と図」の頁にあります。
        </p>
      ) : (
        <p>{words.decideHelp}</p>
      )}
      {sheet.general.length > 0 && <General staff={staff} sheet={sheet} />}
      {applied ? null : <Sheet staff={staff} sheet={sheet} sent={sent} />}
    </PaperFrame>
  )
}

function SavedNotice({ staff }: { staff: Staff }): ReactNode {
  const [, act, count] = /^(save|continue|merge)-(\d{1,5})$/.exec(staff.query('done')) ?? []
  if (act === undefined) return null
  return <Done>{Number(count) === 0 ? words.nothingTyped : words.saved(Number(count))}</Done>
}

/** どこまで決めたか */
export function Progress({ sheet }: { sheet: CarryOverSheet }): ReactNode {
  return (
    <>
      <p className="progress-line">
        <label htmlFor="decided">{`${sheet.all}件中${sheet.decided}件を決めました`}</label>
        <progress id="decided" max={Math.max(1, sheet.all)} value={sheet.decided} />
      </p>
      <ul className="statuses">
        {sheet.counts.map(({ word, count }) => (
          <li key={word}>
            <Chip>{word}</Chip>
            <span className="count">{`${count}件`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function General({ staff, sheet }: { staff: Staff; sheet: CarryOverSheet }): ReactNode {
  const { family, id } = ofPaper(staff)
  const behind = sheet.faults.some(({ kind }) => kind === 'left-out' || kind === 'gone' || kind === 'already-ended')
  return (
    <div className="notice">
      <ul>
        {sheet.general.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {behind && (
        <form method="post" action={paths.staff.carryOverMending(staff.code, family, id)}>
          <button type="submit" name="mend" value="catching-up" className="light">
            前の期に合わせる
          </button>
        </form>
      )}
    </div>
  )
}

function Sheet({ staff, sheet, sent }: Omit<Said, 'seen'>): ReactNode {
  const { family, id } = ofPaper(staff)
  const here = paths.staff.carryOver(staff.code, family, id)
  const onlyOpen = sent ? sent.show : staff.query('show') === 'open'
  const shown = onlyOpen ? sheet.groups.filter(({ open }) => open > 0) : sheet.groups
  let nth = 0
  return (
    <form method="post" action={here} className="carry-over">
      {onlyOpen && <input type="hidden" name="show" value="open" />}
      <div className="toolbar">
        <button type="submit" name="do" value="save">
          保存する
        </button>
        {onlyOpen ? (
          <a href={here}>すべての取組を見る</a>
        ) : (
          <a href={`${here}?show=open`}>{`未定の取組だけを見る（${sheet.all - sheet.decided}件）`}</a>
        )}
        <a href="#bulk">まとめて決める</a>
      </div>
      {shown.length === 0 && <p className="none">未定の取組はありません。</p>}
      {shown.map((group, place) => (
        <Group key={group.id} group={group} first={group.pillar !== shown[place - 1]?.pillar}>
          {group.lines.flatMap((line) => {
            if (line.is === 'new')
              return onlyOpen ? [] : [<NewRow key={line.key} line={line} off={sent?.said.withdrawn.includes(line.key) ?? false} />]
            if (onlyOpen && line.typed.decision !== '') return []
            nth += 1
            const said = sent?.said.lines.find(({ initiative }) => initiative === line.id)
            const now = sent?.changed.get(line.id) ?? null
            return [
              <OldRow
                key={line.id}
                nth={nth}
                line={line}
                typed={said?.typed ?? line.typed}
                basis={said && !now ? said.basis : line.basis}
                now={now}
                ticked={sent?.bulk.ticked.includes(line.id) ?? false}
              />,
            ]
          })}
          <AddedRow nth={place} group={group} said={sent?.said.additions.find((one) => (one.under ?? '') === group.under)} />
        </Group>
      ))}
      <Bulk sent={sent} titles={sheet.titles} />
      <div className="save-bar">
        <button type="submit" name="do" value="save">
          保存する
        </button>
        <p>{`${sheet.all}件中${sheet.decided}件を決めました`}</p>
        <a href="#bulk">まとめて決める</a>
      </div>
    </form>
  )
}

function Group({ group, first, children }: { group: CarryOverGroup; first: boolean; children: ReactNode }): ReactNode {
  const { id, pillar, theme, open } = group
  const name = theme ?? pillar
  return (
    <section id={id} className="carry-group">
      {first && <h2>{pillar}</h2>}
      {theme && <h3>{theme}</h3>}
      {open > 0 && <p className="about">{`未定${open}件`}</p>}
      <table className="deciding">
        <caption className="unseen">{`${name}の取組`}</caption>
        <thead>
          <tr>
            <th scope="col" className="of-tick">
              選ぶ
            </th>
            <th scope="col">前の期の取組</th>
            <th scope="col" className="of-decision">
              見直し区分
            </th>
            <th scope="col" className="of-new">
              新しい取組名・所管課
            </th>
            <th scope="col" className="of-reason">
              理由
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      <p className="group-save">
        <button type="submit" name="do" value={`save:${id}`} className="light">
          保存する<span className="unseen">{`（${name}まで）`}</span>
        </button>
      </p>
    </section>
  )
}

function Bulk({ sent, titles }: { sent: SentSheet | null; titles: readonly string[] }): ReactNode {
  return (
    <fieldset id="bulk" className="bulk">
      <legend>選んだ取組をまとめて決める</legend>
      <p>左の欄で選んだ取組に、まとめて当てます。ほかの行の入力もいっしょに保存します。</p>
      <p>
        <button type="submit" name="do" value="continue" className="light">
          選んだ取組を継続にする
        </button>
      </p>
      <p className="field">
        <label htmlFor="bulk-title">統合後の取組名</label>
        <input id="bulk-title" name="bulk.title" list="new-titles" defaultValue={sent?.bulk.title} />
        <datalist id="new-titles">
          {titles.map((title) => (
            <option key={title} value={title} />
          ))}
        </datalist>
      </p>
      <p className="field">
        <label htmlFor="bulk-reason">統合する理由</label>
        <textarea id="bulk-reason" name="bulk.reason" rows={2} defaultValue={sent?.bulk.reason} />
      </p>
      <p>
        <button type="submit" name="do" value="merge" className="light">
          選んだ取組を一つに統合する
        </button>
      </p>
    </fieldset>
  )
}
