import type { ReactNode } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import type { AuditHead, AuditVerdict } from '../../../reform/audit.ts'
import { agreesText, traceWords, verdictAdvice, verdictText, verifiedText } from '../../../report/wording-trace.ts'
import { paths } from '../../paths.ts'
import type { Staff } from '../staff.ts'

/** 検証の結果 — when it was asked, and the end that was kept elsewhere, where one was given. */
export type Verified = { verdict: AuditVerdict; at: Date; kept: AuditHead | null }

/** 記録の検証 — the last result, the button for the next one, and the end of the log to be kept elsewhere. */
export function ChainState({ staff, verified }: { staff: Staff; verified: Verified | null }): ReactNode {
  return (
    <section aria-labelledby="chain">
      <h2 id="chain">{traceWords.chain}</h2>
      <p>{traceWords.chainLead}</p>
      {verified ? <Result verified={verified} /> : <p className="none">{traceWords.notYet}</p>}
      <form method="post" action={paths.staff.traceVerification(staff.code)} encType="multipart/form-data" className="staff">
        <p className="field">
          <label htmlFor="kept">{traceWords.keptFile}</label>
          <small id="kept-help">{traceWords.keptHelp}</small>
          <input id="kept" name="kept" type="file" accept=".jsonl,.json,.txt" aria-describedby="kept-help" />
        </p>
        <button type="submit">{traceWords.verify}</button>
      </form>
      <p>
        <a href={paths.staff.traceHead(staff.code)}>{traceWords.head}</a> {traceWords.headHelp}
      </p>
    </section>
  )
}

function Result({ verified: { verdict, at, kept } }: { verified: Verified }): ReactNode {
  const holds = verdict.kind === 'holds'
  return (
    <div className={holds ? 'notice' : 'notice error'} role="status">
      <p>
        <Badge tone={holds ? 'holds' : 'fails'}>{traceWords.results[verdict.kind]}</Badge> {verifiedText(at)}
      </p>
      <p>{verdictText(verdict)}</p>
      <p>{holds && kept ? agreesText(kept) : verdictAdvice[verdict.kind]}</p>
    </div>
  )
}
