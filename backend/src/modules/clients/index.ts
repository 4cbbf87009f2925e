export { ClientDirectory } from './client-directory.service.js';
export { ClientsModule } from './clients.module.js';
export type { ClientDto, ClientPageDto } from './dto/client.dto.js';
