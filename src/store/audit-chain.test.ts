import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { onBothDatabases } from '../../tests/test-store.ts'
import { anId, anInitiative, aRecord } from '../../town/story/builders.ts'
import { aPerson } from '../../town/story/staff.ts'
import type { Act } from '../reform/act.ts'
import type { AuditHead } from '../reform/audit.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { savePerson } from './account.ts'
import { saveSecret } from './account-secret.ts'
import { auditHead, auditOf, verifyAudit } from './audit.ts'
import { openMemory } from './embedded/open.ts'
import type { Engine } from './engine.ts'
import { handlesOf } from './handles.ts'
import { migrate, readMigrations } from './migrate.ts'
import { saveMunicipality } from './municipality.ts'
import type { PlanFamilyId } from './plan-family.ts'
import { saveRecord } from './record.ts'
import { openServer } from './server.ts'
import { saveSession } from './session.ts'

const AOBA = '990019' as MunicipalityCode
const MIDORI = '990027' as MunicipalityCode
const FAMILY = 'plan' as PlanFamilyId
const COLUMNS = 'municipality, at, by, role, request, why, "table", act, key, before, after, hash'
const act = (municipality = AOBA, said: Partial<Act> = {}): Act => ({
  municipality,
  by: 'jimukyoku',
  at: new Date('2025-06-01T00:00:00.123Z'),
  ...said,
})
const record = (title: string, count = 20) => ({
  ...aRecord({
    initiatives: Array.from({ length: count }, (_, nth) => anInitiative({ id: anId(`initiative-${nth}`), title: `${title}${nth}` })),
    indicators: [],
    effects: [],
  }),
  sources: [],
})
type Handles = ReturnType<typeof handlesOf>
const verified = (store: Pick<Handles, 'reading'>, municipality = AOBA, kept: AuditHead | null = null) =>
  store.reading(municipality, (db) => verifyAudit(db, kept))

