export * from './data-source.js';
export * from './embedded/embedded-postgres.js';
export * from './entities/index.js';
export * from './errors.js';
export * from './ids.js';
export * from './migrate.js';
export * from './roles.js';
export * from './demo/demo-engine.js';
export { DEMO_PASSWORD, loadDemo, type DemoOptions, type DemoSummary } from './demo/load-demo.js';
export {
  createOrganization,
  organizationCountries,
  OrganizationRefused,
  type NewOrganization,
} from './organization/create-organization.js';
