import type { ReactNode } from 'react'
import { Definitions, Table } from '../../../kit/table.tsx'
import { yearText } from '../../../report/figures.ts'
import { numbered } from '../../../report/initiative-sheet.ts'
import type { ReorganisationPreview, TouchedInitiative } from '../../../report/reorganisation-preview.ts'
import { reorganisationWords as words } from '../../../report/wording-reorganisations.ts'
import { roleNames, stateNames } from '../../../report/wording-staff-pages.ts'
import type { ReorganisationSeen } from '../../../workflows/look-at-reorganisation.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'

export type At = { staff: Staff; seen: ReorganisationSeen }

/** 影響を受けるもの — a count for each kind, and a list behind every count. */
export function Touched(at: At): ReactNode {
  const { preview, reorganisation: it } = at.seen
  const moved = preview.items.filter(({ to }) => to !== null).length
  const counts: [string, string, string][] = [
    [
      'initiatives',
      '取組',
      `${preview.initiatives.length}件${preview.unchosen.length > 0 ? `（うち後継を選んでいないもの${preview.unchosen.length}件）` : ''}`,
    ],
    ['reports', `${yearText(preview.fiscalYear)}の報告`, `${preview.reports.length}件`],
    ['items', '進行中の照会の票', `${preview.items.length}件${preview.items.length > 0 ? `（うち移すもの${moved}件）` : ''}`],
    ['rounds', '進行中の照会', `${preview.rounds.length}件`],
    ['assignments', '職員の役割', `${preview.assignments.length}件`],
  ]
  return (
    <section>
      <h2>{it.carriedOut ? '前の課の名が残っているもの' : '影響を受けるもの'}</h2>
      <Definitions
        items={counts.map(([id, name, count]) => [
          <a key={id} href={`#${id}`}>
            {name}
          </a>,
          count,
        ])}
      />
      <Initiatives {...at} />
      <Reports preview={preview} />
      <Items {...at} />
      <Rounds {...at} />
      <Assignments {...at} />
    </section>
  )
}

export const choiceName = ({ family, initiative, from }: Pick<TouchedInitiative, 'family' | 'initiative' | 'from'>): string =>
  JSON.stringify([family, initiative, from])

/** 選べる後継 — value and words; '' is what holds where nothing is chosen. */
export function successorsOffered({ ended, possible }: Pick<TouchedInitiative, 'ended' | 'possible'>): [value: string, text: string][] {
  const each = possible.map((name): [string, string] => [name, name])
  if (!ended) return [['', words.stays], ...each]
  if (possible.length === 1) return [...each, ['', words.keepsName]]
  return [['', words.unchosen], ...each, [possible.join('、'), `${possible.join('と')}の両方`]]
}

function Initiatives({ staff, seen: { reorganisation: it, preview } }: At): ReactNode {
  const { initiatives } = preview
  const several = new Set(initiatives.map(({ family }) => family)).size > 1
  const table = (
    <Table
      caption={`影響を受ける取組（${initiatives.length}件）`}
      none="影響を受ける取組はありません。"
      rows={initiatives}
      keyOf={choiceName}
      columns={[
        {
          header: '取組',
          names: true,
          cell: (one) => (
            <>
              <a href={paths.staff.initiative(staff.code, one.family, one.initiative)}>{numbered(one)}</a>
              {one.parts.length > 0 && <small>{`部分：${one.parts.map((part) => part || '名称なし').join('、')}`}</small>}
            </>
          ),
        },
        ...(several ? [{ header: '計画', cell: ({ plan }: TouchedInitiative) => plan }] : []),
        {
          header: '前の課',
          cell: ({ from, before, ended }) =>
            [from, from !== before && `（施行日の前日は${before}）`, !ended && '（事務の一部を移管）'].filter(Boolean),
        },
        { header: '後継の課', cell: (one) => (it.carriedOut ? one.chosen.join('、') || '選ばれていません' : <Choice one={one} />) },
      ]}
    />
  )
  return (
    <section>
      <h3 id="initiatives">取組</h3>
      {it.carriedOut || initiatives.every(({ possible }) => possible.length === 0) ? (
        table
      ) : (
        <form method="post" action={paths.staff.reorganisationChoices(staff.code, it.id)}>
          <input type="hidden" name="version" value={it.version} />
          <p className="small">
            後継が一つの課は、その課を選んであります。後継が二つ以上ある課と、事務の一部を移す課は、取組ごとに選びます。
          </p>
          {table}
          <button type="submit" className="second">
            後継の選択を保存する
          </button>
        </form>
      )}
    </section>
  )
}

