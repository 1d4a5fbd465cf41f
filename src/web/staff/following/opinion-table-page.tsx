import type { ReactNode } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import { Table } from '../../../kit/table.tsx'
import type { OpinionRowTold } from '../../../reform/opinion-rows.ts'
import { countText } from '../../../report/figures.ts'
import { OPINION_HEADERS, opinionTableRefusalText, opinionUnclearTexts, opinionVerdictNames } from '../../../report/opinion-table.ts'
import { followingWords as words } from '../../../report/wording-following.ts'
import { opinionsOf } from '../../../store/opinion.ts'
import { applyOpinionTable, type OpinionPreview, previewOpinions } from '../../../workflows/apply-opinion-table.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'
import { FollowingFrame, familyOf, gathered, noPlan } from './desk.tsx'

type Said = { pasted: string; why: string | null }

/** 意見を表から貼り付ける — every row is shown before anything is written. */
export const showOpinionTable = (staff: Staff): Promise<Response> => page(staff, { pasted: '', why: null }, 200)

const textIn = (data: FormData, name: string): string => String(data.get(name) ?? '')

export const previewOpinionTable = async (staff: Staff): Promise<Response> =>
  page(staff, { pasted: textIn(await staff.c.req.formData(), 'text'), why: null }, 200)

export async function takeOpinionTable(staff: Staff): Promise<Response> {
  const data = await staff.c.req.formData()
  const text = textIn(data, 'text')
  const said = {
    text,
    basis: textIn(data, 'basis'),
    withoutUnknown: data.has('withoutUnknown'),
    withoutUnclear: data.has('withoutUnclear'),
  }
  const done = await applyOpinionTable(staff.store, familyOf(staff), said, staff.act('evaluation.manage'))
  if (done.ok) return staff.go(`${paths.staff.opinions(staff.code, familyOf(staff))}?done=1`)
  return page(staff, { pasted: text, why: opinionTableRefusalText(done.problem) }, done.problem.kind === 'consent-missing' ? 422 : 409)
}

async function page(staff: Staff, { pasted, why }: Said, status: 200 | 409 | 422): Promise<Response> {
  const found = await gathered(staff, async (db) => ({ opinions: await opinionsOf(db, familyOf(staff)) }))
  if (!found) return noPlan(staff)
  const { outline, opinions } = found
  const asked = status !== 200 || pasted !== '' || staff.c.req.method === 'POST'
  const read = asked ? previewOpinions(outline, opinions, pasted) : null
  const preview = read?.ok ? read.value : null
  const problem = read && !read.ok ? opinionTableRefusalText(read.problem) : null
  const family = familyOf(staff)
  const above = { name: words.opinions, href: paths.staff.opinions(staff.code, family) }
  const here = paths.staff.opinionTable(staff.code, family)
  return staff.show(
    <FollowingFrame staff={staff} plans={outline.plans} title={words.pasteOpinions} here={here} above={above} why={problem ?? why}>
      {preview && <Preview staff={staff} pasted={pasted} preview={preview} />}
      <Paste here={here} pasted={pasted} />
    </FollowingFrame>,
    problem ? 422 : status,
  )
}

const Paste = ({ here, pasted }: { here: string; pasted: string }): ReactNode => (
  <section>
    <h2>{pasted === '' ? '表計算から貼り付ける' : '貼り付けた内容を直して、もう一度確かめる'}</h2>
    <form method="post" action={here}>
      <p className="field">
        <label htmlFor="text">表（見出しの行から）</label>
        <small id="text-help">
          {`見出しは「${OPINION_HEADERS.map(([, name]) => name).join('」「')}」。「対応」から右は、なくても構いません。取組名を空けた行は、計画全体への意見になります。対応の日のない対応は、下書きになります。`}
        </small>
        <textarea id="text" name="text" className="paste" defaultValue={pasted} aria-describedby="text-help" spellCheck={false} required />
      </p>
      <button type="submit">反映する前に確かめる</button>
    </form>
  </section>
)

function Preview({ staff, pasted, preview }: { staff: Staff; pasted: string; preview: OpinionPreview }): ReactNode {
  const { told, unknown, basis } = preview
  const count = (verdict: OpinionRowTold['verdict']): number => told.filter((row) => row.verdict === verdict).length
  const todo = count('new') + count('response')
  return (
    <section>
      <h2>確かめた結果</h2>
      <p role="status">{`${countText(told.length)}行のうち、新しい意見${count('new')}行、対応を加える${count('response')}行、変更なし${count('same')}行、確かめが必要${count('unclear')}行。まだ何も反映していません。`}</p>
      {todo > 0 && (
        <form method="post" action={paths.staff.opinionTableApplication(staff.code, familyOf(staff))} className="edit">
          <input type="hidden" name="basis" value={basis} />
          <textarea name="text" hidden readOnly defaultValue={pasted} aria-label="貼り付けた内容" />
          {unknown.length > 0 && <Consent name="withoutUnknown" text={`読めない列（${unknown.join('、')}）は反映しません。`} />}
          {count('unclear') > 0 && <Consent name="withoutUnclear" text={`確かめが必要な${count('unclear')}行は反映しません。`} />}
          <button type="submit">{`${todo}行をまとめて反映する`}</button>
        </form>
      )}
      <Rows told={told} />
    </section>
  )
}

const Consent = ({ name, text }: { name: string; text: string }): ReactNode => (
  <p className="consent">
    <input type="checkbox" id={name} name={name} /> <label htmlFor={name}>{text}</label>
  </p>
)

const TONES = { new: 'achieved', response: 'remark', same: 'holds', unclear: 'fails' } as const

const Rows = ({ told }: { told: readonly OpinionRowTold[] }): ReactNode => (
  <Table
    caption="行ごとの結果"
    rows={told.toSorted((a, b) => Number(b.verdict === 'unclear') - Number(a.verdict === 'unclear'))}
    keyOf={({ line }) => String(line)}
    columns={[
      { header: '行', narrow: true, numeric: true, cell: ({ line }) => line },
      { header: '対象', names: true, cell: ({ about }) => about },
      { header: '扱い', narrow: true, cell: ({ verdict }) => <Badge tone={TONES[verdict]}>{opinionVerdictNames[verdict]}</Badge> },
      { header: '内容', wide: true, cell: (row) => <What row={row} /> },
    ]}
  />
)

function What({ row }: { row: OpinionRowTold }): ReactNode {
  if (row.verdict === 'unclear') return opinionUnclearTexts[row.why]
  if (row.verdict === 'same') return null
  const { from, text, response } = row.opinion
  return (
    <ul className="plain">
      <li>{`意見（${from}）：${text}`}</li>
      {response && <li>{`対応${response.on === null ? '（下書き）' : ''}：${response.text}`}</li>}
    </ul>
  )
}
