import type { EditionJudging } from './edition.ts'
import type { Improvement } from './improvement.ts'
import type { Judging } from './judging.ts'
import { type Opinion, opinionState } from './opinion.ts'

/**
 * 公表する評価 — what an edition holds of it. Public: what was judged, said, answered, begun and noted. Not public: who did it, an
 * opinion that is only asked for, a draft of a response, and what stands in an improvement plan before it is begun.
 */
export const publishedJudging = (all: Judging): EditionJudging => ({
  ...all,
  judgements: all.judgements.map(({ by: _, ...judgement }) => judgement),
  opinions: all.opinions.filter((opinion) => opinionState(opinion) !== 'selected').map(withoutDraft),
  improvements: all.improvements.map(publishedImprovement),
})

const withoutDraft = (opinion: Opinion): Opinion => (opinionState(opinion) === 'answered' ? opinion : { ...opinion, response: null })

function publishedImprovement({ notes, ...one }: Improvement): EditionJudging['improvements'][number] {
  const plan = one.state === 'asked' ? { ...one, cause: '', action: '', due: null } : one
  return { ...plan, notes: notes.map(({ on, text }) => ({ on, text })) }
}
