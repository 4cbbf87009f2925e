export { OrganizationsModule } from './organizations.module.js';
export { OrganizationsService, type Organization } from './organizations.service.js';
