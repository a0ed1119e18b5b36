import { byId } from './dom.js';

/**
 * Leads to Swagger UI where this port has it, and to the document itself where it hasn't, as in production.
 *
 * @param {Object} about the answer of /sources
 */
export function leadToTheApi(about) {
  const link = byId('api-link');
  link.href = about.swagger_ui ? '/q/swagger-ui' : '/q/openapi';
  link.hidden = false;
}
