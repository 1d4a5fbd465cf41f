import type { CarryOverId } from '../src/reform/carry-over.ts'
import { carryOverDraft } from '../src/reform/carry-over-draft.ts'
import type { EffectMark } from '../src/reform/effect-mark.ts'
import type { PlanFamilyId, RecordId } from '../src/reform/record-id.ts'
import type { ScaleId } from '../src/reform/scale.ts'
import type { StoredRecord } from '../src/reform/stored-record.ts'
import { saveCarryOver } from '../src/store/carry-over.ts'
import type { Store } from '../src/store/database.ts'
import { saveMarks, saveOutlook } from '../src/store/fiscal-outlook.ts'
import { saveJudgement } from '../src/store/judgement.ts'
import { loadRecord, saveRecord } from '../src/store/record.ts'
import { saveRule, saveScale } from '../src/store/scale.ts'
import type { MunicipalityCode } from '../src/vocabulary/municipality-code.ts'
import { anEffect } from '../town/story/builders.ts'
import { aJudgement, aRule, aScale } from '../town/story/judging-builders.ts'
import { aMark, anOutlook } from '../town/story/outlook-builders.ts'
import { aDay } from '../town/story/round-builders.ts'

const YEARS = [2021, 2022, 2023, 2024, 2025]

/** A plan of the large town that was judged, has effects of every initiative tied to an outlook, and a paper of the next phase. */
export async function judge(store: Store, municipality: MunicipalityCode, family: PlanFamilyId, at: Date) {
  const act = { municipality, by: 'jimukyoku', at }
  return store.writing(act, async (tx) => {
    const record = (await loadRecord(tx, family)) as StoredRecord
    const effects = record.initiatives.flatMap((it, n) =>
      YEARS.map((fiscalYear) => anEffect({ of: { initiative: it.id }, scope: it.title, fiscalYear, thousandYen: 100 + n, status: '計画' })),
    )
    await saveRecord(tx, family, { ...record, effects })
    const scales = [aScale('status', ['達成', '順調', '遅れ']), aScale('decision', ['拡充', '継続', '改善', '縮小', '廃止'])]
    for (const [nth, scale] of scales.entries()) await saveScale(tx, family, scale, nth)
    await saveRule(tx, family, { ...aRule(), scale: 'status' as ScaleId }, 0)
    for (const [n, { id: initiative }] of record.initiatives.entries())
      for (const scale of ['status', 'decision'] as const)
        await saveJudgement(
          tx,
          family,
          aJudgement({ id: `j-${scale}-${n}`, initiative, scale: scale as string as ScaleId, word: scale === 'status' ? '順調' : '継続' }),
        )
    const outlook = anOutlook({ from: 2023 })
    await saveOutlook(tx, outlook)
    const marks = effects.map(
      (effect): EffectMark => ({ ...aMark(effect), outlook: outlook.id, family, by: 'jimukyoku', on: aDay('2025-05-20') }),
    )
    await saveMarks(tx, marks.slice(0, 1000))
    const paper = { id: 'next' as CarryOverId, from: record.plans[0]?.id as RecordId, title: '次の計画', kind: null }
    await saveCarryOver(tx, family, carryOverDraft(record, { ...paper, period: { from: 2026, to: 2030 } }), 0)
    return { outlook: outlook.id, carryOver: paper.id }
  })
}
