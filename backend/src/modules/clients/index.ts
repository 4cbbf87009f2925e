export { ClientDirectory } from './client-directory.service.js';
export { ClientsModule } from './clients.module.js';
