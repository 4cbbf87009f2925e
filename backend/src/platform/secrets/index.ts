export { Secrets, type SealedSecret } from './secrets.js';
