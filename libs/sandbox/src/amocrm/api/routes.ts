import { accountRoutes } from './account-routes.js';
import { contactRoutes } from './contact-routes.js';
import type { ApiRoute } from './context.js';
import { customFieldRoutes } from './custom-field-routes.js';
import { eventRoutes } from './event-routes.js';
import { leadRoutes } from './lead-routes.js';
import { linkRoutes } from './link-routes.js';
import { noteRoutes } from './note-routes.js';
import { pipelineRoutes } from './pipeline-routes.js';

/** The endpoints that are imitated; everything else under /api is 404 or 405. */
export const apiRoutes: readonly ApiRoute[] = [
  ...accountRoutes,
  ...pipelineRoutes,
  ...leadRoutes,
  ...contactRoutes,
  ...customFieldRoutes,
  ...linkRoutes,
  ...noteRoutes,
  ...eventRoutes,
];
