import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadsOf } from '../src/publish/downloads.ts'
import { drawn, siteOf } from '../src/publish/site/site.tsx'
import { type EffectKey, effectKey } from '../src/reform/effect-mark.ts'
import type { OutlookId } from '../src/reform/fiscal-outlook.ts'
import { NO_JUDGING } from '../src/reform/judging.ts'
import type { ReorganisationId } from '../src/reform/reorganisation.ts'
import { savePerson } from '../src/store/account.ts'
import { saveCarryOver } from '../src/store/carry-over.ts'
import type { Store } from '../src/store/database.ts'
import { saveMarks, saveOutlook } from '../src/store/fiscal-outlook.ts'
import { saveImprovement } from '../src/store/improvement.ts'
import { saveJudgement } from '../src/store/judgement.ts'
import { saveOpinion } from '../src/store/opinion.ts'
import { saveRecord } from '../src/store/record.ts'
import { saveReorganisation } from '../src/store/reorganisation.ts'
import { saveScale } from '../src/store/scale.ts'
import { publishEdition } from '../src/workflows/publish-edition.ts'
import { publishedEditions } from '../src/workflows/published.ts'
import { anEffect, anId } from '../town/story/builders.ts'
import { aJudgement, anImprovement, anOpinion, aScale } from '../town/story/judging-builders.ts'
import { aLine, anOutlook } from '../town/story/outlook-builders.ts'
import { aReorganisation } from '../town/story/reorganisation-builders.ts'
import { aDay } from '../town/story/round-builders.ts'
import { act, aStaffPlan, FAMILY, openOffice } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const SECRET = 'ひみつ'
const DECIDED = 'きまり'
const office = act('jimukyoku')

/** Everything that staff write before it is decided carries a text of its own; so do the names of people. */
async function written(store: Store): Promise<void> {
  await openOffice(store)
  const record = { ...aStaffPlan() }
  const [first] = record.initiatives
  if (!first) throw new Error('取組がありません')
  const effect = anEffect({
    estimate: '計画策定時',
    scope: '窓口の見直し',
    fiscalYear: 2025,
    amountYen: 1_000_000,
    of: { initiative: first.id },
  })
  await store.writing(office, async (tx) => {
    await savePerson(tx, {
      login: 'himitsu-login',
      name: `${SECRET}太郎`,
      mail: null,
      disabled: false,
      demonstration: false,
      assignments: [],
    })
    await saveRecord(tx, FAMILY, { ...record, effects: [...record.effects, effect] })
    await saveCarryOver(
      tx,
      FAMILY,
      {
        ...{ id: 'paper' as never, from: record.plans[0]?.id ?? anId('plan'), title: `${SECRET}の期`, kind: null, period: null },
        rows: [{ initiative: first.id, decision: 'end', word: null, to: [], reason: `${SECRET}の理由` }],
        targets: [
          { key: 'k', number: null, title: `${SECRET}の取組`, under: null, after: null, added: true, sections: [], note: `${SECRET}の注` },
        ],
        ...{ state: 'drafting', version: 0, made: null },
      },
      0,
    )
    const change = { kind: '廃止' as const, from: ['財政課'], to: [], parent: null, what: null }
    const draft = aReorganisation([{ ...change, reason: `${SECRET}の事情` }], { title: `${SECRET}の改正`, state: 'drafting' })
    await saveReorganisation(tx, { ...draft, id: 'draft' as ReorganisationId, version: 0 }, 0)
    const applied = aReorganisation([{ ...change, reason: `${DECIDED}の改正` }], { state: 'applied' })
    await saveReorganisation(tx, { ...applied, id: 'applied' as ReorganisationId, version: 0 }, 0)
    await saveScale(tx, FAMILY, aScale('decision', ['継続', '改善']), 0)
    await saveJudgement(tx, FAMILY, aJudgement({ initiative: first.id, word: '改善', reason: `${DECIDED}の評価`, by: 'himitsu-login' }))
    const answer = { section: '財政課', text: `${SECRET}の下書き`, on: null }
    await saveOpinion(tx, FAMILY, anOpinion({ id: 'o1', initiative: first.id, text: `${DECIDED}の意見`, response: answer }))
    await saveOpinion(tx, FAMILY, anOpinion({ id: 'o2', initiative: first.id, text: '', from: `${SECRET}の委員会`, saidOn: null }))
    await saveImprovement(tx, FAMILY, anImprovement({ initiative: first.id, cause: `${SECRET}の原因`, action: `${SECRET}の策` }))
    const line = (id: string, name: string) => ({ ...aLine('expenditure', name, [1]), id })
    await saveOutlook(tx, anOutlook({ id: 'tied', title: `${DECIDED}の見通し`, from: 2025, lines: [line('l', '扶助費')] }))
    await saveOutlook(tx, anOutlook({ id: 'free', title: `${SECRET}の見通し`, from: 2026, lines: [line('l', `${SECRET}の行`)] }))
    const mark = { outlook: 'tied' as OutlookId, family: FAMILY, effect: effectKey(effect) as EffectKey, by: 'himitsu-login' }
    await saveMarks(tx, [
      { ...mark, mark: 'not-in-outlook', line: null, fund: 'general', amountYen: 1_000_000, note: null, on: aDay('2025-04-01') },
    ])
  })
}

/** Each page of the portal and each file beside them; a workbook is looked at by its parts. */
async function published(store: Store): Promise<Map<string, string>> {
  const editions = await publishedEditions(store)
  const downloads = (await Promise.all(editions.map(downloadsOf))).flat()
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
  const pages = [...siteOf(editions, downloads).pages].map(([path, draw]): [string, string] => [
    path,
    drawn(draw({ path, link: (_, to) => to, stylesheet: '/x.css', chosen: {}, served: true })),
  ])
  const files = downloads.flatMap(({ file, bytes }): [string, string][] =>
    file.endsWith('.xlsx')
      ? Object.entries(unzipSync(bytes)).map(([part, inside]) => [`${file}!${part}`, text(inside)])
      : [[file, text(bytes)]],
  )
  return new Map([...pages, ...files, ['公表版', JSON.stringify(editions)]])
}

describe('決めたものだけが公表される', () => {
  let store: Store
  let all: Map<string, string>
  beforeAll(async () => {
    store = await openTestStore()
    await written(store)
    const done = await publishEdition(store, FAMILY, office)
    if (!done.ok) throw new Error(done.problem.kind)
    all = await published(store)
  })
  afterAll(() => store?.close())
  const holding = (text: string): string[] => [...all].flatMap(([place, said]) => (said.includes(text) ? [place] : []))

  it('引継ぎの案、改正の案、対応の下書き、選定だけの意見、書きかけの改善、結び付かない見通しは、どの頁にもどのファイルにもない', () => {
    expect(all.size).toBeGreaterThan(20)
    expect(holding(SECRET)).toEqual([])
  })
  it('評価した人、判定した人の名は出ない', () => expect(holding('himitsu-login')).toEqual([]))
  it.each(['評価', '意見', '改正', '見通し'])('決めた%sは公表される', (what) => {
    const places = holding(`${DECIDED}の${what}`)
    expect(places).toContain('公表版')
    expect(places.some((place) => place.endsWith('/') || place.endsWith('.html'))).toBe(true)
  })
  it('評価の一式に、決めていないものの入る欄が増えたときは、ここにも足す', () =>
    expect(Object.keys(NO_JUDGING)).toEqual(['scales', 'rules', 'criteria', 'judgements', 'opinions', 'improvements', 'reflections']))
})
