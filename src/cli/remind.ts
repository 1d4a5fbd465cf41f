import { postText } from '../report/wording-mail.ts'
import { carriedOutText } from '../report/wording-reorganisations.ts'
import { type Municipality, municipalities } from '../store/municipality.ts'
import { type Day, dayInJapan, dayName } from '../vocabulary/calendar-day.ts'
import { carryOutDue } from '../workflows/carry-out-due.ts'
import { digestsOn, remind } from '../workflows/remind.ts'
import { sendOutbox } from '../workflows/send-outbox.ts'
import type { Arguments } from './arguments.ts'
import { dailyPost, mailingSaid } from './mailing.ts'
import { withStore } from './opening.ts'
import { operator } from './operator.ts'
import { COULD_NOT, DONE, say } from './terminal.ts'

/** kaikaku remind — the reorganisations whose day has come, today's digests, and whatever waits is sent; --dry-run says how many there would be. */
export async function runRemind({ values }: Arguments): Promise<number> {
  const mailing = mailingSaid()
  if (!mailing) return COULD_NOT
  return withStore(COULD_NOT, async (store) => {
    const known = await store.across((db) => municipalities(db))
    const asked = known.filter(
      ({ code, name }) => values.municipality === undefined || [code as string, name].includes(values.municipality),
    )
    if (asked.length === 0) {
      say('その市区町村はありません。list で確かめてください。')
      return COULD_NOT
    }
    const at = new Date()
    for (const municipality of asked) {
      if (values['dry-run']) await sayPlanned(dayInJapan(at), municipality, (day) => digestsOn(store, municipality.code, day))
      else {
        for (const moved of await carryOutDue(store, municipality.code, at)) say(carriedOutText(municipality.name, moved))
        const { made, already } = await remind(
          store,
          { municipality: municipality.code, by: operator(), at, why: '督促' },
          { sends: mailing.settings !== null },
        )
        const { pageOf, ...daily } = dailyPost(mailing)
        const counts = await sendOutbox(store, { ...daily, municipality, pageOf: (letter) => pageOf(municipality.code, letter) })
        say(
          postText(municipality.name, { made: made.length, ...counts }) ??
            `${municipality.name}：${already.length > 0 ? '今日の督促は作ってあります。' : '今日作る督促はありません。'}`,
        )
      }
    }
    if (mailing.settings === null) say('メールの設定がないため、督促は送らず、職員用の画面「督促と送信」で読めるようにしてあります。')
    return DONE
  })
}

async function sayPlanned(
  day: Day,
  { name }: Municipality,
  planned: (day: Day) => Promise<{ letter: { subject: string } }[]>,
): Promise<void> {
  const letters = await planned(day)
  say(`${name}：${dayName(day)}に作る督促は${letters.length}通です。`)
}
