import { createHash } from 'node:crypto'
import fs from 'node:fs'
import type { Act } from '../src/reform/act.ts'
import type { StoredRecord } from '../src/reform/stored-record.ts'
import { openStore } from '../src/store/database.ts'
import type { NewDocument } from '../src/store/document.ts'
import { saveDocument } from '../src/store/document.ts'
import { saveMunicipality } from '../src/store/municipality.ts'
import type { PlanFamilyId } from '../src/store/plan-family.ts'
import { loadRecord, saveRecord } from '../src/store/record.ts'
import type { MunicipalityCode } from '../src/vocabulary/municipality-code.ts'
import { anId, anInitiative, aRecord, aReport } from '../town/story/builders.ts'

export const AOBA = '990019' as MunicipalityCode
export const FAMILY = 'plan' as PlanFamilyId
const act: Act = { municipality: AOBA, by: '試験', at: new Date('2025-06-01T00:00:00Z') }

/** The document of the nth import, and the record it gives: every initiative says which import it is of, and there is one more each time. */
export function importOf(nth: number): { document: NewDocument; record: StoredRecord } {
  const bytes = new TextEncoder().encode(`${nth}回目の報告`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const initiatives = Array.from({ length: 20 + nth }, (_, place) =>
    anInitiative({
      id: anId(`initiative-${place}`),
      title: `取組${place}（${nth}回目）`,
      reports: [aReport({ progress: `${nth}回目に報告した。`.repeat(20) })],
    }),
  )
  const record = aRecord({ fiscalYear: nth, initiatives, indicators: [], effects: [] })
  const sources = initiatives.map((_, place) => ({
    pointer: `/initiatives/${place}/title`,
    document: sha256,
    place: `line ${place}`,
    guessed: false,
  }))
  const accounting = { characters: 0, fields: 0, prose: 0, boilerplate: 0, unread: 0 }
  const document = {
    sha256,
    name: `${nth}.txt`,
    kind: 'txt' as const,
    readAt: act.at,
    layouts: [],
    accounting,
    checks: [],
    unread: [],
    bytes,
    lines: [],
  }
  return { document, record: { ...record, sources } }
}

/** Imports again and again; after `writes` writes to the files of the database it ends as kill -9 would end it. */
async function importUntilKilled(folder: string, writes: number): Promise<void> {
  const store = await openStore({ folder })
  const stored = await store.reading(AOBA, (db) => loadRecord(db, FAMILY))
  const write = fs.writeSync
  let left = writes
  fs.writeSync = ((...given: Parameters<typeof write>) => {
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
    return write(...given)
  }) as typeof write
  for (let nth = (stored?.fiscalYear ?? 0) + 1; ; nth += 1) {
    const { document, record } = importOf(nth)
    await store.writing(act, async (tx) => {
      await saveMunicipality(tx, { name: 'あおば市' })
      await saveRecord(tx, FAMILY, record)
      await saveDocument(tx, FAMILY, document)
    })
    write(1, `${nth}回目を保存しました\n`)
    if (nth % 3 === 0) await store.maintain()
  }
}

if (process.argv[1] === import.meta.filename) await importUntilKilled(String(process.argv[2]), Number(process.argv[3]))
