import fs from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Stream = { nfd?: number; node: unknown }
type Module = { NODEFS: { stream_ops: { fsync?: (stream: Stream) => number }; realPath(node: unknown): string } }

/**
 * PGlite ships with fsync switched off and no fsync in its file system: a commit survives the end of the process,
 * but not a power failure. This gives the file system an fsync; the start parameters switch it on.
 * It relies on the inner object NODEFS, so durable-files.test.ts counts the calls at every change of version.
 */
export class DurableFiles extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const ready = await super.init(...given)
    const preRun = ready.emscriptenOpts.preRun as unknown as ((module: Module) => void)[]
    preRun.push((module) => {
      module.NODEFS.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined) syncFile(stream.nfd)
        else syncFolder(module.NODEFS.realPath(stream.node))
        return 0
      }
    })
    return ready
  }
}

/**
 * What could not be made durable must not be called committed, and after a failed fsync nobody knows what the disk holds:
 * PostgreSQL ends itself then and recovers at the next start. Inside PGlite that ends in an endless loop (0.5.16), so the
 * process ends here.
 */
function syncFile(open: number): void {
  try {
    fs.fsyncSync(open)
  } catch (problem) {
    fs.writeSync(2, `データベースをディスクに書き出せません（${String(problem)}）。ディスクを確かめてから、もう一度起動してください。\n`)
    process.exit(74) // EX_IOERR
  }
}

/** A new file is durable only when its folder is; platforms that cannot sync a folder (Windows) do not need it. */
function syncFolder(path: string): void {
  let open: number | undefined
  try {
    open = fs.openSync(path, 'r')
    fs.fsyncSync(open)
  } catch {
    // as PostgreSQL does: EISDIR, EACCES and EINVAL of a folder are not failures
  } finally {
    if (open !== undefined) fs.closeSync(open)
  }
}
