import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../src/reform/account.ts'
import { afterAttempt } from '../src/reform/message.ts'
import { savePerson } from '../src/store/account.ts'
import type { Store } from '../src/store/database.ts'
import { claimNext, saveDelivery } from '../src/store/outbox.ts'
import { paths } from '../src/web/paths.ts'
import { remind } from '../src/workflows/remind.ts'
import { people } from '../town/story/staff.ts'
import { CHROMIUM, inBrowser } from './browser.ts'
import { openStaffDesk, type StaffDesk } from './staff-desk.ts'
import { AOBA, act, openTown } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

describe.skipIf(!CHROMIUM)(inBrowser('督促と送信の画面は、誰にでも使えるか'), () => {
  let desk: StaffDesk
  let store: Store

  beforeAll(async () => {
    store = await openTestStore()
    await openTown(store)
    const silent = people.find(({ login }) => login === 'nozei') as Person
    await store.writing(act('kanri'), (tx) => savePerson(tx, { ...silent, mail: null }))
    const at = new Date('2025-04-23T07:00:00+09:00')
    await remind(store, act('kaikaku', { at: new Date('2025-04-23T07:00:00+09:00') }), { sends: true })
    const said = [
      { kind: 'refused', reason: 'メールサーバーの答え：550 5.1.1 <digital@aoba.example>: Recipient address rejected: User unknown' },
      { kind: 'unknown', reason: '送っている途中で、このシステムが止まりました。届いているかもしれないため、自動では送り直しません。' },
      { kind: 'sent', reason: '' },
    ] as const
    for (const { kind, reason } of said) {
      const letter = await store.writing(act('kaikaku', { at }), (tx) =>
        claimNext(tx, () => '<0123456789abcdef0123456789abcdef01234567@aoba.example>'),
      )
      const outcome = kind === 'sent' ? { kind } : { kind, cause: { kind: 'server-said' as const, reply: '' } }
      if (letter)
        await store.writing(act('kaikaku', { at }), (tx) => saveDelivery(tx, letter.id, afterAttempt(letter, outcome, { at, reason })))
    }
    desk = await openStaffDesk(store, { mail: true, url: 'https://kaikaku.aoba.example' })
  })
  afterAll(() => desk?.close())

  it.each([1280, 360])('W-01 どの状態にも指摘がない（幅 %i）', { timeout: 120_000 }, async (width) => {
    const { page, found, look } = await desk.sit('jimukyoku', width)
    const open = (path: string) => page.goto(desk.url + path)
    await open(paths.staff.outbox(AOBA))
    await look('一覧')
    await page
      .getByRole('link', { name: /報告の提出/ })
      .first()
      .click()
    await page.getByRole('button', { name: '送り直す' }).waitFor()
    await look('一通')
    await open(`${paths.staff.outboxPreview(AOBA)}?day=2025-05-15`)
    await page.locator('details.planned summary').first().click()
    await look('下見')
    await open(paths.staff.reminders(AOBA))
    await look('選ぶ')
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
    await page.getByRole('button', { name: '選んだ人に督促を作る' }).click()
    await page.getByRole('alert').waitFor()
    await look('断られた')
    await open(`${paths.staff.outbox(AOBA)}?day=2020-01-01`)
    await look('何もない日')
    await page.context().close()
    expect(found).toEqual([])
  })
})
