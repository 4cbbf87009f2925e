export { OrganizationsModule } from './organizations.module.js';
export { OrganizationsService } from './organizations.service.js';
export { tolerancesOf } from './measurement-tolerances.js';
export { MeasurementTolerancesDto, OrganizationDto } from './dto/organization.dto.js';
