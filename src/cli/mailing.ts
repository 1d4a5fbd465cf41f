import { mailSettingText, postText } from '../report/wording-mail.ts'
import { carriedOutText } from '../report/wording-reorganisations.ts'
import type { Store } from '../store/database.ts'
import type { Day } from '../vocabulary/calendar-day.ts'
import type { MunicipalityCode } from '../vocabulary/municipality-code.ts'
import { pageOf } from '../web/staff/mail/page-of.ts'
import { carryOutEverywhere } from '../workflows/carry-out-due.ts'
import { type DailyPost, doubtLastRun, postOnce } from '../workflows/daily-post.ts'
import { type MailSettings, readMailSettings } from '../workflows/send-outbox.ts'
import { faultCode, say } from './terminal.ts'

/** What the environment says of mail: SMTP_URL or SMTP_HOST …, MAIL_FROM, KAIKAKU_URL. */
export type Mailing = { settings: MailSettings | null; url: string | null }

/** null where a setting cannot be read, which is said. */
export function mailingSaid(): Mailing | null {
  const settings = readMailSettings(process.env)
  const url = urlSaid(process.env.KAIKAKU_URL)
  if (!settings.ok) say(mailSettingText(settings.problem))
  if (url === undefined) say(mailSettingText({ setting: 'KAIKAKU_URL', kind: 'unreadable' }))
  return settings.ok && url !== undefined ? { settings: settings.value, url } : null
}

function urlSaid(text: string | undefined): string | null | undefined {
  if (!text) return null
  const url = URL.parse(text)
  return url && /^https?:$/.test(url.protocol) ? (url.origin + url.pathname).replace(/\/+$/, '') : undefined
}

export const dailyPost = ({ settings, url }: Mailing): DailyPost => ({
  settings,
  pageOf: (code, letter) => pageOf(url, code, letter),
  now: () => new Date(),
})

/** nineteen of twenty letters are on their way within a minute of the act they tell of */
const EVERY = 20_000

/** 送信の繰返し — the reorganisations whose day has come, then the letters; one round after another, never two at once; a fault is said and the next round tries again. */
export function startMailLoop(store: Store, mailing: Mailing): { stop: () => Promise<void> } {
  let stopped = false
  const daily = { ...dailyPost(mailing), ending: () => stopped }
  const done = new Map<MunicipalityCode, Day>()
  let timer: NodeJS.Timeout | undefined
  // the embedded database belongs to one process: whatever is in the hand at its start was in the hand of a process that is gone
  let first = process.env.DATABASE_URL === undefined || process.env.DATABASE_URL === ''
  const round = async (): Promise<void> => {
    await moveWhatIsDue(store, daily.now())
    try {
      if (first) await doubtLastRun(store, daily)
      first = false
      for (const { municipality, ...counts } of await postOnce(store, daily, done)) {
        const told = postText(municipality, counts)
        if (told !== null) say(told)
      }
    } catch (problem) {
      say(`督促と送信の途中で障害がありました（${faultOf(problem)}）。20秒後にもう一度試します。`)
    }
    if (!stopped) timer = setTimeout(() => (running = round()), EVERY)
  }
  let running = round()
  return {
    stop: () => {
      stopped = true
      clearTimeout(timer)
      return running
    },
  }
}

const faultOf = (problem: unknown): string => faultCode(problem) ?? (problem instanceof Error ? problem.name : '原因不明')

/** 施行日の所管の移替え — before the letters of the day are written, so that they go to whoever answers today; its fault keeps no letter back. */
async function moveWhatIsDue(store: Store, at: Date): Promise<void> {
  try {
    for (const { municipality, reorganisation } of await carryOutEverywhere(store, at)) say(carriedOutText(municipality, reorganisation))
  } catch (problem) {
    say(`組織改正による所管の移替えの途中で障害がありました（${faultOf(problem)}）。20秒後にもう一度試します。`)
  }
}
