import { fileURLToPath } from 'node:url'
import * as story from '../../town/story/story.ts'
import type { Store } from '../store/database.ts'
import { municipalities } from '../store/municipality.ts'
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
  const bar = progress('取込み', story.files.length + 3)
  await tellStory(store, story, root, bar.step)
  bar.end()
  say('取り込んで公表しました。')
  return DONE
}