function Choice({ one }: { one: TouchedInitiative }): ReactNode {
  if (one.possible.length === 0) return <span className="none">所管なし（適用の後に、計画の画面で決めてください）</span>
  return (
    <div className="choice">
      <select name={choiceName(one)} defaultValue={one.chosen.join('、')} aria-label={`後継の課：${numbered(one)}（${one.from}）`}>
        {successorsOffered(one).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

const today = (after: readonly string[]): string => after.join('、') || 'なし'

const Reports = ({ preview }: { preview: ReorganisationPreview }): ReactNode => (
  <section>
    <h3 id="reports">{`${yearText(preview.fiscalYear)}の報告`}</h3>
    <p className="small">報告は、書いた当時の課の名で残ります。施行日からは、右の課が後を引き受けます。</p>
    <Table
      caption={`報告（${preview.reports.length}件）`}
      none="影響を受ける報告はありません。"
      rows={preview.reports}
      keyOf={({ initiative, section }, nth) => `${initiative}/${section}/${nth}`}
      columns={[
        { header: '取組', names: true, cell: (one) => numbered(one) },
        { header: '報告した課', cell: ({ section }) => section },
        { header: '施行日からの課', cell: ({ after }) => today(after) },
      ]}
    />
  </section>
)

const Items = ({ staff, seen: { preview } }: At): ReactNode => (
  <section>
    <h3 id="items">進行中の照会の票</h3>
    <Table
      caption={`照会の票（${preview.items.length}件）`}
      none="影響を受ける票はありません。"
      rows={preview.items}
      keyOf={({ id }) => id}
      columns={[
        { header: '取組', names: true, cell: (one) => <a href={paths.staff.report(staff.code, one.id)}>{numbered(one)}</a> },
        { header: '課', cell: ({ section }) => section },
        { header: '状態', cell: ({ state }) => stateNames[state] },
        {
          header: '施行日からの課',
          cell: ({ to, after, joined }) =>
            to === null ? `${today(after)}（票は当時の課の名のまま）` : joined ? `${to}（同じ取組の票と一つにする）` : `${to}（移す）`,
        },
      ]}
    />
  </section>
)

const Rounds = ({ staff, seen: { preview } }: At): ReactNode => (
  <section>
    <h3 id="rounds">進行中の照会</h3>
    <Table
      caption={`照会（${preview.rounds.length}件）`}
      none="影響を受ける照会はありません。"
      rows={preview.rounds}
      keyOf={({ id }) => id}
      columns={[
        { header: '照会', names: true, cell: ({ id, title }) => <a href={paths.staff.round(staff.code, id)}>{title}</a> },
        { header: '影響を受ける票', numeric: true, cell: ({ items }) => items },
        { header: 'うち移す票', numeric: true, cell: ({ moved }) => moved },
      ]}
    />
  </section>
)

const Assignments = ({ seen: { preview } }: At): ReactNode => (
  <section>
    <h3 id="assignments">職員の役割</h3>
    <p className="small">役割は付け直さなくても、施行日から後継の課に及びます。異動のあった職員は「異動の引継ぎ」で改めてください。</p>
    <Table
      caption={`職員の役割（${preview.assignments.length}件）`}
      none="影響を受ける職員はいません。"
      rows={preview.assignments}
      keyOf={({ login, role, section }) => `${login}/${role}/${section}`}
      columns={[
        { header: '職員', names: true, cell: ({ name }) => name },
        { header: '役割', cell: ({ role }) => roleNames[role] },
        { header: '発令の課', cell: ({ section }) => section },
        { header: '施行日から及ぶ課', cell: ({ after }) => today(after) },
      ]}
    />
  </section>
)
