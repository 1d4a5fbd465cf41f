import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { anEdition } from '../src/report/test-edition.ts'
import { startServer } from '../src/web/server.tsx'
import { aNode, anId, anIndicator, anInitiative, aPlan, aReport } from '../town/story/builders.ts'

/** A portal with one plan of 300 initiatives in ten pillars; prints the address of its list. */
const plan = aPlan()
const nodes = Array.from({ length: 10 }, (_, n) =>
  aNode({ id: anId(`node-${n}`), plan: plan.id, number: String(n + 1), title: `柱${n + 1} 市民に近い行政` }),
)
const initiatives = Array.from({ length: 300 }, (_, n) =>
  anInitiative({
    id: anId(`initiative-${n}`),
    plan: plan.id,
    node: anId(`node-${n % 10}`),
    number: String(n + 1),
    title: `取組${n + 1} 手続の見直しと窓口の改善`,
    sections: [`第${(n % 40) + 1}課`],
    reports: [aReport({ parts: [], fiscalYear: 2024 })],
  }),
)
const indicators = initiatives.map((initiative, n) => anIndicator({ id: anId(`indicator-${n}`), of: { initiative: initiative.id } }))
const edition = anEdition({ plan: plan.id, fiscalYear: 2024 }, { plans: [plan], nodes, initiatives, indicators })
const stylesheet = readFileSync(fileURLToPath(new URL('./site.css', import.meta.url)), 'utf8')
const server = await startServer({ read: async () => ({ editions: [edition], downloads: [] }), stylesheet, port: 0, host: '127.0.0.1' })
console.log(`${server.url}/${edition.municipality.code}/plans/${plan.id}/list/`)
