import { News } from './news/news.js';
import { RequestSteps } from './news/steps.js';
import { FaultSwitches } from './race/faults.js';
import { Race } from './race/race.js';
import { leadToTheApi } from './shared/api-link.js';
import { byId, sayOrHide } from './shared/dom.js';
import { ServiceMonitor } from './shared/service.js';
import { keep, readSettings } from './shared/settings.js';
import { SourceOverview } from './sources/overview.js';

const settings = readSettings();
keep({}); // takes `start` out of the address

const service = new ServiceMonitor(present, () => race.running || news.loading);
const race = new Race(() => service.look());
const news = new News(() => service.look());
const faults = new FaultSwitches();
const overview = new SourceOverview();
const steps = new RequestSteps();
let offered = '';

/** Shows what the service has. It is asked often, so only what changed is shown anew. */
function present(about, back) {
  byId('lab-link').hidden = about.lab !== true; // in production there is usually none
  leadToTheApi(about);
  faults.offer(about);
  const names = JSON.stringify([about.modes, about.sources.map(({ name }) => name), about.cached, about.explain]);
  if (names !== offered) {
    const first = offered === '';
    offered = names;
    showLimits(about.modes);
    steps.offer(about);
    const understood = race.offer(about, first ? settings : race.settings);
    if (first && settings.start && understood) {
      race.start();
    }
  }
  race.show(about);
  overview.show(about.sources);
  news.offer(about, settings, back);
}

function showLimits(modes) {
  modes.forEach(({ mode, limit }) => {
    const place = document.querySelector(`[data-limit="${CSS.escape(mode)}"]`);
    if (place && limit) {
      sayOrHide(place, `At most ${limit.toLocaleString('en')} such requests at a time.`);
    }
  });
}

service.look();
