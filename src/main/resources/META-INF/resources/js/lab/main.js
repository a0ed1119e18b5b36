import { Service } from '../service.js';
import { Card } from './card.js';
import { EXPERIMENTS } from './experiments.js';

const service = new Service(() => {}, () => cards.some(card => card.running));
const cards = EXPERIMENTS.map(experiment => new Card(experiment, () => service.look()));

service.look();
