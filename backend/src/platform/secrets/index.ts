export { Secrets, type SealedSecret, type SecretScope } from './secrets.js';
