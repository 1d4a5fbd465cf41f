import { setImmediate } from 'node:timers/promises'
import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs, QueryResult, RootOperationNode, UnknownRow } from 'kysely'

/** how long a chain of statements may keep the thread to itself, in milliseconds */
const LONGEST = 15

/**
 * 譲り合い — the embedded database answers within one turn of the event loop, so a transaction of a thousand statements would keep
 * every other request waiting until its end, also those that need no database (S-24). Between two statements others come in.
 */
export class Turns implements KyselyPlugin {
  private since = performance.now()

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return node
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    if (performance.now() - this.since > LONGEST) {
      await setImmediate()
      this.since = performance.now()
    }
    return result
  }
}
