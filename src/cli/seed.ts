import { fileURLToPath } from 'node:url'
import { carryOver } from '../../town/story/carry-over.ts'
import { effects } from '../../town/story/effects.ts'
import { following } from '../../town/story/following.ts'
import { judging } from '../../town/story/judging.ts'
import * as outlook from '../../town/story/outlook.ts'
import { renewal } from '../../town/story/renewal.ts'
import { reorganisation } from '../../town/story/reorganisation.ts'
import * as round from '../../town/story/round.ts'
import * as story from '../../town/story/story.ts'
import type { Store } from '../store/database.ts'
import { municipalities } from '../store/municipality.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { tellCarryOver } from '../workflows/tell-carry-over.ts'
import { tellEffects } from '../workflows/tell-effects.ts'
import { tellFollowing } from '../workflows/tell-following.ts'
import { tellJudging } from '../workflows/tell-judging.ts'
import { tellOutlook } from '../workflows/tell-outlook.ts'
import { tellRenewal } from '../workflows/tell-renewal.ts'
import { tellReorganisation } from '../workflows/tell-reorganisation.ts'
import { tellRound } from '../workflows/tell-round.ts'
import { tellStory } from '../workflows/tell-story.ts'
import { withStore } from './opening.ts'
import { COULD_NOT, DONE, progress, say } from './terminal.ts'

/** The package root: this file runs from dist/. */
const root = fileURLToPath(new URL('..', import.meta.url))

/** kaikaku seed — imports the story of あおば市, an invented city, and publishes it. */
export const runSeed = (): Promise<number> => withStore(COULD_NOT, seed)

/** True where nothing at all has been imported. */
export const isEmpty = async (store: Store): Promise<boolean> => (await store.across((db) => municipalities(db))).length === 0

export async function seed(store: Store): Promise<number> {
  say(`架空の${story.municipality.name}の文書を取り込みます…`)
  const bar = progress('取込み', story.files.length + 4)
  await tellStory(store, story, root, bar.step, [
    tellReorganisation(reorganisation),
    tellEffects(effects),
    tellJudging(judging),
    tellFollowing(following),
    tellRenewal(renewal),
    tellOutlook({ ...outlook, plan: story.plan, folder: 'town/story' }, root),
    tellCarryOver(carryOver),
  ])
  bar.step('照会')
  // the round of the demonstration is half-way on the day of the first start, whenever that is
  await tellRound(store, { ...round, municipality: story.municipality.code as MunicipalityCode, plan: story.plan }, new Date())
  bar.end()
  say('取り込んで公表し、令和7年度の照会を始めました。')
  return DONE
}
