import type { ReactNode } from 'react'
import { originsOf } from '../../../reform/carry-over-draft.ts'
import { inTreeOrder } from '../../../reform/carry-over-numbers.ts'
import { placeText } from '../../../reform/edit-table.ts'
import type { RecordId } from '../../../reform/record-id.ts'
import type { StoredRecord } from '../../../reform/stored-record.ts'
import { drawnTarget, sectionsTyped, type TargetTyped } from '../../../report/carry-over-form.ts'
import { carryOverRefusalText } from '../../../report/wording-carry-over.ts'
import { arrangeCarryOver } from '../../../workflows/decide-carry-over.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal } from '../frame.tsx'
import { textOf } from '../plans/typed.ts'
import type { Staff } from '../staff.ts'
import { ofPaper, PaperFrame, type Seen, seenOf } from './desk.tsx'
import { noPaper } from './work-serving.tsx'

export async function showArranging(staff: Staff): Promise<Response> {
  const seen = await seenOf(staff)
  return seen ? page(staff, seen, null, 200) : noPaper(staff)
}

const MOST = 1000

/** 番号と並びを保存する */
export async function takeArranged(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const paths_ = Array.from({ length: MOST }, (_, nth) => `t.${nth}`).filter((path) => data.has(`${path}.key`))
  const typed = paths_.map((path): TargetTyped => {
    const text = (name: string): string => textOf(data, `${path}.${name}`)
    return {
      key: text('key'),
      position: text('position'),
      number: text('number'),
      title: text('title'),
      under: text('under'),
      sections: text('sections'),
      note: text('note'),
    }
  })
  const targets = typed.map(({ under, sections, ...rest }) => ({
    ...rest,
    under: (under || null) as RecordId | null,
    sections: sectionsTyped(sections),
  }))
  const said = { targets, version: Number(textOf(data, 'version')), renumber: textOf(data, 'do') === 'renumber' }
  const done = await arrangeCarryOver(staff.store, ofPaper(staff), said, staff.act('plan.renew'))
  const { family, id } = ofPaper(staff)
  if (done.ok) return staff.go(`${paths.staff.carryOverArranging(staff.code, family, id)}?done=1`)
  const seen = await seenOf(staff)
  return seen ? page(staff, seen, { why: carryOverRefusalText(done.problem), typed }, 409) : noPaper(staff)
}

type Sent = { why: string; typed: TargetTyped[] }

function page(staff: Staff, seen: Seen, sent: Sent | null, status: 200 | 409): Response {
  const { record, paper } = seen
  const now = inTreeOrder(record, paper.targets).map(drawnTarget)
  // what somebody else added meanwhile stands behind what was typed
  const sentKeys = new Set(sent?.typed.map(({ key }) => key))
  const known = new Set(now.map(({ key }) => key))
  const rows = sent ? [...sent.typed.filter(({ key }) => known.has(key)), ...now.filter(({ key }) => !sentKeys.has(key))] : now
  return staff.show(
    <PaperFrame staff={staff} seen={seen} tab="arranging" refused={sent !== null}>
      {sent && (
        <Refusal>
          <p>{sent.why}</p>
        </Refusal>
      )}
      {!sent && staff.query('done') !== '' && <Done>保存しました。</Done>}
      <p>新しい期の取組の番号・名称・置き場所・所管課を整えます。並び順の小さいものから、同じ柱・区分の中に並びます。</p>
      {paper.state === 'applied' ? (
        <p>新しい期は作成済です。直すときは、計画の画面で直してください。</p>
      ) : (
        <Form staff={staff} seen={seen} rows={rows} now={sent ? new Map(now.map((one) => [one.key, one])) : null} />
      )}
    </PaperFrame>,
    status,
  )
}

type FormSaid = { staff: Staff; seen: Seen; rows: TargetTyped[]; now: Map<string, TargetTyped> | null }

