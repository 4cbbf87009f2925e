export { Contacts } from './contacts.service.js';
export { UsersModule } from './users.module.js';
