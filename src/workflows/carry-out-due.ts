import type { Act } from '../reform/act.ts'
import type { Reorganisation } from '../reform/reorganisation.ts'
import type { Store } from '../store/database.ts'
import { municipalities } from '../store/municipality.ts'
import { reorganisationById, reorganisationsOf, saveReorganisation } from '../store/reorganisation.ts'
import { type Day, dayInJapan } from '../vocabulary/calendar-day.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { handOver } from './reorganise.ts'
import { MACHINE } from './send-outbox.ts'

const WHY = '組織改正の施行日による所管の移替え'

/** その日が来た組織改正か — applied in advance, and nobody has moved the plans and items yet. */
const isDue = ({ state, carriedOut, effective }: Reorganisation, day: Day): boolean =>
  state === 'applied' && !carriedOut && effective <= day

/**
 * 施行日の所管の移替え — of every reorganisation whose day has come, also where nothing ran on the day itself; the oldest first, each
 * in a transaction of its own. Again, or by two at once, it does nothing more: whoever is second finds it carried out.
 * Logged as an act of the machine: the office decided it when it applied the reorganisation.
 */
export async function carryOutDue(store: Store, municipality: MunicipalityCode, at: Date): Promise<Reorganisation[]> {
  const act: Act = { municipality, by: MACHINE, at, why: WHY }
  const day = dayInJapan(at)
  const due = (await store.reading(municipality, reorganisationsOf)).filter((one) => isDue(one, day)).toReversed()
  const done: Reorganisation[] = []
  for (const { id } of due) {
    const it = await store.writing(act, async (tx) => {
      const now = await reorganisationById(tx, id)
      if (!now || !isDue(now, day)) return null
      await handOver(tx, now)
      return (await saveReorganisation(tx, { ...now, carriedOut: true }, now.version)) ? now : null
    })
    if (it) done.push(it)
  }
  return done
}

/** 移したもの — with the name of the municipality, to be said. */
export type CarriedOut = { municipality: string; reorganisation: Reorganisation }

/** 日々の移替え — of all municipalities of an installation, as acts of the machine. */
export async function carryOutEverywhere(store: Store, at: Date): Promise<CarriedOut[]> {
  const done: CarriedOut[] = []
  for (const { code, name } of await store.across((db) => municipalities(db))) {
    const moved = await carryOutDue(store, code, at)
    done.push(...moved.map((reorganisation) => ({ municipality: name, reorganisation })))
  }
  return done
}
