import { verifyAudit } from '../src/store/audit.ts'
import { historyOf } from '../src/store/history.ts'
import { tracePage } from '../src/store/trace.ts'
import { AOBA, FAMILY, INITIATIVES, importTime, logOf } from './audit-log.ts'

const ROWS = 100_000

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]
async function timed(work) {
  const from = performance.now()
  const answer = await work()
  return { answer, milliseconds: performance.now() - from }
}

/** a log of 100,000 rows on the embedded database in memory; and what the chain costs an import, beside one without it. */
export async function measureAudit() {
  const { store, owner, close } = await logOf(ROWS)
  const verify = () => timed(() => store.reading(AOBA, (db) => verifyAudit(db)))
  const whole = await verify()
  const histories = []
  for (let nth = 0; nth < 11; nth += 1) {
    const asked = { family: FAMILY, initiative: `initiative-${(nth * 37) % INITIATIVES}`, items: null, page: 1, size: 20 }
    histories.push(await timed(() => store.reading(AOBA, (db) => historyOf(db, asked))))
  }
  const deep = { by: null, from: null, to: null, table: null, before: ROWS / 2, limit: 51 }
  const page = await timed(() => store.reading(AOBA, (db) => tracePage(db, deep)))
  await owner(`alter table audit disable trigger user; delete from audit where number = ${ROWS / 2}; alter table audit enable trigger user`)
  const broken = await verify()
  await close()

  const ratios = []
  for (let round = 0; round < 3; round += 1) ratios.push((await importTime(true)) / (await importTime(false)))
  const history = median(histories.map(({ milliseconds }) => milliseconds))
  const rows = histories.at(-1).answer.acts.flatMap(({ entries }) => entries).length
  return [
    line('記録の検証 100,000行', whole, whole.answer.kind === 'holds'),
    line('一行消した記録の検証', broken, broken.answer.kind === 'broken' && broken.answer.first.number === ROWS / 2 + 1),
    {
      name: '取組の履歴',
      figure: `${history.toFixed(0)} ms`,
      limit: '100 ms',
      held: history < 100 && rows > 0,
      note: `100,000行のうち20件の行為（${rows}行）、11取組の中央値`,
    },
    {
      name: '変更の記録の頁',
      figure: `${page.milliseconds.toFixed(0)} ms`,
      limit: '100 ms',
      held: page.milliseconds < 100 && page.answer.length === 51,
      note: '途中の50行',
    },
    {
      name: '鎖のある取込み',
      figure: `${median(ratios).toFixed(2)} 倍`,
      limit: '1.5 倍',
      held: median(ratios) <= 1.5,
      note: '鎖のない表への12,000行の取込みに対して、3回の中央値',
    },
  ]
}

const line = (name, { milliseconds }, right) => ({
  name,
  figure: `${(milliseconds / 1000).toFixed(2)} 秒`,
  limit: '10 秒',
  held: right && milliseconds <= 10_000,
  note: right ? '' : '結果が違います',
})
