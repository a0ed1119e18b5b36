import { leadToTheApi } from '../shared/api-link.js';
import { ServiceMonitor } from '../shared/service.js';
import { ExperimentCard } from './card.js';
import { EXPERIMENTS } from './experiments.js';

const service = new ServiceMonitor(present, () => cards.some(card => card.running));
const cards = EXPERIMENTS.map(experiment => new ExperimentCard(experiment, () => service.look()));

function present(about) {
  leadToTheApi(about);
  cards.forEach(card => card.catchUp());
}

service.look();
