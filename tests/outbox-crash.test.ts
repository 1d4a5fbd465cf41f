import { expect, it } from 'vitest'
import { mailTrial } from './mail-trial.ts'

/* 60 letters here; npm run bench sends 1,000 of them (bench/mail.mjs). */
it('R-06 送り手とメールサーバーが何度落ちても、二重に届く文も、なくなる文もない', { timeout: 300_000 }, async () => {
  const trial = { letters: 60, senderDeaths: 4, serverDeaths: 1, trouble: 0.3, seed: 990019 }
  const { duplicates, lost, failedButTaken, senderDeaths, serverDeaths, sent, unknown, queued, sending } = await mailTrial(trial)
  expect({ duplicates, lost, failedButTaken, queued, sending, senderDeaths, serverDeaths }).toEqual({
    duplicates: 0,
    lost: 0,
    failedButTaken: 0,
    queued: 0,
    sending: 0,
    senderDeaths: 4,
    serverDeaths: 1,
  })
  // the trial means something only where most arrive and some are left in doubt
  expect(sent).toBeGreaterThan(30)
  expect(unknown).toBeGreaterThan(0)
})