onBothDatabases('記録の鎖', (database) => {
  const script = (sql: string) => database().owner.inTransaction((run) => run(sql))
  const ask = async (sql: string) => (await script(sql)).at(-1)?.rows ?? []
  const headOf = () => database().store.reading(AOBA, auditHead) as Promise<AuditHead>
  /** the owner of the tables, with every protection of the log taken away */
  const tamper = (sql: string) => script(`alter table audit disable trigger user; ${sql}; alter table audit enable trigger user`)

  /** 50 connections where the database has them: the store's own pool has ten */
  const fiveMorePools = async (): Promise<Engine[]> => {
    const server = inject('server')
    const [{ server: onServer, name } = {}] = await ask(
      `select current_setting('unix_socket_directories') as server, current_database() as name`,
    )
    if (!('url' in server) || !server.url.endsWith(`host=${encodeURIComponent(String(onServer))}`)) return []
    return Array.from({ length: 5 }, () => openServer(server.url.replace('/postgres?', `/${name}?`)))
  }

  beforeAll(async () => {
    const { store } = database()
    for (const [code, name] of [
      [AOBA, 'あおば市'],
      [MIDORI, 'みどり市'],
    ] as const)
      await store.writing(act(code), (tx) => saveMunicipality(tx, { name }))
    await store.writing(act(AOBA, { role: 'office', request: 'request-1', why: '取込み' }), (tx) => saveRecord(tx, FAMILY, record('取組')))
    await store.writing(act(MIDORI), (tx) => saveRecord(tx, FAMILY, record('隣の取組', 3)))
    await store.writing(act(), (tx) => saveRecord(tx, FAMILY, record('直した取組')))
    await script('create table kept as select * from audit')
  })

  it('A-01 役割と要求も記録される', async () => {
    const [first] = (await database().store.reading(AOBA, (db) => auditOf(db, { table: 'initiative' }))).reverse()
    expect(first).toMatchObject({ by: 'jimukyoku', role: 'office', request: 'request-1', why: '取込み' })
  })

  it('A-03 番号は団体ごとに1から続き、鎖は切れていない', async () => {
    for (const code of [AOBA, MIDORI]) {
      const log = await database().store.reading(code, (db) => auditOf(db, { limit: 100_000 }))
      expect(log.map(({ number }) => number).reverse()).toEqual(log.map((_, nth) => nth + 1))
      expect(await verified(database().store, code)).toMatchObject({ kind: 'holds', rows: log.length })
    }
  })

  it('A-03 時刻帯や日付の書き方が違う接続から見ても同じである', async () => {
    const bad = await ask(`set local timezone = 'Asia/Tokyo'; set local datestyle = 'SQL, DMY'; set local intervalstyle = 'iso_8601';
      select number from (select a.number, a.hash, audit_hash(lag(a.hash) over (partition by municipality order by a.number), a) as wanted
      from audit a) c where hash is distinct from wanted`)
    expect(bad).toEqual([])
  })

  describe('A-03 一行の改変をどれも見つけ、最初の悪い行を示す', () => {
    const set = (said: string) => `update audit set ${said} where municipality = '${AOBA}' and number = 20`
    const swap = (a: number, b: number) =>
      `update audit set number = case number when ${a} then ${b} + 1000 else ${a} + 1000 end where municipality = '${AOBA}' and number in (${a}, ${b});
       update audit set number = number - 1000 where municipality = '${AOBA}' and number > 1000`
    it.each([
      ['日時', set(`at = at + interval '1 microsecond'`), 20],
      ['職員', set(`by = 'hoka'`), 20],
      ['役割', set(`role = 'auditor'`), 20],
      ['要求', set(`request = null`), 20],
      ['理由', set(`why = ''`), 20],
      ['表', set(`"table" = 'part'`), 20],
      ['行為', set(`act = 'delete'`), 20],
      ['鍵', set(`key = key || '{"id": "hoka"}'`), 20],
      ['前の値', set(`before = 'null'`), 20],
      ['後の値', set(`after = after || '{"position": 11}'`), 20],
      [
        '値ひとつと、その行のハッシュ',
        `${set(`by = 'hoka'`)}; update audit a set hash = audit_hash('', a) where municipality = '${AOBA}' and number = 20`,
        20,
      ],
      ['ハッシュ', set(`hash = encode(sha256('x'), 'hex')`), 20],
      ['最初の行を消す', `delete from audit where municipality = '${AOBA}' and number = 1`, 2],
      ['途中の行を消す', `delete from audit where municipality = '${AOBA}' and number = 20`, 21],
      ['二つの行を入れ替える', swap(20, 21), 20],
      ['離れた行を入れ替える', swap(7, 31), 7],
      [
        '行を差し込む',
        `update audit set number = number + 1000 where municipality = '${AOBA}' and number > 20; update audit set number = number - 999 where municipality = '${AOBA}' and number > 1000;
        insert into audit (number, ${COLUMNS}) select 21, ${COLUMNS} from audit where municipality = '${AOBA}' and number = 20`,
        21,
      ],
      ['隣の団体に移す', `update audit set municipality = '${AOBA}', number = 5000 where municipality = '${MIDORI}' and number = 2`, 5000],
    ])('%s', async (_, sql, number) => {
      await tamper(sql)
      expect(await verified(database().store)).toMatchObject({ kind: 'broken', first: { number } })
      await tamper(`delete from audit; insert into audit (number, ${COLUMNS}) select number, ${COLUMNS} from kept`)
      expect(await verified(database().store)).toMatchObject({ kind: 'holds' })
    })
  })

  it('A-04 末尾を切って書き直したことは、控えた末尾と比べて見つかる', async () => {
    const kept = await headOf()
    expect(await verified(database().store, AOBA, kept)).toMatchObject({ kind: 'holds', head: kept })
    await tamper(`delete from audit where municipality = '${AOBA}' and number > ${kept.number - 5}`)
    expect(await verified(database().store)).toMatchObject({ kind: 'holds' })
    expect(await verified(database().store, AOBA, kept)).toMatchObject({ kind: 'not-this-head', found: { hash: null } })
    // written again by the trigger itself, as many rows as before and more
    await database().store.writing(act(), (tx) => saveRecord(tx, FAMILY, record('書き直した取組')))
    expect(await verified(database().store)).toMatchObject({ kind: 'holds' })
    expect(await verified(database().store, AOBA, kept)).toMatchObject({ kind: 'not-this-head', kept })
    expect(await verified(database().store, MIDORI, kept)).toMatchObject({ kind: 'not-this-head' })
    await tamper(`delete from audit; insert into audit (number, ${COLUMNS}) select number, ${COLUMNS} from kept`)
  })

  it('控えた末尾の後に書かれた記録は、控えと食い違わない', async () => {
    const kept = await headOf()
    await database().store.writing(act(), (tx) => saveRecord(tx, FAMILY, record('後の取組')))
    expect(await verified(database().store, AOBA, kept)).toMatchObject({ kind: 'holds' })
  })

  it('セーブポイントまで戻っても、一つの取引で二つの団体に書いても、鎖は切れない', async () => {
    const write = (code: string, id: string) =>
      `set local kaikaku.municipality = '${code}'; insert into plan_family (municipality, id) values ('${code}', '${id}')`
    await script(`${write(AOBA, 'a')}; savepoint s; ${write(AOBA, 'b')}; ${write(MIDORI, 'b')}; rollback to s;
      ${write(MIDORI, 'c')}; ${write(AOBA, 'd')}; insert into plan_family (municipality, id) values ('${AOBA}', 'e'), ('${AOBA}', 'f')`)
    for (const code of [AOBA, MIDORI]) expect(await verified(database().store, code)).toMatchObject({ kind: 'holds' })
    expect(
      (await database().store.reading(AOBA, (db) => auditOf(db, { table: 'plan_family', limit: 4 }))).map(({ key }) => key.id),
    ).toEqual(['f', 'e', 'd', 'a'])
  })

  it('A-05 50 の書き手が同時に書いても、鎖は一本である', { timeout: 120_000 }, async () => {
    const engines = await fiveMorePools()
    const stores = engines.length > 0 ? engines.map((engine) => handlesOf(engine.database)) : [database().store]
    const before = await headOf()
    const writers = Array.from({ length: 50 }, (_, nth) =>
      (stores[nth % stores.length] as Handles).writing(act(AOBA, { by: `writer-${nth}` }), (tx) =>
        saveRecord(tx, `family-${nth}` as PlanFamilyId, record(`${nth}-`, 3)),
      ),
    )
    await Promise.all(writers)
    for (const engine of engines) await engine.close()
    expect(await verified(database().store, AOBA, before)).toMatchObject({ kind: 'holds' })
    const log = (await database().store.reading(AOBA, (db) => auditOf(db, { since: before.number, limit: 10_000 }))).reverse()
    expect(new Set(log.map(({ by }) => by)).size).toBe(50)
    expect(log.map(({ number }) => number)).toEqual(log.map((_, nth) => before.number + nth + 1))
  })

  it('S-11 パスワード、二要素の鍵、セッションは記録に出ない', async () => {
    const { store } = database()
    await store.writing(act(), async (tx) => {
      await savePerson(tx, aPerson({ login: 'zaisei' }))
      await saveSecret(tx, {
        login: 'zaisei',
        password: '$argon2id$v=19$secret',
        oneTime: false,
        totp: 'TOTPSECRET',
        totpLastStep: null,
        changedAt: act().at,
      })
      const session = { tokenHash: 'f'.repeat(64), login: 'zaisei', startedAt: act().at, seenAt: act().at, endsAt: act().at }
      await saveSession(tx, session)
    })
    const log = JSON.stringify(await store.reading(AOBA, (db) => auditOf(db, { limit: 100_000 })))
    expect(log).toContain('zaisei')
    for (const secret of ['argon2id', 'TOTPSECRET', 'f'.repeat(64)]) expect(log).not.toContain(secret)
  })

  describe('A-02 記録はどの役割にも変えられない', () => {
    const roles = ['kaikaku_reader', 'kaikaku_writer', 'kaikaku_public', null]
    const statements = [
      `update audit set by = 'hoka'`,
      'delete from audit',
      'truncate audit',
      'alter table audit disable trigger audit_stays',
      `insert into audit (municipality, at, by, "table", act, key) values ('${AOBA}', now(), 'hoka', 'plan', 'insert', '{}')`,
    ]
    it.each(roles.flatMap((role) => statements.slice(0, role === null ? 3 : 5).map((sql) => ({ role, sql }))))(
      '$role: $sql',
      async ({ role, sql }) => {
        const as = role === null ? '' : `set local role ${role};`
        await expect(script(`${as} set local kaikaku.municipality = '${AOBA}'; ${sql}`)).rejects.toThrow()
      },
    )
  })
})

