import type { ReactNode } from 'react'
import { Chip } from '../../../kit/badge.tsx'
import { Table } from '../../../kit/table.tsx'
import type { Reorganisation } from '../../../reform/reorganisation.ts'
import { type DocumentedReorganisation, documentedReorganisations } from '../../../report/documented-reorganisations.ts'
import { countsText } from '../../../report/reorganisation-flow.ts'
import { dayText } from '../../../report/wording-accounts.ts'
import { reorganisationState, reorganisationWords as words } from '../../../report/wording-reorganisations.ts'
import { documentedChanges, reorganisationsOf } from '../../../store/reorganisation.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import type { Staff } from '../staff.ts'

/** 組織改正の一覧 — what the office made, and what the imported documents say. */
export async function showList(staff: Staff): Promise<Response> {
  const { made, documented } = await staff.store.reading(staff.code, async (db) => ({
    made: await reorganisationsOf(db),
    documented: await documentedChanges(db),
  }))
  const told = documentedReorganisations(documented, staff.standing.sections, made)
  return staff.show(
    <StaffFrame staff={staff} title={words.list} crumbs={[{ name: words.list, href: paths.staff.reorganisations(staff.code) }]}>
      <h1>{words.list}</h1>
      {staff.query('done') === 'dropped' && <Done>{words.dropped}</Done>}
      <p>{words.lead}</p>
      <ul className="actions">
        <li>
          <a href={paths.staff.newReorganisation(staff.code)}>{words.create}</a>
        </li>
      </ul>
      <Made staff={staff} made={made} />
      {told.length > 0 && <Documented staff={staff} told={told} />}
      <p className="small">
        一つの課だけを直すときは、<a href={paths.staff.sections(staff.code)}>所属の画面</a>を使います。
      </p>
    </StaffFrame>,
  )
}

const Made = ({ staff, made }: { staff: Staff; made: readonly Reorganisation[] }): ReactNode => (
  <Table
    caption={`組織改正（${made.length}件）`}
    none={words.none}
    rows={made}
    keyOf={({ id }) => id}
    columns={[
      {
        header: '題名',
        names: true,
        cell: ({ id, title }) => <a href={paths.staff.reorganisation(staff.code, id)}>{title || '（題名なし）'}</a>,
      },
      { header: '施行日', cell: ({ effective }) => dayText(effective) },
      { header: '内容', cell: ({ changes }) => countsText(changes) || '変更の記載なし' },
      { header: '状態', cell: (it) => <Chip>{reorganisationState(it, staff.standing.day)}</Chip> },
    ]}
  />
)

function Documented({ staff, told }: { staff: Staff; told: readonly DocumentedReorganisation[] }): ReactNode {
  return (
    <section>
      <h2>取り込んだ文書の組織改正</h2>
      <p>
        文書を取り込むと、書かれている課の期間と後継は「所属」に登録されます。登録の済んだ変更は「反映済み」と示し、もう一度書き込むことはありません。
      </p>
      <Table
        caption={`文書の組織改正（${told.length}件）`}
        rows={told}
        keyOf={({ family, effective }) => `${family}/${effective}`}
        columns={[
          { header: '施行日', names: true, cell: ({ effective }) => (effective === null ? '記載なし' : dayText(effective)) },
          { header: '文書', cell: ({ documents, plan }) => documents.join('、') || plan },
          { header: '内容', cell: ({ changes }) => countsText(changes) || '課の変更を読み取れません' },
          {
            header: '所属への反映',
            cell: ({ applies, already, guessed }) =>
              [
                already > 0 && `反映済み${already}件`,
                applies > 0 && `未反映${applies}件`,
                already + applies === 0 && '所属の期間は変わらない',
                guessed > 0 && `うち推定${guessed}件`,
              ]
                .filter(Boolean)
                .join('、'),
          },
          { header: '組織改正', cell: (one) => <Way staff={staff} one={one} /> },
        ]}
      />
    </section>
  )
}

function Way({ staff, one }: { staff: Staff; one: DocumentedReorganisation }): ReactNode {
  if (one.taken) return <a href={paths.staff.reorganisation(staff.code, one.taken.id)}>{one.taken.title}</a>
  if (one.changes.length === 0) return 'なし'
  const asked = new URLSearchParams({ family: one.family, day: one.effective ?? '' })
  return (
    <a href={`${paths.staff.newReorganisation(staff.code)}?${asked}`}>
      この文書の組織改正から作る
      <span className="unseen">{`：${one.documents.join('、') || one.plan}`}</span>
    </a>
  )
}
