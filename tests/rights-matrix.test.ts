import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../src/reform/account.ts'
import type { RoundItem } from '../src/reform/round.ts'
import { savePerson } from '../src/store/account.ts'
import { auditOf } from '../src/store/audit.ts'
import type { Store } from '../src/store/database.ts'
import { saveMunicipality } from '../src/store/municipality.ts'
import { itemsOf } from '../src/store/round-item.ts'
import { saveSections } from '../src/store/section.ts'
import type { MunicipalityCode } from '../src/vocabulary/municipality-code.ts'
import { staffApp } from '../src/web/staff/app.tsx'
import { ROUTES } from '../src/web/staff/routes.ts'
import type { StaffRoute } from '../src/web/staff/staff.ts'
import { people, sections } from '../town/story/staff.ts'
import { MATRIX, type Reach, type Row } from './rights-rows.ts'
import { AOBA, act, ask, cookieOf, FAMILY, NOW, openTown } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

/** あおば市's neighbour, with the same plan of staff. */
const OTHER = '990027' as MunicipalityCode
const LOGINS: Record<Role, string> = {
  administrator: 'kanri',
  office: 'jimukyoku',
  reporter: 'zaisei',
  sectionHead: 'zaisei-kacho',
  departmentHead: 'zaimu-bucho',
  finance: 'zaisei-tanto',
  auditor: 'kansa',
}
const ROLES = Object.keys(LOGINS) as Role[]
const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path.replace('/:municipality/staff', '')}`
const REACHES: readonly Reach[] = ['all', 'own']

describe('S-01 画面ごとの権限の表', () => {
  let store: Store
  let app: Hono
  let own: RoundItem
  let foreign: RoundItem
  let round: string
  const cookies = new Map<string, string>()

  beforeAll(async () => {
    store = await openTestStore()
    round = (await openTown(store)).id
    const items = await store.reading(AOBA, (db) => itemsOf(db, round as never))
    own = items.find(({ section }) => section === '財政課') as RoundItem
    foreign = items.find(({ section }) => section === '市民課') as RoundItem
    await store.writing(act('kanri', { municipality: OTHER }), async (tx) => {
      await saveMunicipality(tx, { name: 'みどり市' })
      await saveSections(tx, sections)
      for (const person of people) await savePerson(tx, person)
    })
    const options = { stylesheet: '/x.css', script: '/x.js', now: () => NOW, published: () => {}, demonstration: true, plainHttp: true }
    app = staffApp({ store, ...options })
  })
  afterAll(() => store.close())
  beforeEach(() => signInAll())

  const signInAll = async () => {
    for (const login of Object.values(LOGINS)) {
      cookies.set(`${AOBA} ${login}`, await cookieOf(store, login))
      cookies.set(`${OTHER} ${login}`, await cookieOf(store, login, OTHER))
    }
  }
  /** These end the sessions that all the others use. */
  const endsSessions = ({ method, path }: { method: string; path: string }): boolean =>
    method === 'post' && /\/(sign-out|sessions)\/$/.test(path)

  it('表にない画面はなく、画面にない行もない', () => {
    expect(Object.keys(MATRIX).toSorted()).toEqual(ROUTES.map(nameOf).toSorted())
  })

  const address = (path: string, municipality: string, item: RoundItem, row: Row): string =>
    path
      .replace(':municipality', municipality)
      .replace(
        /:(\w+)/g,
        (_, name: string) =>
          row.params?.[name] ?? { item: item.id, id: round, round, family: FAMILY, sha256: '0'.repeat(64) }[name] ?? 'nothing',
      )

  const answer = async (route: { method: string; path: string }, row: Row, municipality: string, item: RoundItem, cookie?: string) => {
    const said = { ...(cookie ? { cookie } : {}), ...(route.method === 'post' ? { form: row.form ?? {} } : {}) }
    return ask(app, address(route.path, municipality, item, row), said)
  }
  /** Let in: an answer of the page itself, be it a refusal of what was typed. */
  const isLetIn = (status: number, row: Row): boolean => status < 500 && status !== 403 && (status !== 404 || row.missing === true)

  for (const route of ROUTES) {
    for (const row of [MATRIX[nameOf(route)] ?? []].flat()) testRow(route, row)
  }

  function testRow(route: StaffRoute, row: Row): void {
    const name = `${nameOf(route)}${row.params ? ` ${Object.values(row.params).join(' ')}` : ''}`
    it(`${name}（自団体）`, async () => {
      for (const role of ROLES) {
        if (endsSessions(route)) await signInAll()
        const cookie = cookies.get(`${AOBA} ${LOGINS[role]}`)
        const reach = row.who === 'anyone' ? 'all' : row.who[role]
        const told = await answer(route, row, AOBA, own, cookie)
        expect([role, '自分の課', isLetIn(told.status, row), told.status]).toEqual([
          role,
          '自分の課',
          reach !== undefined && REACHES.includes(reach),
          told.status,
        ])
        if (!route.path.includes(':item')) continue
        const other = await answer(route, row, AOBA, foreign, cookie)
        expect([role, '他の課', isLetIn(other.status, row), other.status]).toEqual([role, '他の課', reach === 'all', other.status])
      }
    })

    it(`${name}（サインインしていない、他団体の人）`, async () => {
      const before = await countOf(AOBA)
      for (const cookie of [undefined, cookies.get(`${OTHER} jimukyoku`), cookies.get(`${OTHER} zaisei`)]) {
        const told = await answer(route, row, AOBA, own, cookie)
        if (row.who === 'anyone') expect(told.status).toBeLessThan(500)
        else if (route.method === 'get') expect([told.status, told.headers.get('location')?.includes('sign-in')]).toEqual([303, true])
        else expect(told.status).toBe(403)
      }
      expect(await countOf(AOBA)).toBe(before)
    })

    it(`S-04 ${name}（他団体の画面から、あおば市の番号で）`, async () => {
      const before = await countOf(AOBA)
      for (const login of ['jimukyoku', 'zaisei']) {
        const told = await answer(route, row, OTHER, own, cookies.get(`${OTHER} ${login}`))
        expect(told.status).toBeLessThan(500)
        const text = await told.text()
        for (const secret of [own.sheet.title, own.sheet.last?.progress ?? own.sheet.title]) expect(text).not.toContain(secret)
      }
      expect(await countOf(AOBA)).toBe(before)
    })
  }

  const countOf = (municipality: MunicipalityCode): Promise<number> =>
    store.reading(municipality, async (db) => (await auditOf(db, { limit: 1 }))[0]?.number ?? 0)
})
