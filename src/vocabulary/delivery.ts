/**
 * 送信の結果 — what a mail server did with a letter. `later`: it said not now, or was not there; `refused`: it said never; `unknown`:
 * the whole letter went over the line and no answer came back, so that it may have arrived.
 */
export type DeliveryOutcome = { kind: 'sent' } | { kind: 'later' | 'refused' | 'unknown'; cause: DeliveryCause }

/** 送れなかった理由 — in the server's own words, or the code of the fault. */
export type DeliveryCause =
  | { kind: 'server-said'; reply: string }
  | { kind: 'sign-in-refused'; reply: string }
  | { kind: 'unreachable'; code: string }
  | { kind: 'broke-off'; code: string }
  | { kind: 'bad-address'; address: string }
