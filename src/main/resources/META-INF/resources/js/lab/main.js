import { ServiceMonitor } from '../shared/service.js';
import { ExperimentCard } from './card.js';
import { EXPERIMENTS } from './experiments.js';

const service = new ServiceMonitor(() => cards.forEach(card => card.catchUp()), () => cards.some(card => card.running));
const cards = EXPERIMENTS.map(experiment => new ExperimentCard(experiment, () => service.look()));

service.look();
