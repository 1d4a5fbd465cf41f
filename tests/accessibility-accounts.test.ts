import { writeFileSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { savePerson } from '../src/store/account.ts'
import { changeSecret } from '../src/store/account-secret.ts'
import type { Store } from '../src/store/database.ts'
import { paths } from '../src/web/paths.ts'
import { type RunningServer, startServer } from '../src/web/server.tsx'
import { staffApp } from '../src/web/staff/app.tsx'
import { hashPassword } from '../src/workflows/secrets/password-hash.ts'
import { aPerson } from '../town/story/staff.ts'
import { CHROMIUM, FLAGS, findings, inBrowser, stylesheet } from './browser.ts'
import { AOBA, act, cookieOf, NOW, openOffice, staffOptions } from './staff-town.ts'
import { openTestStore } from './test-store.ts'

const at = paths.staff
const NARROW = ['初期設定の誤り', 'サインイン', '職員の一覧', '職員', '引継ぎの確認']

describe.skipIf(!CHROMIUM)(inBrowser('職員・異動・所属・自分の設定は、誰にでも使えるか'), () => {
  let server: RunningServer
  let empty: RunningServer
  let browser: Browser
  let store: Store
  let nothing: Store

  beforeAll(async () => {
    store = await openTestStore()
    nothing = await openTestStore()
    await openOffice(store)
    const password = await hashPassword('first-one-time-password')
    await store.writing(act('kanri'), async (tx) => {
      await savePerson(tx, aPerson({ login: 'shonin', name: '初任 一', roles: [['office', '行政改革課']] }))
      await changeSecret(tx, { login: 'shonin', password, oneTime: true, totp: null, totpLastStep: null, changedAt: NOW })
    })
    const css = stylesheet()
    const open = (of: Store, setup: string | null) => {
      const staff = (pages: { published: () => void; stylesheet: string; script: string }) =>
        staffApp({ ...staffOptions(of), setup, ...pages })
      return startServer({ read: async () => ({ editions: [], downloads: [] }), stylesheet: css, port: 0, host: '127.0.0.1', staff })
    }
    server = await open(store, null)
    empty = await open(nothing, 'abcd-efgh-jkmn-pqrs')
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  })
  afterAll(async () => {
    await browser?.close()
    await Promise.all([server?.close(), empty?.close(), store?.close(), nothing?.close()])
  })

  it.each([1280, 320])('どの状態にも指摘がない（幅 %i）', { timeout: 180_000 }, async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    const found: string[] = []
    // axe takes seconds a page: on the narrow screen it looks at those whose layout changes
    const isLookedAt = (state: string) => width > 320 || NARROW.includes(state)
    const look = async (state: string) => {
      if (!isLookedAt(state)) return
      found.push(...(await findings(page, state)))
      if (process.env.PICTURES) writeFileSync(`${process.env.PICTURES}/${state}-${width}.png`, await page.screenshot({ fullPage: true }))
    }
    const enter = async (login: string) => {
      const [name, value] = (await cookieOf(store, login)).split('=') as [string, string]
      await context.clearCookies()
      await context.addCookies([{ name, value, url: server.url }])
    }
    await page.goto(empty.url + paths.staffDoor())
    await look('団体のない入口')
    await page.goto(empty.url + paths.setup())
    for (const label of ['初期設定のパスワード', '団体コード', '氏名', 'ログイン名']) await page.getByLabel(label).fill('x')
    await page.getByLabel('パスワード', { exact: true }).fill('x')
    await page.getByLabel('パスワード（確認').fill('x')
    await page.getByRole('button', { name: '登録する' }).click()
    await look('初期設定の誤り')

    await page.goto(server.url + paths.staffDoor())
    await look('入口')
    await page.goto(server.url + at.signIn(AOBA))
    await page.locator('summary').filter({ hasText: 'ほかの見本の職員' }).click()
    await look('サインイン')
    await enter('shonin')
    await page.goto(server.url + at.home(AOBA))
    await look('初回パスワードのまま')
    await page.locator('#present').fill('first-one-time-password')
    await page.getByLabel('新しいパスワード', { exact: true }).fill('短い')
    await page.getByLabel('新しいパスワード（').fill('短い')
    await page.getByRole('button', { name: 'パスワードを変える' }).click()
    await page.getByRole('alert').waitFor()
    await look('短いパスワード')
    if (width === 1280) {
      await page.locator('#present').fill('first-one-time-password')
      await page.getByLabel('新しいパスワード', { exact: true }).fill('潮風と灯台と坂道')
      await page.getByLabel('新しいパスワード（').fill('潮風と灯台と坂道')
      await page.getByRole('button', { name: 'パスワードを変える' }).click()
      await page.getByRole('heading', { name: '二要素認証' }).waitFor()
      await look('二要素認証の設定')
    }

    await enter('kanri')
    const pages = [
      ['職員の一覧', at.accounts(AOBA)],
      ['職員', at.account(AOBA, 'shonin')],
      ['所属の一覧', at.sections(AOBA)],
      ['所属', at.section(AOBA, '管財課', '')],
      ['自分の設定', at.own(AOBA)],
    ] as const
    for (const [state, path] of pages.filter(([state]) => isLookedAt(state))) {
      await page.goto(server.url + path)
      await look(state)
    }
    await page.goto(server.url + at.newAccount(AOBA))
    await page.getByLabel('ログイン名').fill(`shinjin${width}`)
    await page.getByLabel('氏名').fill('新人 二')
    await page.getByLabel('1行目の役割').selectOption('reporter')
    await page.getByRole('button', { name: '登録して' }).click()
    await page.getByRole('alert').waitFor()
    await look('職員の登録の誤り')
    await page.getByLabel('1行目の所属').selectOption('財政課')
    await page.getByRole('button', { name: '登録して' }).click()
    await page.getByText('初回パスワードを出しました').waitFor()
    await look('初回パスワード')

    await page.goto(server.url + at.newSection(AOBA))
    await page.getByLabel('名称').fill('財政課')
    await page.getByRole('button', { name: '登録する' }).click()
    await page.getByRole('alert').waitFor()
    await look('所属の登録の誤り')

    await page.goto(server.url + at.handover(AOBA))
    await page.getByLabel('清水 陽菜 報告者：どうなるか').selectOption('ends')
    await page.getByLabel('寺田 優 報告者：どうなるか').selectOption('passes')
    await page.getByRole('button', { name: '確かめる' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('寺田 優 報告者：引き継ぐ人').fill('清水 陽菜')
    await page.getByRole('button', { name: '確かめる' }).click()
    await page.getByRole('button', { name: 'このとおり登録する' }).waitFor()
    await look('引継ぎの確認')
    await context.close()
    expect(found).toEqual([])
  })
})
