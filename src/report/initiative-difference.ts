import type { Actual, Baseline, Effect, Evaluation, Indicator, Initiative, ReformRecord } from '../reform/record.ts'
import type { RecordId } from '../reform/record-id.ts'
import { type ChangeMade, changesMade } from '../reform/recorded-changes.ts'
import type { ComparedSide } from './comparison-side.ts'
import { yearShort } from './figures.ts'
import { changedThing, dayShort } from './former-values.ts'
import { numbered } from './initiative-sheet.ts'
import { followingTexts } from './judging-difference.ts'
import { withUnit } from './told.ts'
import { addedText, comparisonWords as words } from './wording-comparison.ts'

/**
 * 版の間の違い — `decided` where a recorded change of the plan says why; `added` where several things are told in one line that the
 * former edition did not have: the page of the initiative has them all.
 */
export type Difference = { what: string; before: string; after: string; decided: { when: string; why: string } | null; added?: number }

/** 取組ごとの違い — of every initiative that both have; those without any are left out. */
export function differencesByInitiative(before: ComparedSide, after: ComparedSide): Map<RecordId, Difference[]> {
  const [was, now] = [before.index.edition.record, after.index.edition.record]
  const found = new Map<RecordId, Difference[]>()
  const add = (id: RecordId, all: readonly Difference[]) => {
    if (all.length > 0) found.set(id, [...(found.get(id) ?? []), ...all])
  }
  for (const made of changesMade(was, now)) add(made.initiative, [recorded(made, before, after)])
  const olds = new Map(was.initiatives.map((it) => [it.id, it]))
  const [oldFigures, newFigures] = [figuresOf(before), figuresOf(after)]
  const [oldEffects, newEffects] = [effectsOf(was), effectsOf(now)]
  const [oldFollowing, newFollowing] = [followingTexts(before), followingTexts(after)]
  for (const it of now.initiatives) {
    const old = olds.get(it.id)
    if (!old) continue
    add(it.id, [
      ...plainDifferences(old, it, before, after),
      ...mapDifferences(oldFigures.get(it.id), newFigures.get(it.id)),
      ...mapDifferences(evaluationsOf(old), evaluationsOf(it)),
      ...mapDifferences(oldFollowing.get(it.id), newFollowing.get(it.id)),
      ...mapDifferences(reportsOf(old), reportsOf(it)),
      ...mapDifferences(oldEffects.get(it.id), newEffects.get(it.id)),
    ])
  }
  return new Map([...found].map(([id, all]) => [id, summarised(all)]))
}

/** More than so many new things of one kind are counted: a plan that got its figures would otherwise fill a page an initiative. */
const TOLD_SINGLY = 2

function summarised(all: readonly Difference[]): Difference[] {
  const fieldOf = ({ what }: Difference): string => what.split('：')[0] as string
  const isNew = ({ before, decided }: Difference): boolean => before === words.none && decided === null
  const counts = Map.groupBy(all.filter(isNew), fieldOf)
  const told = new Set<string>()
  return all.flatMap((difference): Difference[] => {
    const field = fieldOf(difference)
    const fresh = counts.get(field) ?? []
    if (!isNew(difference) || fresh.length <= TOLD_SINGLY) return [difference]
    if (told.has(field)) return []
    told.add(field)
    return [{ ...difference, what: field, after: addedText(fresh.length, difference.what.slice(field.length + 1)), added: fresh.length }]
  })
}

/** The kinds of change that need a decision: its reason is that of the newest decided change of the same thing since the former edition. */
function recorded(made: ChangeMade, before: ComparedSide, after: ComparedSide): Difference {
  const known = new Set(before.changes.map((change) => JSON.stringify(change)))
  const decided = after.changes.findLast(
    (change) =>
      change.initiative === made.initiative && change.kind === made.kind && change.of === made.of && !known.has(JSON.stringify(change)),
  )
  const { record } = after.index.edition
  const indicators = [...record.indicators, ...before.index.edition.record.indicators]
  return {
    what: changedThing({ indicators }, made),
    before: made.before ?? words.none,
    after: made.after || words.none,
    decided: decided
      ? {
          when: decided.decidedOn ? dayShort(decided.decidedOn) : '',
          why: [decided.reason, decided.decisionReason].filter(Boolean).join('／'),
        }
      : null,
  }
}

const one = (what: string, before: string | null, after: string | null): Difference[] =>
  (before ?? '').trim() === (after ?? '').trim() ? [] : [{ what, before: before || words.none, after: after || words.none, decided: null }]

const placeOf = (it: Initiative, { index }: ComparedSide): string =>
  index.pathOf(it.node).map(numbered).join(' › ') || (index.plan(it.plan)?.title ?? '')

