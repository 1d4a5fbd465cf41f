import type { Act } from '../reform/act.ts'
import { type ReportFault, reportFaults } from '../reform/report-faults.ts'
import type { RoundItem } from '../reform/round.ts'
import type { Store } from '../store/database.ts'
import { roundsOf } from '../store/round.ts'
import { itemsById } from '../store/round-item.ts'
import { ok, type Result } from '../vocabulary/result.ts'
import { type CannotSave, type DraftSaid, saveReportIn } from './save-report.ts'
import { standingOf } from './standing.ts'
import { afterSteps, type CannotTake, takeStepIn } from './take-step.ts'

export type CannotSubmit = CannotSave | CannotTake
/** With faults the report was saved as a draft and not submitted. */
export type Submitted = { item: RoundItem; faults: ReportFault[] }

/** 保存して提出する — one press, one act. What has faults stays a draft: what was typed is kept either way. */
export async function submitReport(store: Store, said: DraftSaid, act: Act): Promise<Result<Submitted, CannotSubmit>> {
  return store.writing(act, async (tx): Promise<Result<Submitted, CannotSubmit>> => {
    const standing = await standingOf(tx)
    const rounds = await roundsOf(tx)
    const saved = await saveReportIn(tx, said, standing, { items: await itemsById(tx, [said.item]), rounds })
    if (!saved.ok) return saved
    const faults = reportFaults(saved.value.content, saved.value.sheet)
    if (faults.length > 0) return ok({ item: saved.value, faults })
    const taken = await takeStepIn(
      tx,
      standing,
      'submit',
      said.item,
      { version: saved.value.version },
      { items: new Map([[said.item, saved.value]]), rounds },
    )
    if (!taken.ok) return taken
    await afterSteps(tx, standing, 'submit', [taken.value], rounds)
    return ok({ item: taken.value, faults })
  })
}
