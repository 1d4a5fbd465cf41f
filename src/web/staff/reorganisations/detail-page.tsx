import type { ReactNode } from 'react'
import { Chip } from '../../../kit/badge.tsx'
import { inOrder } from '../../../kit/in-order.ts'
import { Definitions } from '../../../kit/table.tsx'
import { ChangeTable, ReorganisationFigure } from '../../../publish/site/reorganisation-figure.tsx'
import { changeRow, countsText, type ReorganisationFlow } from '../../../report/reorganisation-flow.ts'
import { dayText } from '../../../report/wording-accounts.ts'
import {
  effectNames,
  reorganisationFaultText,
  reorganisationState,
  reorganisationWords as words,
} from '../../../report/wording-reorganisations.ts'
import { paths } from '../../paths.ts'
import { Done, Refusal, StaffFrame } from '../frame.tsx'
import { type At, Touched } from './touched.tsx'
import { Undecided } from './undecided.tsx'

const DONE: Record<string, string> = { saved: words.saved, chosen: words.chosen, applied: words.done, moved: words.carriedOut }

/** 組織改正の頁 — the draft before it is applied, with everything it touches; afterwards what it did. */
export function DetailPage({ staff, seen, flow, why }: At & { flow: ReorganisationFlow | null; why: readonly string[] }): ReactNode {
  const { reorganisation: it, preview } = seen
  const here = paths.staff.reorganisation(staff.code, it.id)
  const title = it.title || '（題名なし）'
  const done = DONE[staff.query('done')]
  const rows = preview.changes.map(({ change, effect }) => ({ ...changeRow(change), effect }))
  return (
    <StaffFrame
      staff={staff}
      title={why.length > 0 ? `適用できません：${title}` : title}
      crumbs={[
        { name: words.list, href: paths.staff.reorganisations(staff.code) },
        { name: title, href: here },
      ]}
    >
      <h1>{title}</h1>
      {done && why.length === 0 && <Done>{done}</Done>}
      {why.length > 0 && (
        <Refusal>
          {inOrder(why).map(({ key, it: line }) => (
            <p key={key}>{line}</p>
          ))}
        </Refusal>
      )}
      <Definitions
        items={[
          ['施行日', dayText(it.effective)],
          ['状態', <Chip key="state">{reorganisationState(it, staff.standing.day)}</Chip>],
          ['内容', countsText(it.changes) || '変更の記載なし'],
        ]}
      />
      <Ways staff={staff} seen={seen} />
      <Faults staff={staff} seen={seen} />
      {flow && (
        <section>
          <h2>現行と改正後</h2>
          <ReorganisationFigure id="flow" flow={flow} />
          <ChangeTable
            caption={`変更（${rows.length}件）`}
            rows={rows}
            more={{ header: '所属への反映', cell: ({ effect }) => effectNames[effect] }}
          />
        </section>
      )}
      <Undecided staff={staff} seen={seen} />
      <Touched staff={staff} seen={seen} />
      <Apply staff={staff} seen={seen} />
      <Drop staff={staff} seen={seen} />
    </StaffFrame>
  )
}

function Ways({ staff, seen: { reorganisation: it } }: At): ReactNode {
  return (
    <ul className="ways">
      {it.state === 'drafting' && (
        <li>
          <a href={paths.staff.reorganisationEdit(staff.code, it.id)}>{words.edit}</a>
        </li>
      )}
      <li>
        <a href={paths.staff.reorganisationWorkbook(staff.code, it.id)}>Excel で受け取る</a>
      </li>
    </ul>
  )
}

/** Everything that keeps it from being applied, each line leading to its row. */
function Faults({ staff, seen: { reorganisation: it, preview } }: At): ReactNode {
  if (preview.faults.length === 0) return null
  const edit = paths.staff.reorganisationEdit(staff.code, it.id)
  return (
    <section className="notice error" aria-labelledby="faults">
      <h2 id="faults">{`直すところ（${preview.faults.length}か所）`}</h2>
      <ul>
        {inOrder(preview.faults).map(({ key, it: fault }) => (
          <li key={key}>
            {'nth' in fault && (
              <>
                <a href={`${edit}#row-${fault.nth + 1}`}>{`${fault.nth + 1}行目`}</a>：
              </>
            )}
            {reorganisationFaultText(fault)}
          </li>
        ))}
      </ul>
      <p>
        すべて直すと、適用できるようになります。<a href={edit}>内容を直す</a>
      </p>
    </section>
  )
}

function Apply({ staff, seen: { reorganisation: it, preview, basis } }: At): ReactNode {
  const { day } = staff.standing
  if (it.state === 'applied' && !it.carriedOut && it.effective <= day)
    return (
      <section>
        <h2>取組と照会の所管を移す</h2>
        <p>
          施行日になりました。上の選択のとおりに、計画の所管課と進行中の照会の票が、まもなく自動的に移ります。すぐに移したいときは、ここで移せます。
        </p>
        <form method="post" action={paths.staff.reorganisationHandover(staff.code, it.id)}>
          <input type="hidden" name="version" value={it.version} />
          <button type="submit">所管を移す</button>
        </form>
      </section>
    )
  if (it.state === 'applied' || preview.faults.length > 0) return null
  const ahead = it.effective > day
  return (
    <section>
      <h2>適用する</h2>
      <ul>
        <li>なくなる課に終わりの日と後継を、新しい課に始まりの日を登録します。前の日までの記録は、そのままの課の名で残ります。</li>
        {ahead ? (
          <li>{`施行日（${dayText(it.effective)}）より前に適用できます。職員の役割は、その日から自動的に後継の課に及びます。計画の所管課と照会の票は、施行日になると、上の選択のとおりに自動的に移ります（後継の選択は、それまで直せます）。`}</li>
        ) : (
          <li>
            計画の所管課と、進行中の照会の票（未提出のもの）を、後継の課に移します。公表した取組の所管の変更は「計画の見直し」として記録します。
          </li>
        )}
        {preview.unchosen.length > 0 && (
          <li>{`後継を選んでいない取組が${preview.unchosen.length}件あります。選ばないまま適用すると、計画には前の課の名が残り、後継のどの課からも報告できます。`}</li>
        )}
      </ul>
      <form method="post" action={paths.staff.reorganisationApplication(staff.code, it.id)}>
        <input type="hidden" name="basis" value={basis} />
        <button type="submit">この内容で適用する</button>
      </form>
    </section>
  )
}

function Drop({ staff, seen: { reorganisation: it } }: At): ReactNode {
  if (it.state === 'applied')
    return <p className="small">適用した組織改正は取り消せません。訂正するときは、新しい組織改正を作るか、所属の画面で直してください。</p>
  return (
    <details>
      <summary>この案を取りやめる</summary>
      <form method="post" action={paths.staff.reorganisationRemoval(staff.code, it.id)}>
        <input type="hidden" name="version" value={it.version} />
        <p>案を消します。変更の記録には残ります。</p>
        <button type="submit" className="light">
          案を取りやめる
        </button>
      </form>
    </details>
  )
}
