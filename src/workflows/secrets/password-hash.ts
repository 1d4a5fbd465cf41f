import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** argon2id as OWASP's password storage cheat sheet gives it: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG = 32
const SALT = 16

type Costs = { memory: number; passes: number; parallelism: number }

/** On a thread of its own: the server goes on answering while it is computed. */
const derive = (password: string, nonce: Buffer, costs: Costs, tagLength: number): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    argon2('argon2id', { message: password.normalize('NFKC'), nonce, ...costs, tagLength }, (problem, tag) =>
      problem ? reject(problem) : resolve(tag),
    ),
  )

const plain = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** パスワードのハッシュ — PHC string; carries its own costs, so that dearer ones can be taken later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT)
  const tag = await derive(password, salt, COST, TAG)
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${plain(salt)}$${plain(tag)}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/
/** Nobody's password: where there is no account, the same work is done, so that the time tells nothing. */
const NOBODYS = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${plain(randomBytes(SALT))}$${plain(randomBytes(TAG))}`

/** True where the password is that of the hash. Without a hash it takes as long and is false. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const said = PHC.exec(hash ?? NOBODYS)
  if (!said) throw new Error('パスワードのハッシュの形が違います')
  const [memory, passes, parallelism] = said.slice(1, 4).map(Number) as [number, number, number]
  const [salt, tag] = said.slice(4).map((text) => Buffer.from(text, 'base64')) as [Buffer, Buffer]
  const derived = await derive(password, salt, { memory, passes, parallelism }, tag.length)
  return timingSafeEqual(derived, tag) && hash !== null
}
