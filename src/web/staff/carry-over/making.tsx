import type { ReactNode } from 'react'
import type { CarryOver } from '../../../reform/carry-over.ts'
import type { RecordId } from '../../../reform/record-id.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { type CarryOverSheet, carryOverSheet } from '../../../report/carry-over-sheet.ts'
import {
  type CannotCarryOver,
  carryOverFaultText,
  carryOverRefusalText,
  carryOverWords as words,
} from '../../../report/wording-carry-over.ts'
import type { Result } from '../../../vocabulary/result.ts'
import { applyCarryOver } from '../../../workflows/apply-carry-over.ts'
import { mendCarryOver } from '../../../workflows/decide-carry-over.ts'
import { discardCarryOver, renamePhase } from '../../../workflows/start-carry-over.ts'
import { undoCarryOver } from '../../../workflows/undo-carry-over.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal } from '../frame.tsx'
import { textOf } from '../plans/typed.ts'
import type { Staff } from '../staff.ts'
import { ofPaper, PaperFrame, type Seen, seenOf } from './desk.tsx'
import { PhaseFields } from './list-page.tsx'
import { Progress } from './work-page.tsx'
import { noPaper } from './work-serving.tsx'

const { staff: at } = paths
type PhaseTyped = { title: string; kind: string; from: string; to: string }
type Refused = { why: string; typed?: PhaseTyped }

/** 新しい期を作る頁 — what is still to be mended, then the button; afterwards the way back. */
export async function showMaking(staff: Staff): Promise<Response> {
  return page(staff, null, 200)
}

const here = (staff: Staff, done = ''): string => {
  const { family, id } = ofPaper(staff)
  return at.carryOverMaking(staff.code, family, id) + (done === '' ? '' : `?done=${done}`)
}

async function answered(staff: Staff, done: Result<unknown, CannotCarryOver>, to: string, typed?: PhaseTyped): Promise<Response> {
  if (done.ok) return staff.go(to)
  const status = done.problem.kind === 'start-faults' ? 422 : 409
  return page(staff, { why: carryOverRefusalText(done.problem), ...(typed ? { typed } : {}) }, status)
}

const versionIn = (data: FormData): number => Number(textOf(data, 'version'))
const Version = ({ paper }: { paper: CarryOver }): ReactNode => <input type="hidden" name="version" value={paper.version} />

export async function takeMaking(staff: Staff): Promise<Response> {
  const version = versionIn(await staff.c.req.formData())
  return answered(staff, await applyCarryOver(staff.store, ofPaper(staff), version, staff.act('plan.renew')), here(staff, 'applied'))
}

export async function takeUndoing(staff: Staff): Promise<Response> {
  const version = versionIn(await staff.c.req.formData())
  return answered(staff, await undoCarryOver(staff.store, ofPaper(staff), version, staff.act('plan.renew')), here(staff, 'undone'))
}

export async function takeMending(staff: Staff): Promise<Response> {
  const mend = textOf(await staff.c.req.formData(), 'mend') === 'successors' ? 'successors' : 'catching-up'
  return answered(staff, await mendCarryOver(staff.store, ofPaper(staff), mend, staff.act('plan.renew')), here(staff, 'mended'))
}

export async function takeSettings(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const text = (name: string): string => textOf(data, name).slice(0, 500)
  const typed = { title: text('title'), kind: text('kind'), from: text('from'), to: text('to') }
  const done = await renamePhase(staff.store, ofPaper(staff), { said: typed, version: versionIn(data) }, staff.act('plan.renew'))
  return answered(staff, done, here(staff, 'mended'), typed)
}

export async function takeRemoval(staff: Staff): Promise<Response> {
  const { family } = ofPaper(staff)
  const version = versionIn(await staff.c.req.formData())
  const done = await discardCarryOver(staff.store, ofPaper(staff), version, staff.act('plan.renew'))
  return answered(staff, done, `${at.carryOvers(staff.code, family)}?done=removed`)
}

const DONE: Record<string, string> = { applied: words.applied, undone: words.undone, mended: '直しました。' }

async function page(staff: Staff, refused: Refused | null, status: 200 | 409 | 422): Promise<Response> {
  const seen = await seenOf(staff)
  if (!seen) return noPaper(staff)
  const sheet = carryOverSheet(seen.record, seen.paper, seen)
  const done = DONE[staff.query('done')]
  return staff.show(
    <PaperFrame staff={staff} seen={seen} tab="making" refused={refused !== null}>
      {refused && (
        <Refusal>
          <p>{refused.why}</p>
        </Refusal>
      )}
      {!refused && done && <Done>{done}</Done>}
      <Progress sheet={sheet} />
      {seen.paper.made ? (
        <Made staff={staff} seen={seen} made={seen.paper.made} />
      ) : (
        <Making staff={staff} seen={seen} sheet={sheet} typed={refused?.typed} />
      )}
    </PaperFrame>,
    status,
  )
}

