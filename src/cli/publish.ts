import { mkdirSync } from 'node:fs'
import { writeSite } from '../publish/site/write-site.ts'
import { publicationText } from '../report/wording-staff.ts'
import type { Store } from '../store/database.ts'
import { municipalities } from '../store/municipality.ts'
import { planFamilies } from '../store/plan-family.ts'
import { foldTight } from '../vocabulary/folding.ts'
import { publishEdition } from '../workflows/publish-edition.ts'
import type { Arguments } from './arguments.ts'
import { withStore } from './opening.ts'
import { operator } from './operator.ts'
import { readPublished, stylesheet } from './publishing.ts'
import { COULD_NOT, canWrite, DONE, FINDINGS, say, typedPath } from './terminal.ts'

/** kaikaku publish — the next edition of every plan (or of --plan), and the portal as a static folder. */
export async function runPublish({ values }: Arguments): Promise<number> {
  const { out } = values
  if (!out) {
    say('書き出すフォルダーを --out で指定してください。例：npm run -s kaikaku -- publish --out site')
    return COULD_NOT
  }
  const folder = typedPath(out)
  if (!(await canWrite(out, () => void mkdirSync(folder, { recursive: true })))) return COULD_NOT
  return withStore(COULD_NOT, async (store) => {
    if (!(await publishAll(store, values.plan ?? null, values.municipality ?? null))) return COULD_NOT
    const { editions, downloads } = await readPublished(store)
    const pages = await writeSite(editions, folder, stylesheet(), downloads)
    say(`${folder} に ${pages} 頁と ${downloads.length} 個のファイルを書き出しました。`)
    return editions.some((edition) => edition.checks.some((check) => check.verdict === 'fails')) ? FINDINGS : DONE
  })
}

/** False where there was nothing to publish. */
async function publishAll(store: Store, plan: string | null, municipality: string | null): Promise<boolean> {
  let published = 0
  for (const { code, name } of await store.across((db) => municipalities(db))) {
    if (municipality !== null && municipality !== code && municipality !== name) continue
    for (const family of await store.reading(code, planFamilies)) {
      if (plan !== null && foldTight(plan) !== foldTight(family.title)) continue
      published += 1
      const edition = await publishEdition(store, family.id, { municipality: code, by: operator(), at: new Date(), why: '公表' })
      say(`${name}：${publicationText(edition.ok ? { kind: 'published', number: edition.value.number } : edition.problem, family.title)}`)
    }
  }
  if (published > 0) return true
  say(
    plan === null ? '公表する計画がありません。先に import で文書を取り込んでください。' : `「${plan}」という計画は取り込まれていません。`,
  )
  return false
}
