import { guests, rooms } from './rooms.mjs'

const inside = (room) => `^src/${room}/`
const names = Object.keys(rooms)
// intake/read lies inside intake and is a room of its own
const fromRoom = (room) => ({ path: inside(room), ...(room === 'intake' ? { pathNot: inside('intake/read') } : {}) })
const TEST = '\\.test\\.tsx?$'

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...names.map((room) => ({
      name: `room-${room.replace('/', '-')}`,
      severity: 'error',
      comment: `${room} may import ${rooms[room].join(', ') || 'nothing'}`,
      from: { ...fromRoom(room), pathNot: [...(room === 'intake' ? [inside('intake/read')] : []), TEST] },
      to: { path: '^src/', pathNot: [room, ...rooms[room]].map(inside) },
    })),
    ...Object.entries(guests).map(([name, hosts]) => ({
      name: `guest-${name.replace(/[^a-z0-9]/g, '-')}`,
      severity: 'error',
      from: { path: '^src/', pathNot: [...hosts.map(inside), TEST] },
      to: { path: `^node_modules/${name.replace('.', '\\.')}/` },
    })),
    {
      name: 'uninvited-package',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: {
        path: '^node_modules/',
        pathNot: Object.keys(guests).flatMap((n) => [`^node_modules/${n.replace('.', '\\.')}/`, `^node_modules/@types/${n}/`]),
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
