import { mailTrial } from '../tests/mail-trial.ts'

const LETTERS = 1000

/** a thousand letters with troubles by chance, while the sender and the mail server are killed again and again. */
export async function measureMail() {
  const trial = await mailTrial({ letters: LETTERS, senderDeaths: 12, serverDeaths: 4, trouble: 0.3, seed: 990019 })
  const calm = await mailTrial({ letters: 100, senderDeaths: 0, serverDeaths: 0, trouble: 0, seed: 1 })
  const { duplicates, lost, failedButTaken, sent, failed, unknown, senderDeaths, serverDeaths } = trial
  return [
    {
      name: `R-06 ${LETTERS}通のうち、二重に届いた文となくなった文`,
      figure: `${duplicates + failedButTaken}通・${lost}通`,
      limit: '0通・0通',
      held: duplicates + failedButTaken + lost === 0,
      note: `送信済 ${sent}、送れない ${failed}、送れたか不明 ${unknown}。送り手は ${senderDeaths}回、メールサーバーは ${serverDeaths}回落ちた`,
    },
    {
      name: 'R-06 100通を送り終えるまで（送り手の起動を含む）',
      figure: `${calm.sendingSeconds.toFixed(1)}秒`,
      limit: '40秒（20秒ごとの送信と合わせて1分）',
      held: calm.sent === 100 && calm.sendingSeconds < 40,
    },
  ]
}
