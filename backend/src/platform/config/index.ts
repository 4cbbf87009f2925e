export { Config, deriveKey, keyId, type JobSettings } from './config.js';
export { ConfigError, readConfig, readDatabaseUrl } from './read-config.js';
