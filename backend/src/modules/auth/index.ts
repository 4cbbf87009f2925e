export { AuthModule } from './auth.module.js';
export { hashPassword } from './passwords.js';
