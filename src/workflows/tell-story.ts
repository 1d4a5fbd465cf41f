import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Person } from '../reform/account.ts'
import type { Act } from '../reform/act.ts'
import type { SectionHistory } from '../reform/edition.ts'
import { savePerson } from '../store/account.ts'
import type { Store } from '../store/database.ts'
import { saveMunicipality } from '../store/municipality.ts'
import { plansByTitle } from '../store/plan-family.ts'
import { saveSections } from '../store/section.ts'
import { foldTight } from '../vocabulary/folding.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { acceptImport, type Proposal, proposeImport } from './import-document.ts'
import { publishEdition } from './publish-edition.ts'
import { type ReadReform, readReform } from './read-reform.ts'

/** 物語 — documents of one municipality in the order in which its office took them in, and the editions it published. */
export type Story = {
  municipality: { code: string; name: string }
  /** who worked there, and in which sections; a story without them is one of documents only */
  staff?: { sections: readonly SectionHistory[]; people: readonly Person[]; act: Omit<Act, 'municipality'> }
  imports: readonly {
    files: readonly string[]
    plan: string
    act: Omit<Act, 'municipality'>
    /** an edition that was published with what was known until then */
    edition?: Omit<Act, 'municipality'>
  }[]
  edition: { act: Omit<Act, 'municipality'> }
}

/** 物語の続き — what the town did with its record before it published it: judged, tied to the outlook, renewed. */
export type Chapter = (store: Store, municipality: MunicipalityCode) => Promise<void>

/** Imports a story with the real importer and publishes every plan of it. */
export async function tellStory(
  store: Store,
  story: Story,
  root: string,
  step: (what: string) => void,
  then: readonly Chapter[] = [],
): Promise<void> {
  const municipality = story.municipality.code as MunicipalityCode
  if (story.staff) await saveStaff(store, story.municipality.name, story.staff, municipality)
  const titles = new Set<string>()
  for (const { files, plan, act, edition } of story.imports) {
    const reads = await Promise.all(files.map((file) => readOne(join(root, file), step)))
    const proposed = await proposeImport(store, reads, { municipality, plan })
    if (!proposed.ok) throw new Error(`${files.join('、')}：${proposed.problem.kind}`)
    const named: Proposal[] = proposed.value.map((p) => ({
      ...p,
      target: { ...p.target, municipality: { code: municipality, name: story.municipality.name } },
    }))
    await acceptImport(store, { ...act, municipality }, named)
    titles.add(foldTight(plan))
    if (edition) await publishTitled(store, plan, { ...edition, municipality })
  }
  for (const chapter of then) await chapter(store, municipality)
  const plans = await store.reading(municipality, plansByTitle)
  for (const family of new Set(plans.filter((p) => titles.has(foldTight(p.title))).map((p) => p.family))) {
    step('公表')
    await publishEdition(store, family, { ...story.edition.act, municipality })
  }
}

async function publishTitled(store: Store, title: string, act: Act): Promise<void> {
  const plans = await store.reading(act.municipality, plansByTitle)
  const family = plans.find((plan) => foldTight(plan.title) === foldTight(title))?.family
  if (family) await publishEdition(store, family, act)
}

async function saveStaff(
  store: Store,
  name: string,
  { sections, people, act }: NonNullable<Story['staff']>,
  municipality: MunicipalityCode,
) {
  await store.writing({ ...act, municipality }, async (tx) => {
    await saveMunicipality(tx, { name })
    await saveSections(tx, sections)
    for (const person of people) await savePerson(tx, person)
  })
}

async function readOne(path: string, step: (what: string) => void): Promise<ReadReform> {
  const read = await readReform({ name: basename(path), bytes: await readFile(path) })
  step(basename(path))
  if (!read.ok) throw new Error(`${path}：${read.problem.kind}`)
  return read.value
}