type MakingSaid = { staff: Staff; seen: Seen; sheet: CarryOverSheet; typed?: PhaseTyped | undefined }

function Making({ staff, seen: { record, paper }, sheet, typed }: MakingSaid): ReactNode {
  const { family, id } = ofPaper(staff)
  const open = sheet.faults.filter(({ kind }) => kind === 'undecided').length
  const others = sheet.faults.filter(({ kind }) => kind !== 'undecided')
  return (
    <>
      {sheet.faults.length > 0 && <h2>直すところ</h2>}
      {open > 0 && (
        <p>
          未定の取組が{open}件あります。<a href={`${at.carryOver(staff.code, family, id)}?show=open`}>未定の取組を決める</a>
        </p>
      )}
      {others.length > 0 && (
        <ul className="mend">
          {[...new Set(others.map(carryOverFaultText))].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <Mending staff={staff} kinds={new Set(others.map(({ kind }) => kind))} />
      {sheet.faults.length === 0 && (
        <>
          <h2>作る</h2>
          <p>{words.ready}</p>
          <p>{words.makeHelp}</p>
          <p>{outerText(record, paper)}</p>
          {paper.rows.some(({ decision }) => decision === 'split') && <p>{words.splitNote}</p>}
          <form method="post" action={here(staff)}>
            <Version paper={paper} />
            <button type="submit">{`「${paper.title}」を作る`}</button>
          </form>
        </>
      )}
      <Settings staff={staff} paper={paper} typed={typed} />
    </>
  )
}

function Mending({ staff, kinds }: { staff: Staff; kinds: ReadonlySet<string> }): ReactNode {
  const { family, id } = ofPaper(staff)
  const behind = kinds.has('left-out') || kinds.has('gone') || kinds.has('already-ended')
  if (!behind && !kinds.has('section-ended')) return null
  return (
    <form method="post" action={at.carryOverMending(staff.code, family, id)} className="inline">
      {kinds.has('section-ended') && (
        <button type="submit" name="mend" value="successors" className="light">
          所管課を後継の課に置き換える
        </button>
      )}
      {behind && (
        <button type="submit" name="mend" value="catching-up" className="light">
          前の期に合わせる
        </button>
      )}
    </form>
  )
}

function outerText(record: StoredRecord, { from, period }: CarryOver): string {
  const old = record.plans.find((plan) => plan.id === from)
  const outer = record.plans.find((plan) => plan.id === (old?.parent ?? old?.id))
  const isBeyond = outer?.period && period && (period.from < outer.period.from || period.to > outer.period.to)
  return `${words.outside(outer?.title ?? '')}${isBeyond ? words.beyond(outer?.title ?? '') : ''}`
}

function Settings({ staff, paper, typed }: { staff: Staff; paper: CarryOver; typed?: PhaseTyped | undefined }): ReactNode {
  const { family, id } = ofPaper(staff)
  const { title, kind, period } = paper
  const drawn = { title, kind: kind ?? '', from: period ? String(period.from) : '', to: period ? String(period.to) : '' }
  return (
    <>
      <details open={typed !== undefined || undefined}>
        <summary>新しい期の名称と期間を直す</summary>
        <form method="post" action={at.carryOverSettings(staff.code, family, id)} className="edit">
          <Version paper={paper} />
          <PhaseFields typed={typed ?? drawn} />
          <button type="submit" className="light">
            名称と期間を保存する
          </button>
        </form>
      </details>
      <details>
        <summary>この引継ぎの案を捨てる</summary>
        <form method="post" action={at.carryOverRemoval(staff.code, family, id)} className="edit">
          <Version paper={paper} />
          <p>決めた内容がすべて失われます。計画は変わりません。</p>
          <button type="submit" className="light">
            案を捨てる
          </button>
        </form>
      </details>
    </>
  )
}

function Made({ staff, seen, made }: { staff: Staff; seen: Seen; made: NonNullable<CarryOver['made']> }): ReactNode {
  const { family, id } = ofPaper(staff)
  const of = (all: readonly { id: RecordId }[], ids: readonly RecordId[]): number => all.filter((one) => ids.includes(one.id)).length
  return (
    <>
      <h2>作ったもの</h2>
      <p>
        {`取組${of(seen.record.initiatives, made.initiatives)}件、柱・区分${of(seen.record.nodes, made.nodes)}件、指標${of(seen.record.indicators, made.indicators)}件、系譜${made.lineage.length}行。`}{' '}
        <a href={`${at.plan(staff.code, family)}#${made.plan}`}>新しい期の計画を見る</a>
      </p>
      <h2>取り消す</h2>
      <p>{words.undoHelp}</p>
      <form method="post" action={at.carryOverUndoing(staff.code, family, id)}>
        <Version paper={seen.paper} />
        <button type="submit" className="light">
          新しい期を取り消す
        </button>
      </form>
    </>
  )
}
