import type { Direction, Indicator } from '../../../reform/record.ts'
import { compare } from '../../../vocabulary/decimal.ts'
import { foldTight } from '../../../vocabulary/folding.ts'
import type { Draft } from '../../draft.ts'
import type { Cell } from '../../read/page.ts'
import type { Yardstick } from '../targets.ts'
import type { Form } from './state.ts'

/** Where an indicator belongs: to the part that has a name of its own, else to the initiative, else to nothing that is said. */
export const ownerOf = (form: Form): Indicator['of'] =>
  form.part?.title ? { part: form.part.id } : form.initiative ? { initiative: form.initiative.id } : null

const ownerId = (of: Indicator['of']): string =>
  of === null ? '' : 'part' in of ? of.part : 'initiative' in of ? of.initiative : 'node' in of ? of.node : of.plan
const sameOwner = (a: Indicator['of'], b: Indicator['of']): boolean => ownerId(a) === ownerId(b)

export function indicatorNamed(draft: Draft, name: string, of: Indicator['of'], from: Cell | readonly Cell[]): Indicator {
  const wanted = foldTight(name)
  const known = draft.record.indicators.find((i) => sameOwner(i.of, of) && foldTight(i.name) === wanted)
  if (known) {
    draft.from(known, 'name', from)
    return known
  }
  const indicator: Indicator = {
    id: draft.id('indicator'),
    of,
    name,
    kind: null,
    unit: null,
    direction: null,
    directionSource: null,
    aggregation: /延べ|のべ/.test(name) ? 'gross' : /累計|累積/.test(name) ? 'cumulative' : null,
    baseline: null,
    targets: [],
    actuals: [],
  }
  draft.record.indicators.push(indicator)
  draft.from(indicator, 'name', from)
  return indicator
}

/** A yardstick of a packed target cell becomes an indicator, or goes on the one of that name. */
export function addYardstick(form: Form, yardstick: Yardstick): Indicator {
  const { draft } = form
  const indicator = indicatorNamed(draft, yardstick.name, ownerOf(form), yardstick.cells)
  if (indicator.unit === null && yardstick.unit !== null) draft.put(indicator, 'unit', yardstick.unit, yardstick.cells)
  for (const target of yardstick.targets)
    if (!indicator.targets.some((t) => t.fiscalYear === target.fiscalYear && t.raw === target.raw)) {
      indicator.targets.push(target)
      draft.from(target, 'value', yardstick.cells)
    }
  if (yardstick.baseline && !indicator.baseline) draft.put(indicator, 'baseline', yardstick.baseline, yardstick.cells)
  guessDirection(draft, indicator)
  return indicator
}

/**
 * 改善の方向 — «維持» is said; a limit, or where one starts from, is a guess. That less is wanted is guessed only where the
 * name says something nobody wants: a target below the present may as well be a target that was met long ago.
 */
export function guessDirection(draft: Draft, indicator: Indicator): void {
  if (indicator.direction !== null) return
  const target = indicator.targets.findLast((t) => t.final && t.value !== null) ?? indicator.targets.at(-1)
  if (!target || target.value === null) return
  const start = indicator.baseline?.value ?? null
  const step = start === null ? 0 : compare(target.value, start)
  const guess = target.maintain
    ? 'maintain'
    : (LIMITS[target.comparator ?? '='] ?? (step > 0 ? 'increase' : step < 0 && UNWANTED.test(indicator.name) ? 'decrease' : null))
  if (!guess) return
  indicator.direction = guess
  indicator.directionSource = target.maintain ? 'stated' : 'guessed'
  if (!target.maintain) draft.guess(indicator, 'direction')
}

const LIMITS: Partial<Record<string, Direction>> = { '>=': 'increase', '>': 'increase', '<=': 'decrease', '<': 'decrease' }
const UNWANTED =
  /時間外|残業|待ち|待機|差戻|苦情|未収|未納|滞納|排出|ごみ|廃棄|事故|ミス|誤り|経費|コスト|費用|改善.{0,6}必要|借入|残高|起債|赤字|不足|超過|紙|保存文書|帳票|枚数|日数|離職|負担|公用車/