function plainDifferences(old: Initiative, it: Initiative, before: ComparedSide, after: ComparedSide): Difference[] {
  const { fields } = words
  return [
    ...one(fields.number, old.number, it.number),
    ...one(fields.place, placeOf(old, before), placeOf(it, after)),
    ...one(fields.description, old.description, it.description),
    ...one(fields.goal, old.goal, it.goal),
  ]
}

/** 計画全体の違い — the indicators of plan and pillars with their targets, and what was said of the plan as a whole. */
export function wholeDifferences(before: ComparedSide, after: ComparedSide): Difference[] {
  return summarised([
    ...mapDifferences(wholeFigures(before), wholeFigures(after)),
    ...mapDifferences(followingTexts(before).get(null), followingTexts(after).get(null)),
  ])
}

function mapDifferences(before: Map<string, string> = new Map(), after: Map<string, string> = new Map()): Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((what) => one(what, before.get(what) ?? null, after.get(what) ?? null))
}

const when = (year: number | null, asOf: string | null = null): string =>
  year !== null ? `（${yearShort(year)}）` : asOf ? `（${asOf}）` : ''

/** What an indicator says beside its targets, which are changes of the plan: that it is there, its unit, baseline and actuals. */
function figuresOf({ index }: ComparedSide): Map<RecordId, Map<string, string>> {
  const found = new Map<RecordId, Map<string, string>>()
  for (const it of index.edition.record.initiatives)
    for (const indicator of index.indicatorsOf(it)) {
      const own = found.get(it.id) ?? new Map<string, string>()
      found.set(it.id, own)
      for (const [what, text] of figureTexts(indicator)) own.set(what, [own.get(what), text].filter(Boolean).join('、'))
    }
  return found
}

function wholeFigures({ index }: ComparedSide): Map<string, string> {
  const found = new Map<string, string>()
  const put = (what: string, text: string) => found.set(what, [found.get(what), text].filter(Boolean).join('、'))
  for (const indicator of index.edition.record.indicators.filter((it) => index.initiativeOf(it) === null)) {
    for (const [what, text] of figureTexts(indicator)) put(what, text)
    for (const target of indicator.targets)
      put(`${words.fields.target}：${indicator.name}${when(target.fiscalYear, target.asOf)}`, target.raw)
  }
  return found
}

function figureTexts({ name, unit, baseline, actuals }: Indicator): [string, string][] {
  const { fields } = words
  const text = (said: Actual | Baseline): string => (said.raw.trim() === '' ? '空欄' : said.raw)
  return [
    [`${fields.indicator}：${name}`, unit ? `${fields.unit}：${unit}` : 'あり'],
    ...(baseline ? [[`${fields.baseline}：${name}`, text(baseline)] as [string, string]] : []),
    ...actuals
      .filter(({ answer }) => answer !== 'blank')
      .map((actual): [string, string] => [`${fields.actual}：${name}${when(actual.fiscalYear, actual.asOf)}`, text(actual)]),
  ]
}

function evaluationsOf({ evaluations }: Initiative): Map<string, string> {
  const key = ({ fiscalYear, stage, criterion }: Evaluation) =>
    `${words.fields.evaluation}：${[stage, criterion].filter(Boolean).join('・') || '総合'}${when(fiscalYear)}`
  return collected(evaluations, key, ({ raw }) => raw)
}

/** Reports are long: that there is one, or that it reads otherwise, is said, and the page of the initiative has the words. */
function reportsOf({ reports }: Initiative): Map<string, string> {
  return collected(
    reports,
    ({ fiscalYear, section }) => `${words.fields.report}：${section ?? ''}${when(fiscalYear)}`,
    ({ progress, issues }) => {
      const all = [progress, issues].filter(Boolean).join('\n')
      return all.length > LONGEST ? `${all.slice(0, LONGEST)}…` : all || '（文なし）'
    },
  )
}
const LONGEST = 60

function effectsOf({ effects }: ReformRecord): Map<RecordId, Map<string, string>> {
  const own = effects.flatMap((effect) => (effect.of && 'initiative' in effect.of ? [{ id: effect.of.initiative, effect }] : []))
  const key = ({ estimate, side, fiscalYear }: Effect) =>
    `${words.fields.effect}：${[estimate, side].filter(Boolean).join('・')}${when(fiscalYear)}`
  return new Map(
    [...Map.groupBy(own, ({ id }) => id)].map(([id, all]) => [
      id,
      collected(
        all.map(({ effect }) => effect),
        key,
        ({ raw, unit }) => withUnit(raw, unit),
      ),
    ]),
  )
}

function collected<T>(all: readonly T[], key: (it: T) => string, text: (it: T) => string): Map<string, string> {
  const found = new Map<string, string>()
  for (const it of all) found.set(key(it), [found.get(key(it)), text(it)].filter((said) => said !== undefined).join('、'))
  return found
}
