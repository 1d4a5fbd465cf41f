import type { Edition, EditionJudging, EditionOutlook, EditionReorganisation } from '../reform/edition.ts'
import { publishedJudging } from '../reform/published-judging.ts'
import type { PlanFamilyId } from '../reform/record-id.ts'
import { marksOf, outlooksOf } from '../store/fiscal-outlook.ts'
import type { Reader } from '../store/handles.ts'
import { loadJudging } from '../store/judging.ts'
import { reorganisationsOf } from '../store/reorganisation.ts'

/** 記録のほかに公表するもの — evaluation, outlooks with their marks, applied reorganisations; left out where there are none. */
export async function publishedBeside(
  db: Reader,
  family: PlanFamilyId,
): Promise<Pick<Edition, 'judging' | 'outlooks' | 'reorganisations'>> {
  const judging = await judgingOf(db, family)
  const outlooks = await outlooksWithMarks(db, family)
  const reorganisations = await appliedReorganisations(db)
  return {
    ...(judging ? { judging } : {}),
    ...(outlooks.length > 0 ? { outlooks } : {}),
    ...(reorganisations.length > 0 ? { reorganisations } : {}),
  }
}

async function judgingOf(db: Reader, family: PlanFamilyId): Promise<EditionJudging | null> {
  const all = await loadJudging(db, family)
  if (Object.values(all).every((list) => list.length === 0)) return null
  return publishedJudging(all)
}

/** Outlooks are the municipality's; those to which nothing of this plan was tied are not its to publish. */
async function outlooksWithMarks(db: Reader, family: PlanFamilyId): Promise<EditionOutlook[]> {
  const marks = await marksOf(db, family)
  return (await outlooksOf(db))
    .map((outlook) => ({
      outlook,
      marks: marks.filter((mark) => mark.outlook === outlook.id).map(({ outlook: _, family: __, by: ___, ...mark }) => mark),
    }))
    .filter((one) => one.marks.length > 0)
}

const appliedReorganisations = async (db: Reader): Promise<EditionReorganisation[]> =>
  (await reorganisationsOf(db))
    .filter(({ state }) => state === 'applied')
    .map(({ title, effective, changes }) => ({ title, effective, changes }))
