import { planFamilies } from '../store/plan-family.ts'
import { loadRecord } from '../store/record.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { applyEffectTable, previewEffectTable } from './apply-effect-table.ts'
import type { Chapter } from './tell-story.ts'

/** 効果額の物語 — tables that the office pasted, in this order, into the plan of that title. */
export type EffectsStory = {
  plan: string
  by: string
  at: Date
  tables: readonly { estimate: string; text: string }[]
}

/** Pastes every table by the real act: what it would do is looked at first, and nothing is left out. */
export const tellEffects =
  ({ plan, by, at, tables }: EffectsStory): Chapter =>
  async (store, municipality) => {
    const found = (await store.reading(municipality, planFamilies)).find(({ title }) => foldTight(title) === foldTight(plan))
    if (!found) throw new Error(`${plan}：計画がありません`)
    for (const { estimate, text } of tables) {
      const asked = { estimate, text, unit: '千円', status: '' }
      const record = await store.reading(municipality, (db) => loadRecord(db, found.id))
      const preview = record && previewEffectTable(record, asked)
      if (!preview?.ok) throw new Error(`${estimate}：${preview?.problem.kind}`)
      const said = { ...asked, basis: preview.value.basis, reason: '取組ごとの効果額の登録', withoutUnclear: false, withoutIgnored: false }
      const done = await applyEffectTable(store, found.id, said, { municipality, by, at })
      if (!done.ok) throw new Error(`${estimate}：${done.problem.kind}`)
    }
  }
