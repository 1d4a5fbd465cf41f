import { readFile, writeFile } from 'node:fs/promises'
import { printHeads, readHeads } from '../publish/audit-head.ts'
import type { AuditHead } from '../reform/audit.ts'
import { verdictAdvice, verdictText } from '../report/wording-trace.ts'
import { auditHead, verifyAudit } from '../store/audit.ts'
import type { Store } from '../store/database.ts'
import { type Municipality, municipalities } from '../store/municipality.ts'
import type { Arguments } from './arguments.ts'
import { withStore } from './opening.ts'
import { COULD_NOT, canWrite, DONE, FINDINGS, faultCode, say, typedPath } from './terminal.ts'

/** kaikaku audit verify / head — whether the log of changes is whole, and its end to be kept elsewhere. */
export async function runAudit({ positionals: [what, ...more], values }: Arguments): Promise<number> {
  if (more.length === 0 && what === 'verify') return verify(values)
  if (more.length === 0 && what === 'head') return keepHead(values)
  say('audit verify（記録を検証する）か audit head --out ファイル（末尾の控えを書き出す）を指定してください。')
  return COULD_NOT
}

async function verify({ head, municipality }: Arguments['values']): Promise<number> {
  const kept = head === undefined ? [] : await headsIn(head)
  if (!kept) return COULD_NOT
  return withStore(COULD_NOT, async (store) => {
    const asked = await municipalitiesAsked(store, municipality)
    if (!asked) return COULD_NOT
    let status = DONE
    for (const { code, name } of asked) {
      const own = kept.find((one) => one.municipality === code) ?? null
      const verdict = await store.reading(code, (db) => verifyAudit(db, own))
      say(`${name}：${verdictText(verdict)}`)
      if (head !== undefined && !own) say('  末尾の控えには、この団体のものがありません。')
      if (own && verdict.kind === 'holds') say(`  控えた末尾（番号${own.number}）は、そのまま残っています。`)
      if (verdict.kind === 'holds') continue
      say(`  ${verdictAdvice[verdict.kind]}`)
      status = FINDINGS
    }
    // a municipality whose log is gone altogether is missed only by who kept its head
    for (const { municipality: code } of kept.filter(
      (one) => municipality === null && !asked.some(({ code }) => code === one.municipality),
    )) {
      say(`${code}：末尾の控えにある団体が、データベースにありません。`)
      status = FINDINGS
    }
    return status
  })
}

async function headsIn(file: string): Promise<AuditHead[] | null> {
  const text = await readFile(typedPath(file), 'utf8').catch((problem: unknown) => {
    const code = faultCode(problem)
    if (code === null) throw problem
    say(`${file}：読み取れません（${code}）。audit head --out で書き出したファイルを指定してください。`)
    return null
  })
  if (text === null) return null
  const heads = readHeads(text)
  if (heads.ok) return heads.value
  say(`${file}：${heads.problem.line}行目が末尾の控えの形になっていません。audit head --out で書き出したファイルを指定してください。`)
  return null
}

async function keepHead({ out, municipality }: Arguments['values']): Promise<number> {
  if (out === undefined) {
    say('末尾の控えを書き出すファイルを --out で指定してください。例：npm run -s kaikaku -- audit head --out 末尾.jsonl')
    return COULD_NOT
  }
  const heads = await withStore<AuditHead[] | null>(null, async (store) => {
    const asked = await municipalitiesAsked(store, municipality)
    if (!asked) return null
    const found: AuditHead[] = []
    for (const { code } of asked) {
      const head = await store.reading(code, auditHead)
      if (head) found.push(head)
    }
    return found
  })
  if (!heads || !(await canWrite(out, () => writeFile(typedPath(out), printHeads(heads))))) return COULD_NOT
  for (const { municipality, number, count, hash } of heads) say(`${municipality}：番号${number}、${count}件、${hash}`)
  return DONE
}

async function municipalitiesAsked(store: Store, said: string | undefined): Promise<Municipality[] | null> {
  const all = await store.across((db) => municipalities(db))
  const asked = all.filter(({ code, name }) => said === undefined || said === code || said === name)
  if (asked.length > 0) return asked
  say(said === undefined ? 'まだ何も取り込まれていないため、変更の記録はありません。' : `「${said}」は、このデータベースにありません。`)
  return null
}
