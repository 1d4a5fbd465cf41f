import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { importRefusalText } from '../report/wording-import.ts'
import { type ReadReform, readReform } from '../workflows/read-reform.ts'
import { progress, say, typedPath } from './terminal.ts'

/** Larger files are refused before they are read into memory. */
const LARGEST = 64 * 1024 * 1024

/** Reads the files named on the command line; each that cannot be read is said, and the list is null: nothing is done by halves. */
export async function readNamedFiles(paths: readonly string[]): Promise<{ reads: ReadReform[]; refused: number }> {
  const reads: ReadReform[] = []
  let refused = 0
  const bar = progress('読み取り', paths.length)
  for (const path of paths) {
    bar.step(basename(path))
    const read = await readOne(path)
    if (read === null) refused += 1
    else reads.push(read)
  }
  bar.end()
  return { reads, refused }
}

async function readOne(path: string): Promise<ReadReform | null> {
  const bytes = await bytesOf(path)
  if (bytes === null) return null
  const read = await readReform({ name: basename(path), bytes })
  if (read.ok) return read.value
  say(`${path}：${importRefusalText(read.problem)}`)
  return null
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    const { size } = await stat(typedPath(path))
    if (size > LARGEST) {
      say(`${path}：${importRefusalText({ kind: 'too-large', bytes: size, limit: LARGEST })}`)
      return null
    }
    return await readFile(typedPath(path))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'EACCES') throw error
    say(
      `${path}：${code === 'ENOENT' ? 'ファイルが見つかりません。名前と場所を確かめてください。' : code === 'EISDIR' ? 'フォルダーです。ファイルを指定してください。' : '読む権限がありません。ファイルの権限を確かめてください。'}`,
    )
    return null
  }
}
