import type { PlanFamilyId } from '../src/reform/record-id.ts'
import { openMemory } from '../src/store/embedded/open.ts'
import { handlesOf } from '../src/store/handles.ts'
import { migrate, readMigrations } from '../src/store/migrate.ts'
import { saveMunicipality } from '../src/store/municipality.ts'
import { saveRecord } from '../src/store/record.ts'
import type { MunicipalityCode } from '../src/vocabulary/municipality-code.ts'
import { anId, anInitiative, aRecord, aReport } from '../town/story/builders.ts'

export const AOBA = '990019' as MunicipalityCode
export const FAMILY = 'plan' as PlanFamilyId
export const INITIATIVES = 300
const act = { municipality: AOBA, by: 'jimukyoku', at: new Date('2025-04-01T00:00:00Z') }

/** A log as years of work leave it: of 300 initiatives in turn an own row, a report, an indicator with its targets and actuals. */
export async function logOf(rows: number) {
  const engine = await openMemory()
  await migrate(engine.inTransaction, readMigrations())
  const owner = (sql: string) => engine.inTransaction((script) => script(sql))
  await owner(`set local kaikaku.municipality = '${AOBA}';
    insert into audit (municipality, at, by, role, request, why, "table", act, key, before, after)
    select '${AOBA}', timestamptz '2024-04-01' + n / 5 * interval '1 minute', 'person-' || n / 5 % 100, 'reporter', 'request-' || n / 5, null,
      (array['initiative', 'report', 'indicator', 'indicator_target', 'indicator_actual'])[n % 5 + 1],
      case when n < ${INITIATIVES * 5} then 'insert' else 'update' end,
      jsonb_build_object('family', '${FAMILY}') || case n % 5
        when 0 then jsonb_build_object('id', 'initiative-' || i)
        when 1 then jsonb_build_object('initiative', 'initiative-' || i, 'nth', n / ${INITIATIVES * 5} + 1)
        when 2 then jsonb_build_object('id', 'indicator-' || i)
        else jsonb_build_object('indicator', 'indicator-' || i, 'nth', n / ${INITIATIVES * 5} + 1) end,
      case when n >= ${INITIATIVES * 5} then jsonb_build_object('progress', repeat('前の文。', 60), 'raw', n) end,
      jsonb_build_object('progress', repeat('後の文。', 60), 'raw', n + 1) || case when n % 5 = 2 then jsonb_build_object('of_initiative', 'initiative-' || i) else '{}' end
    from generate_series(0, ${rows} - 1) n, lateral (select n / 5 % ${INITIATIVES} as i) initiative;`)
  await owner('analyze audit')
  return { store: handlesOf(engine.database), owner, close: engine.close }
}

/** Milliseconds of one import of 2,000 initiatives with three reports and two sections each. */
export async function importTime(chained: boolean): Promise<number> {
  const engine = await openMemory()
  await migrate(
    engine.inTransaction,
    readMigrations().filter(({ name }) => chained || !name.includes('audit-chain')),
  )
  const store = handlesOf(engine.database)
  await store.writing(act, (tx) => saveMunicipality(tx, { name: 'あおば市' }))
  const initiatives = Array.from({ length: 2000 }, (_, nth) =>
    anInitiative({ id: anId(`initiative-${nth}`), reports: [2023, 2024, 2025].map((fiscalYear) => aReport({ fiscalYear })) }),
  )
  const from = performance.now()
  await store.writing(act, (tx) => saveRecord(tx, FAMILY, { ...aRecord({ initiatives, indicators: [], effects: [] }), sources: [] }))
  const spent = performance.now() - from
  await engine.close()
  return spent
}