describe('これまでの記録にも、更新のときに鎖が付く', () => {
  async function chained(engine: Engine): Promise<void> {
    const all = readMigrations()
    // 0015 adds a column that a record is written with today, and says nothing of the log
    await migrate(
      engine.inTransaction,
      all.filter(({ name }) => name < '0005' || name.startsWith('0015')),
    )
    const store = handlesOf(engine.database)
    for (const code of [AOBA, MIDORI])
      await store.writing(act(code), async (tx) => {
        await saveMunicipality(tx, { name: '市' })
        await saveRecord(tx, FAMILY, record('取組', 5))
      })
    await migrate(engine.inTransaction, all)
    for (const code of [AOBA, MIDORI]) {
      await store.writing(act(code), (tx) => saveRecord(tx, FAMILY, record('後の取組', 5)))
      expect(await verified(store, code)).toMatchObject({ kind: 'holds' })
    }
    await engine.close()
  }

  it('埋め込み', { timeout: 60_000 }, async () => chained(await openMemory()))

  const server = inject('server')
  it.skipIf('missing' in server)(
    `PostgreSQL、管理者でない持ち主${'missing' in server ? `（省略：${server.missing}）` : ''}`,
    { timeout: 60_000 },
    async () => {
      const { url } = server as { url: string }
      const name = `owner_${randomUUID().replaceAll('-', '')}`
      const client = new Client({ connectionString: url })
      await client.connect()
      await client.query(`create role ${name} login createrole`)
      // as a server has them that another installation uses already
      for (const role of ['kaikaku_reader', 'kaikaku_writer', 'kaikaku_public']) {
        await client.query(
          `do $$ begin create role ${role} nologin noinherit; exception when duplicate_object or unique_violation then null; end $$`,
        )
        await client.query(`grant ${role} to ${name}`)
      }
      await client.query(`create database ${name} owner ${name} template template0`)
      await client.end()
      await chained(openServer(url.replace('//postgres@localhost/postgres?', `//${name}@localhost/${name}?`)))
    },
  )
})
