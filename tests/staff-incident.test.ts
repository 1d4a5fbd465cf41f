import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/database.ts'
import { paths } from '../src/web/paths.ts'
import { appOf } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { AOBA, ask, cookieOf, openOffice, staffOptions } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const SQL = 'select password from account_secret where login = $1'

describe('職員の画面の思わぬ障害', () => {
  let store: Store
  let cookie: string
  beforeAll(async () => {
    store = await openTestStore()
    await openOffice(store)
    cookie = await cookieOf(store, 'jimukyoku')
  })
  afterAll(() => store.close())

  /** A database that answers the door and breaks at what the page itself asks. */
  function brokenAfter(answers: number): Store {
    let left = answers
    const broken = async () => {
      throw new Error(`connection lost\n[FORGED] by: kanri\n  in ${SQL}`)
    }
    const reading: Store['reading'] = (municipality, work) => {
      left -= 1
      return left < 0 ? broken() : store.reading(municipality, work)
    }
    return { ...store, reading, writing: broken }
  }
  const appWith = (answers: number, lines: string[]) =>
    appOf({
      read: async () => ({ editions: [], downloads: [] }),
      stylesheet: '',
      port: 0,
      host: '127.0.0.1',
      log: (line) => lines.push(line),
      staff: (pages) => staffApp({ ...staffOptions(brokenAfter(answers)), ...pages }),
    }).app

  it.each([
    ['入口で', 0, paths.staff.trace(AOBA), undefined],
    ['頁の中で', 1, paths.staff.trace(AOBA), undefined],
    ['送信の中で', 1, paths.staff.traceVerification(AOBA), { nothing: '' }],
    ['改行を含むアドレスで', 0, `/${AOBA}/staff/plans/x%0d%0a[FORGED]/initiatives/y/history/`, undefined],
  ])('S-12 S-11 %s起きても、受け付けた番号だけを見せ、中身は記録の一件に残す', async (_, answers, path, form) => {
    const lines: string[] = []
    const response = await ask(appWith(answers, lines), path, { cookie, ...(form ? { form } : {}) })
    const text = await response.text()
    expect(response.status).toBe(500)
    const incident = /[0-9A-F]{8}/.exec(text.replaceAll(/<[^>]+>/g, ''))?.[0] ?? '番号なし'
    expect(text).toContain(incident)
    for (const inside of ['select', 'account_secret', 'connection lost', 'at async', '.ts:']) expect(text).not.toContain(inside)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`[${incident}]`)
    expect(lines[0]).toContain(SQL)
    // a line of the log begins with an incident of ours or with a blank: nothing that was sent begins one
    for (const line of (lines[0] as string).split('\n').slice(1)) expect(line).toMatch(/^ {4}/)
    expect(lines[0]).not.toContain('\r')
  })
})