function Form({ staff, seen: { record, paper }, rows, now }: FormSaid): ReactNode {
  const { family, id } = ofPaper(staff)
  const places = placesOf(record, paper.from)
  const fromOf = (key: string): string =>
    originsOf(paper, key)
      .map(({ initiative }) => record.initiatives.find((it) => it.id === initiative)?.title ?? '')
      .join('、')
  return (
    <form method="post" action={paths.staff.carryOverArranging(staff.code, family, id)} className="carry-over">
      <input type="hidden" name="version" value={paper.version} />
      <table className="deciding arranging-targets">
        <caption>{`新しい期の取組（${rows.length}件）`}</caption>
        <thead>
          <tr>
            {['並び', '番号', '取組名', '柱・区分', '所管課'].map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, nth) => (
            <Row key={row.key} nth={nth} row={row} places={places} origin={fromOf(row.key)} now={now?.get(row.key) ?? null} />
          ))}
        </tbody>
      </table>
      <div className="save-bar">
        <button type="submit" name="do" value="save">
          保存する
        </button>
        <button type="submit" name="do" value="renumber" className="light">
          保存して番号を振り直す
        </button>
        <p>番号は、前の期の付け方にならいます。</p>
      </div>
    </form>
  )
}

type Place = { id: string; pillar: string; text: string }

/** The places of the old phase, and those that the outer plan gives it; below their pillar, so that a narrow field shows the theme. */
function placesOf(record: StoredRecord, from: RecordId): Place[] {
  const own = record.nodes.filter(({ plan }) => plan === from || plan === null)
  const used = new Set(record.initiatives.filter(({ plan }) => plan === from).map(({ node }) => node))
  const nodes = own.length > 0 ? own : record.nodes.filter(({ id }) => used.has(id))
  return nodes.map((node) => {
    const [pillar = '', ...rest] = placeText(record, { plan: node.plan, node: node.id }).split(' › ')
    return { id: node.id, pillar, text: rest.length > 0 ? rest.join(' › ') : `${pillar}（区分を置かない）` }
  })
}

type RowSaid = { nth: number; row: TargetTyped; places: Place[]; origin: string; now: TargetTyped | null }

function Row({ nth, row, places, origin, now }: RowSaid): ReactNode {
  const field = (name: keyof TargetTyped, label: string, className?: string) => (
    <input name={`t.${nth}.${name}`} aria-label={`${label}：${row.title}`} defaultValue={row[name]} className={className} />
  )
  const differs = now && (['number', 'title', 'under', 'sections'] as const).some((name) => now[name] !== row[name])
  const known = row.under === '' || places.some(({ id }) => id === row.under)
  return (
    <tr>
      <td data-label="並び" className="of-tick">
        <input type="hidden" name={`t.${nth}.key`} value={row.key} />
        <input type="hidden" name={`t.${nth}.note`} value={row.note} />
        {field('position', '並び', 'tiny')}
      </td>
      <td data-label="番号">{field('number', '番号', 'tiny')}</td>
      <td data-label="取組名">
        {field('title', '取組名')}
        <small>{origin === '' ? '新規' : origin === row.title ? '' : `前の期：${origin}`}</small>
        {differs && now && <p className="now">{`いまの内容：${[now.number, now.title, now.sections].filter(Boolean).join('／')}`}</p>}
      </td>
      <td data-label="柱・区分">
        <select name={`t.${nth}.under`} aria-label={`柱・区分：${row.title}`} defaultValue={row.under}>
          <option value="">（柱を置かない）</option>
          {[...Map.groupBy(places, ({ pillar }) => pillar)].map(([pillar, own]) => (
            <optgroup key={pillar} label={pillar}>
              {own.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </optgroup>
          ))}
          {!known && <option value={row.under}>（削除された柱・区分）</option>}
        </select>
      </td>
      <td data-label="所管課">{field('sections', '所管課')}</td>
    </tr>
  )
}
