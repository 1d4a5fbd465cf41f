import type { ReactNode } from 'react'
import { Definitions, Table } from '../../../kit/table.tsx'
import type { Verdict } from '../../../reform/record.ts'
import { yearShort } from '../../../report/figures.ts'
import { dayShort } from '../../../report/former-values.ts'
import { type PublicationPreview, publicationPreview } from '../../../report/publication-preview.ts'
import { publicationRefusalText, planWords as words } from '../../../report/wording-plans.ts'
import { editionsOf } from '../../../store/edition.ts'
import { planChangesOf } from '../../../store/plan-change.ts'
import { loadRecord } from '../../../store/record.ts'
import { type AwaitingEdition, awaitingEdition } from '../../../store/round-item.ts'
import { dayInJapan } from '../../../vocabulary/calendar-day.ts'
import { checksOf } from '../../../workflows/check-stored.ts'
import { publishEdition } from '../../../workflows/publish-edition.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'
import { crumbsOf, planTitle } from './plan-serving.tsx'
import { familyOf, noPlan } from './serve-edit.tsx'
import { textOf } from './typed.ts'

/** 公表の前 — what an edition would say, before the button is pressed. */
export const showPublication = (staff: Staff): Promise<Response> => publicationPage(staff, null, 200)

export async function takePublication(staff: Staff): Promise<Response> {
  const asked = textOf(await staff.c.req.formData(), 'year')
  const fiscalYear = /^\d{4}$/.test(asked) ? Number(asked) : null
  const done = await publishEdition(staff.store, familyOf(staff), staff.act('plan.publish', '公表'), { fiscalYear })
  if (!done.ok) return publicationPage(staff, publicationRefusalText(done.problem), 409)
  staff.options.published()
  return staff.go(`${paths.staff.planPublication(staff.code, familyOf(staff))}?done=${done.value.number}`)
}

async function publicationPage(staff: Staff, why: string | null, status: 200 | 409): Promise<Response> {
  const family = familyOf(staff)
  const found = await staff.store.reading(staff.code, async (db) => {
    const record = await loadRecord(db, family)
    return (
      record && {
        record,
        changes: await planChangesOf(db, family),
        editions: await editionsOf(db, family),
        awaiting: await awaitingEdition(db, family),
      }
    )
  })
  if (!found) return noPlan(staff)
  const { record, changes, editions, awaiting } = found
  const accepted = awaiting.filter((year) => year.accepted > 0)
  const preview = publicationPreview(record, checksOf(record), changes)
  const action = paths.staff.planPublication(staff.code, family)
  const done = staff.query('done')
  const root = record.plans.find(({ parent }) => parent === null)
  return staff.show(
    <StaffFrame
      staff={staff}
      title={why ? `公表できません：${words.publication}` : words.publication}
      crumbs={[...crumbsOf(staff, planTitle(record.plans)), { name: words.publication, href: action }]}
    >
      <h1>{`${planTitle(record.plans)}の公表`}</h1>
      {done !== '' && root && (
        <Done>
          {`第${done}版として公表しました。`} <a href={paths.plan(staff.code, root.id)}>公開の画面で見る</a>
        </Done>
      )}
      {why && (
        <Refusal>
          <p>{why}</p>
        </Refusal>
      )}
      <Contents preview={preview} awaiting={awaiting} last={editions[0] ?? null} />
      <form method="post" action={action} className="edit">
        <YearChoice accepted={accepted} stated={record.fiscalYear} period={root?.period ?? null} />
        <p>公表した版は変えられません。直すときは、新しい版を公表します。</p>
        <p className="buttons">
          <button type="submit">新しい版を公表する</button>
          <a href={paths.staff.plan(staff.code, family)}>公表せずに戻る</a>
        </p>
      </form>
      <Checks preview={preview} />
    </StaffFrame>,
    status,
  )
}

type Accepted = readonly AwaitingEdition[]

function Contents({
  preview,
  awaiting,
  last,
}: {
  preview: PublicationPreview
  awaiting: Accepted
  last: { number: number; publishedAt: Date } | null
}): ReactNode {
  const byYear = (of: 'accepted' | 'reopened'): string =>
    awaiting
      .filter((year) => year[of] > 0)
      .map((year) => `${yearShort(year.fiscalYear)}：${year[of]}件`)
      .join('、')
  return (
    <>
      <Definitions
        items={[
          ['これまでの版', last ? `第${last.number}版（${dayShort(dayInJapan(last.publishedAt))}）` : 'まだ公表していません'],
          ['載るもの', preview.counts.map(([what, count]) => `${what}${count}件`).join('、')],
          ['公表を待つ受理済みの報告', byYear('accepted') || 'ありません'],
          ...reopenedRow(byYear('reopened')),
          ['計画の見直し', `決定した${preview.decided}件を載せます。決めていない${preview.open}件は載せません。`],
        ]}
      />
      {preview.missing.length > 0 && (
        <section>
          <h2>まだ書かれていないもの</h2>
          <p>このまま公表できます。公表した頁では「記載なし」と表示します。</p>
          <ul>
            {preview.missing.map(({ what, names }) => (
              <li key={what}>{`${what}：${names.length}件（${names.slice(0, 5).join('、')}${names.length > 5 ? ' ほか' : ''}）`}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** An edition does not wait for what is being put right, and whoever publishes has to know that. */
const reopenedRow = (years: string): [string, string][] =>
  years === '' ? [] : [['再開して直している報告', `${years}。前に受理した内容のまま載ります。`]]

function YearChoice({
  accepted,
  stated,
  period,
}: {
  accepted: Accepted
  stated: number | null
  period: { from: number; to: number } | null
}): ReactNode {
  const last = period ? Array.from({ length: Math.min(period.to - period.from + 1, 30) }, (_, nth) => period.from + nth) : []
  const years = [...new Set([...accepted.map(({ fiscalYear }) => fiscalYear), ...(stated === null ? [] : [stated]), ...last])].sort(
    (a, b) => b - a,
  )
  return (
    <p className="field">
      <label htmlFor="year">公表する年度</label>
      <small id="year-help">選んだ年度の照会で受理した報告は、「公表済」になります。</small>
      <select id="year" name="year" aria-describedby="year-help" defaultValue={String(accepted[0]?.fiscalYear ?? stated ?? '')}>
        <option value="">計画だけ（年度なし）</option>
        {years.map((year) => (
          <option key={year} value={year}>
            {yearShort(year)}
          </option>
        ))}
      </select>
    </p>
  )
}

const VERDICTS: [Verdict, string][] = [
  ['fails', '合わない計算'],
  ['remark', '指摘'],
  ['cannot-tell', '確かめられない計算'],
]

function Checks({ preview }: { preview: PublicationPreview }): ReactNode {
  return (
    <section>
      <h2>検算の結果</h2>
      <p>{`合っている計算は${preview.checks.holds.length}件です。検算の結果は、公表した頁にも載ります。`}</p>
      {VERDICTS.map(([verdict, name]) => (
        <Table
          key={verdict}
          caption={`${name}（${preview.checks[verdict].length}件）`}
          none={`${name}はありません。`}
          rows={preview.checks[verdict].slice(0, 100)}
          keyOf={(_, nth) => String(nth)}
          columns={[
            { header: '種類', names: true, cell: ({ kind }) => kind },
            { header: '内容', wide: true, cell: ({ message }) => message },
          ]}
        />
      ))}
    </section>
  )
}
