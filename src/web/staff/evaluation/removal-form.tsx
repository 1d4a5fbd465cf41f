import type { ReactNode } from 'react'

type Said = { action: string; basis: string; what: string; note: string }

/** 消す — a form of its own below the one that saves; what somebody else changed meanwhile is not removed. */
export function RemovalForm({ action, basis, what, note }: Said): ReactNode {
  return (
    <section>
      <h2>{what}</h2>
      <form method="post" action={action}>
        <input type="hidden" name="basis" value={basis} />
        <p>{note}</p>
        <p className="buttons">
          <button type="submit" className="light">
            {what}
          </button>
        </p>
      </form>
    </section>
  )
}
