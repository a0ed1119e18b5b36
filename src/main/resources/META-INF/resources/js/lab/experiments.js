/* The experiments: what each asks, how it is pictured and what is said of it. */
import { el } from '../shared/dom.js';
import { CallersLane } from './callers.js';
import { ConnectionsLane } from './connections.js';
import { LoopsLane } from './loops.js';
import { MatrixTable } from './matrix.js';
import { linesOf } from './numbers.js';
import { TasksLane } from './tasks.js';
import * as verdicts from './verdicts.js';
import { WaitRow } from './wait.js';

const MODES = ['sync', 'async', 'virtual'];
const COMPARED = ['async', 'sync', 'virtual']; // the stairs under what they are compared with

const modes = (card, names, path) => names.map(name => ({ card, name, title: name, path: path.replace('*', name) }));
const inList = label => variants => [el('ul', { 'aria-label': label }, ...variants.map(({ part }) => part.element))];

/** One whose picture is a lane of tasks for each mode. */
const ofTasks = id => ({
  id,
  together: true,
  variants: modes(id, COMPARED, `/lab/*/${id}`),
  part: variant => new TasksLane(variant),
  axis: 'rows',
  numbers: linesOf,
  verdict: verdicts.ofTasks,
});

/** How long a neighbour waits is one more quantity, where there is one. */
const withNeighbour = ({ predicted, measured, neighbour }) => (neighbour
  ? { predicted: { ...predicted, neighbour: neighbour.predicted }, measured: { ...measured, neighbour: neighbour.measured } }
  : { predicted, measured });

export const EXPERIMENTS = [
  {
    id: 'wait',
    together: true,
    variants: modes('wait', MODES, '/lab/*/wait'),
    part: variant => new WaitRow(variant),
    arrange: inList('Waits'),
    axis: 'rows',
    numbers: linesOf,
    verdict: verdicts.ofWait,
  },
  {
    id: 'callers',
    together: false, // there is one run at a time
    variants: modes('callers', MODES, '/lab/callers').map(variant => ({ ...variant, query: { mode: variant.name } })),
    part: variant => new CallersLane(variant),
    axis: 'drawings',
    numbers: linesOf,
    verdict: verdicts.ofCallers,
  },
  {
    id: 'matrix',
    together: true,
    variants: [{ card: 'matrix', name: 'matrix', title: 'the six cells', path: '/lab/matrix' }],
    part: () => new MatrixTable(),
    numbers: (title, answer) => [
      ...answer.cells.flatMap(cell => linesOf(`${cell.waits}, ${cell.order}`, cell)), ...linesOf('all', answer)],
    verdict: verdicts.ofMatrix,
  },
  ofTasks('gather'),
  ofTasks('fan-out'),
  {
    id: 'loops',
    together: false, // or one would freeze the other's loops
    variants: ['wrong', 'right'].map(name => ({ card: 'loops', name, title: name, path: `/lab/${name}` })),
    part: variant => new LoopsLane(variant),
    axis: 'drawings',
    numbers: linesOf,
    verdict: verdicts.ofLoops,
  },
  {
    id: 'cpu',
    together: false, // or they would share the processors
    variants: ['on-loop', 'offloaded', 'virtual'].map(name =>
      ({ card: 'cpu', name, title: name.replace('-', ' '), path: `/lab/cpu/${name}` })),
    part: variant => new LoopsLane(variant),
    axis: 'drawings',
    numbers: (title, answer) => linesOf(title, withNeighbour(answer)),
    verdict: verdicts.ofComputing,
  },
  ofTasks('file'),
  {
    id: 'connections',
    together: false, // or they would share the processors
    variants: [
      { card: 'connections', name: 'kept', title: 'kept', path: '/lab/connections', query: { reuse: true } },
      { card: 'connections', name: 'new', title: 'new each time', path: '/lab/connections', query: { reuse: false } },
      { card: 'connections', name: 'http2', title: 'HTTP/2', path: '/lab/connections', query: { http2: true } },
    ],
    part: variant => new ConnectionsLane(variant),
    axis: 'drawings',
    numbers: linesOf,
    verdict: verdicts.ofConnections,
  },
  {
    id: 'clients',
    together: false, // or they would share the processors
    variants: [
      { card: 'clients', name: 'rest', title: 'REST client', path: '/lab/clients', query: { client: 'rest' } },
      { card: 'clients', name: 'vertx', title: 'Vert.x client', path: '/lab/clients', query: { client: 'vertx' } },
    ],
    part: variant => new WaitRow(variant),
    arrange: inList('Calls of each client'),
    axis: 'rows',
    numbers: linesOf,
    verdict: verdicts.ofClients,
  },
  {
    id: 'hedging',
    together: true,
    variants: ['plain', 'hedged'].map(name =>
      ({ card: 'hedging', name, title: name, path: '/lab/hedging', query: { hedged: name === 'hedged' } })),
    part: variant => new WaitRow(variant),
    arrange: inList('Calls made once or twice'),
    axis: 'rows',
    numbers: linesOf,
    verdict: verdicts.ofHedging,
  },
];
