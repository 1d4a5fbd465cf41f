import type { ReactNode } from 'react'
import { Scroll, Table } from '../../../kit/table.tsx'
import type { Scale } from '../../../reform/scale.ts'
import { SCALE_TEMPLATES } from '../../../reform/scale-templates.ts'
import { type FoundWords, foundWords } from '../../../report/found-words.ts'
import type { JudgingFacts } from '../../../report/judging-board.ts'
import { indicatorChoices, ruleTold } from '../../../report/rule-forms.ts'
import { coreText, decisionName, judgingWords, kindMeaning, kindName } from '../../../report/wording-judging.ts'
import { paths } from '../../paths.ts'
import { Done, StaffFrame } from '../frame.tsx'
import { planTitle } from '../plans/plan-serving.tsx'
import { familyOf } from '../plans/serve-edit.tsx'
import type { Staff } from '../staff.ts'
import { rulesCrumbs } from './crumbs.ts'
import { factsOf } from './facts.ts'
import { noPlan } from './scale-serving.tsx'

type At = { staff: Staff; facts: JudgingFacts; mayManage: boolean }

/** 評価のきまり — the scales and rules of a plan, ready-made ones, and words of documents that have no scale yet. */
export async function showJudgingRules(staff: Staff): Promise<Response> {
  const facts = await factsOf(staff, familyOf(staff))
  if (!facts) return noPlan(staff)
  const at = { staff, facts, mayManage: staff.may('evaluation.manage') }
  const done = staff.query('done')
  return staff.show(
    <StaffFrame staff={staff} title={judgingWords.rules} crumbs={rulesCrumbs(staff, planTitle(facts.record.plans))}>
      <h1>{judgingWords.rules}</h1>
      {done === 'saved' && <Done>{judgingWords.saved}</Done>}
      {done === 'removed' && <Done>{judgingWords.removed}</Done>}
      {facts.scales.length === 0 && <p className="none">{at.mayManage ? judgingWords.noScale : judgingWords.noScaleReader}</p>}
      {facts.scales.map((scale) => (
        <ScaleSection key={scale.id} {...at} scale={scale} />
      ))}
      {at.mayManage && <Templates staff={staff} />}
      <Found {...at} found={foundWords(facts.record.initiatives, facts.scales)} />
    </StaffFrame>,
  )
}

function ScaleSection({ staff, facts, mayManage, scale }: At & { scale: Scale }): ReactNode {
  const family = familyOf(staff)
  return (
    <section id={scale.id}>
      <h2>{scale.name}</h2>
      <p>{`${kindName[scale.kind]}（${kindMeaning[scale.kind]}）を表します。`}</p>
      <Scroll label={`尺度「${scale.name}」の評語`}>
        <Table
          caption={`尺度「${scale.name}」の評語（良いものから順）`}
          rows={scale.grades}
          keyOf={({ word }) => word}
          columns={[
            { header: '評語', names: true, cell: ({ word }) => word },
            { header: '意味', wide: true, cell: ({ meaning }) => meaning ?? '記載なし' },
            { header: '共通の状態', cell: ({ core }) => coreText(core) },
            { header: '方向性', cell: ({ decision }) => (decision ? decisionName[decision] : '表さない') },
          ]}
        />
      </Scroll>
      {mayManage && (
        <p className="edit-link">
          <a href={paths.staff.scale(staff.code, family, scale.id)}>
            尺度を直す<span className="unseen">{`：${scale.name}`}</span>
          </a>
        </p>
      )}
      <Rule staff={staff} facts={facts} mayManage={mayManage} scale={scale} />
    </section>
  )
}

function Rule({ staff, facts, mayManage, scale }: At & { scale: Scale }): ReactNode {
  const family = familyOf(staff)
  const rule = facts.rules.find((one) => one.scale === scale.id)
  if (!rule)
    return (
      <p>
        判定基準はありません。評語は人が決めます。
        {mayManage && (
          <>
            {' '}
            <a href={`${paths.staff.newJudgementRule(staff.code, family)}?scale=${scale.id}`}>
              {judgingWords.newRule}
              <span className="unseen">{`：${scale.name}`}</span>
            </a>
          </>
        )}
      </p>
    )
  const names = indicatorChoices(facts.record.indicators, facts.record.initiatives)
  const told = ruleTold(rule, facts.scales, (id) => names.find((one) => one.id === id)?.name ?? id)
  return (
    <div id={rule.id}>
      <h3>{`判定基準「${told.name}」`}</h3>
      <p>{`${told.method}：${told.meaning}で見ます。`}</p>
      <ul>
        {told.bands.map(({ word, when }) => (
          <li key={word}>{`${when}：「${word}」を提案する`}</li>
        ))}
        {told.shares && <li>{`期待割合：${told.shares}`}</li>}
        {told.exempt.map(({ name, reason }) => (
          <li key={name}>{`対象としない指標：${name}（${reason}）`}</li>
        ))}
      </ul>
      {mayManage && (
        <p className="edit-link">
          <a href={paths.staff.judgementRule(staff.code, family, rule.id)}>
            判定基準を直す<span className="unseen">{`：${told.name}`}</span>
          </a>
        </p>
      )}
    </div>
  )
}

function Templates({ staff }: { staff: Staff }): ReactNode {
  const fresh = paths.staff.newScale(staff.code, familyOf(staff))
  return (
    <section>
      <h2>尺度を加える</h2>
      <p>
        <a className="action" href={fresh}>
          空の様式から作る
        </a>
      </p>
      <Scroll label="ひな型の一覧">
        <Table
          caption="ひな型から作る（選んでから直せます）"
          rows={SCALE_TEMPLATES}
          keyOf={({ key }) => key}
          columns={[
            { header: 'ひな型', names: true, cell: ({ key, name }) => <a href={`${fresh}?from=${key}`}>{name}</a> },
            { header: '表すもの', cell: ({ kind }) => kindName[kind] },
            { header: '評語', wide: true, cell: ({ grades }) => grades.map(({ word }) => word).join('・') },
          ]}
        />
      </Scroll>
    </section>
  )
}

function Found({ staff, mayManage, found }: At & { found: readonly FoundWords[] }): ReactNode {
  if (found.length === 0) return null
  return (
    <section id="found">
      <h2>{judgingWords.foundWords}</h2>
      <p>{judgingWords.foundHelp}</p>
      {found.map((group) => (
        <div key={group.key}>
          <h3>{group.scale ?? '尺度の名の記載なし'}</h3>
          <Scroll label={`文書にある評語：${group.scale ?? '尺度の名の記載なし'}`}>
            <Table
              caption="評語と、共通の状態の案"
              rows={group.words}
              keyOf={({ word }) => word}
              columns={[
                { header: '評語', names: true, cell: ({ word }) => word },
                { header: '件数', numeric: true, cell: ({ count }) => count },
                { header: '年度', cell: ({ years }) => years || '記載なし' },
                { header: '共通の状態（案）', cell: ({ grade }) => coreText(grade.core) },
              ]}
            />
          </Scroll>
          {mayManage && (
            <p className="edit-link">
              <a href={`${paths.staff.newScale(staff.code, familyOf(staff))}?from=${group.key}`}>
                この評語から尺度を作る<span className="unseen">{`：${group.scale ?? '尺度の名の記載なし'}`}</span>
              </a>
            </p>
          )}
        </div>
      ))}
    </section>
  )
}
