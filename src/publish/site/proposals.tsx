import type { ReactNode } from 'react'
import { inOrder } from '../../kit/in-order.ts'
import { Table } from '../../kit/table.tsx'
import type { ProposalTold } from '../../report/judging-told.ts'

/** 判定案と決定 — what the rule proposed, by which figures, and what was decided. */
export function Proposals({ told }: { told: readonly ProposalTold[] }): ReactNode {
  if (told.length === 0) return null
  return (
    <section>
      <h2>判定案と決定</h2>
      <p className="quiet">判定案は、決めておいた基準から数値で提案したものです。用いた値は、決めたときのまま残しています。</p>
      <Table
        caption="判定案と決定"
        captionUnseen
        rows={told}
        keyOf={(_, nth) => String(nth)}
        columns={[
          {
            header: '年度・段階',
            names: true,
            cell: ({ year, stage, scale, indicator }) => (
              <>
                {`${year} ${stage}「${scale}」`}
                {indicator && <small>{`指標「${indicator}」`}</small>}
              </>
            ),
          },
          {
            header: '判定案',
            wide: true,
            cell: ({ proposed, why, inputs }) => (
              <>
                <strong>{proposed}</strong>
                <small>{why}</small>
                {inputs.length > 0 && (
                  <details>
                    <summary>用いた値</summary>
                    <ul className="plain small">
                      {inOrder(inputs).map(({ key, it }) => (
                        <li key={key}>{`${it.name} ${it.value}`}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </>
            ),
          },
          {
            header: '決定',
            cell: ({ word, differs, on }) => (
              <>
                <strong>{word}</strong>
                <small>{differs ? `判定案と違う決定、${on}` : on}</small>
              </>
            ),
          },
          { header: '理由', wide: true, cell: ({ reason }) => reason },
        ]}
      />
    </section>
  )
}
