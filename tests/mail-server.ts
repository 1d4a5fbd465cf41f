import { appendFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/*
 * A mail server as a process of its own, on the loopback. What it has taken it writes down before it says so. Addresses ask for what
 * shall go wrong («later@», «refuse@»…); TROUBLE lets it go wrong by chance, for one transaction in so many.
 */
type Trouble = 'none' | 'later' | 'refuse' | 'later-rcpt' | 'hang-up' | 'hang-up-mid-data' | 'take-and-hang-up' | 'say-nothing'
const BY_CHANCE: readonly Trouble[] = ['later', 'later-rcpt', 'hang-up', 'hang-up-mid-data', 'take-and-hang-up', 'refuse']

const { PORT = '0', TAKEN = '', SEED = '1', TROUBLE = '0', PASSWORD } = process.env
let state = Number(SEED)
/** mulberry32: the same troubles at every run */
function random(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

const asked = new Map<string, Trouble>()
function troubleFor(session: SMTPServerSession, address: string): Trouble {
  const [local] = address.split('@') as [string]
  const chosen: Trouble =
    local === 'refuse' || BY_CHANCE.includes(local as Trouble) || local === 'say-nothing'
      ? (local as Trouble)
      : random() < Number(TROUBLE)
        ? (BY_CHANCE[Math.floor(random() * BY_CHANCE.length)] as Trouble)
        : 'none'
  asked.set(session.id, chosen)
  return chosen
}

function hangUp(session: SMTPServerSession): void {
  for (const connection of server.connections as unknown as Set<{ session: SMTPServerSession; _socket: { destroy(): void } }>)
    if (connection.session.id === session.id) connection._socket.destroy()
}

const fault = (code: number, said: string) => Object.assign(new Error(said), { responseCode: code })

async function read(stream: Readable): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

const server = new SMTPServer({
  authOptional: PASSWORD === undefined,
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  disableReverseLookup: true,
  logger: false,
  onAuth: ({ password }, _session, done) =>
    password === PASSWORD ? done(null, { user: 'kaikaku' }) : done(fault(535, 'authentication failed')),
  onRcptTo: ({ address }, session, done) => {
    const trouble = troubleFor(session, address)
    if (trouble === 'hang-up') return hangUp(session)
    if (trouble === 'refuse') return done(fault(550, 'no such user'))
    return done(trouble === 'later-rcpt' ? fault(450, 'mailbox busy') : null)
  },
  onData: async (stream, session, done) => {
    const trouble = asked.get(session.id) ?? 'none'
    if (trouble === 'hang-up-mid-data') return void stream.once('data', () => hangUp(session))
    const letter = await read(stream)
    if (trouble === 'later') return done(fault(451, 'try again later'))
    if (trouble === 'say-nothing') return
    const { envelope } = session
    appendFileSync(TAKEN, `${JSON.stringify({ to: envelope.rcptTo.map(({ address }) => address), letter })}\n`)
    if (trouble === 'take-and-hang-up') return hangUp(session)
    done()
  },
})
server.on('error', () => {})
server.listen(Number(PORT), '127.0.0.1', () => {
  const at = server.server.address() as { port: number }
  process.stdout.write(`port ${at.port}\n`)
})
