import type { Check, Verdict } from '../reform/record.ts'
import { placeText } from './wording-places.ts'

const VERDICTS: Record<Verdict, string> = { fails: '合わない', 'cannot-tell': '判断できない', remark: '指摘', holds: '合う' }

/** 検算の結果を行にする — what fails first, what holds last. */
export function checkLines(checks: readonly Check[]): string[] {
  if (checks.length === 0) return ['検算できる数値はありませんでした。']
  return (Object.keys(VERDICTS) as Verdict[]).flatMap((verdict) => {
    const found = checks.filter((check) => check.verdict === verdict)
    return [
      `${VERDICTS[verdict]}：${found.length} 件`,
      ...found.map(
        (check) =>
          `  ${check.message}${check.at.length > 0 ? `（${check.at.map((at) => placeText(at.replace(/^[0-9a-f]{64}#/, ''))).join('、')}）` : ''}`,
      ),
    ]
  })
}
